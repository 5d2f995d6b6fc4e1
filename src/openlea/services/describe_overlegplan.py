"""Describe which meetings law and agenda ask in a year, and which topics of the law are open."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings

from openlea.catalogue.overlegkast import open_overlegkaarten
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout, NotAllowed
from openlea.policy.overlegplan import Overlegplan, Overlegvraag, plan_of
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.overleg.plan_lezen import meetings_seen, series_seen
from openlea.services.taken.plank import plichten_here
from openlea.storage.records import models as records

FIRST, LAST = 2018, 2100
"""The first whole calendar year in which the law asked the consultations that are known here."""


def describe_overlegplan(actor: Actor | None, jaar: int, today: date) -> Overlegplan:
    """Return the plan of a year in a fixed number of queries; without an actor the law alone.

    BadInput for a year outside the known ones; NotAllowed for who may not see consultations.
    """
    if not FIRST <= jaar <= LAST:
        raise BadInput([Fout("", "jaar", f"Kies een jaar van {FIRST} tot en met {LAST}.")])
    if actor is not None and not actor.may(Noun.OVERLEG, Verb.ZIEN):
        raise NotAllowed("Je rol geeft hier geen recht toe.")
    kaarten = open_overlegkaarten(find_roots(settings.CATALOGUE))
    return plan_of(
        Overlegvraag(
            jaar=jaar,
            today=today,
            kaarten=kaarten,
            plichten=plichten_here(),
            reeksen=series_seen(actor, jaar, today) if actor else (),
            vergaderingen=meetings_seen(actor, jaar, today) if actor else (),
            ambities=_ambities(actor) if actor else {},
        )
    )


def _ambities(actor: Actor) -> Mapping[str, str]:
    """Return the ambities of the agenda now, by code; each may have a werkgroep."""
    agenda = records.Agenda.objects.current(actor.werkruimte)
    if agenda is None:
        return {}
    rows = records.Ambitie.objects.filter(agenda=agenda).order_by("volgorde", "id")
    return dict(rows.values_list("code", "naam"))
