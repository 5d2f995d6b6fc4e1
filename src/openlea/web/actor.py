"""Who is asking: finds the membership behind a request, and as whom the person looks."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone

from openlea.policy.rechten import Actor, LidRol, Noun, Scope, Verb, scope_of
from openlea.storage.records.models import Lidmaatschap, Werkruimte

_ORDER = list(LidRol)


@dataclass(frozen=True, slots=True)
class Asker:
    """A werkruimte and who asks there."""

    werkruimte: Werkruimte
    actor: Actor


def actor_for(request: HttpRequest, slug: str) -> Asker | None:
    """Return who asks in a werkruimte, or None where this person has nothing to find."""
    werkruimte = Werkruimte.objects.filter(slug=slug).first()
    if werkruimte is None:
        return None
    lid = _membership(request, werkruimte)
    if lid is None:
        return Asker(werkruimte, Actor(werkruimte=werkruimte.pk)) if werkruimte.openbaar else None
    return Asker(werkruimte, looking_as(request, werkruimte, actor_of(lid)))


def actor_of(lid: Lidmaatschap) -> Actor:
    """Return a membership as the actor that rights are asked of."""
    return Actor(
        werkruimte=lid.werkruimte_id,
        rol=LidRol(lid.rol),
        persoon=lid.persoon_id,
        lid=lid.pk,
        partij=lid.partij_id,
        naam=lid.persoon.naam,
    )


def _membership(request: HttpRequest, werkruimte: Werkruimte) -> Lidmaatschap | None:
    """Return the membership with the widest role that is in force today."""
    if not request.user.is_authenticated:
        return None
    found = Lidmaatschap.objects.of(werkruimte.pk).active_on(timezone.localdate())
    mine = found.filter(persoon_id=request.user.pk)
    return min(mine, key=lambda lid: _ORDER.index(LidRol(lid.rol)), default=None)


def session_key(werkruimte: Werkruimte) -> str:
    """Return under which name a session keeps as whom somebody looks in a werkruimte."""
    return f"bekijk_als_{werkruimte.pk}"


def reads_everything(actor: Actor) -> bool:
    """Return whether what the own role reads, it reads whole: then another partij opens nothing."""
    whole = (Scope.ALLES, Scope.NIETS)
    reads = [scope_of(actor.rol, noun, Verb.ZIEN) for noun in Noun]
    return all(one in whole for one in reads) and Scope.ALLES in reads


def looking_as(request: HttpRequest, werkruimte: Werkruimte, actor: Actor) -> Actor:
    """Return the actor, narrowed to the role it chose to look as."""
    chosen = request.session.get(session_key(werkruimte))
    if not chosen or chosen["rol"] not in list(LidRol):
        return actor
    # Whoever chose this while reading everything and has a narrower role since, is only that role:
    # the chosen partij would otherwise open what is of another one.
    if not reads_everything(actor):
        return actor
    return Actor(
        werkruimte=actor.werkruimte,
        rol=actor.rol,
        persoon=actor.persoon,
        lid=actor.lid,
        partij=chosen.get("partij") or actor.partij,
        naam=actor.naam,
        bekijkt_als=LidRol(chosen["rol"]),
    )
