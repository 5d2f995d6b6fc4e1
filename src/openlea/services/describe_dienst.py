"""Describe which duties one action of the agenda serves."""

from dataclasses import dataclass

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.plicht import Plicht
from openlea.policy.rechten import Actor
from openlea.storage.records.models import Actie, Plichtkoppeling


@dataclass(frozen=True, slots=True, kw_only=True)
class Gediend:
    """A duty that an action serves; `nummer` is that of the link, `titel` is '' off the shelf."""

    nummer: int
    plicht: str
    titel: str
    onderwerp: str


def describe_dienst(actor: Actor, actie: Actie) -> tuple[Gediend, ...]:
    """Return the duties that an action serves, which the actor already sees; one query."""
    plichten = open_plichten(find_roots(settings.CATALOGUE)).plichten
    found = Plichtkoppeling.objects.of(actor.werkruimte).filter(actie=actie)
    return tuple(_served(one, plichten.get(one.plicht)) for one in found)


def _served(one: Plichtkoppeling, plicht: Plicht | None) -> Gediend:
    topics = {topic.code: topic.titel for topic in plicht.onderwerpen} if plicht else {}
    return Gediend(
        nummer=one.pk,
        plicht=one.plicht,
        titel=plicht.titel if plicht else "",
        onderwerp=topics.get(one.onderwerp, one.onderwerp),
    )
