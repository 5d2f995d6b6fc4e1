"""Finds the one agreement that somebody wants to see or change, if the right reaches it."""

from collections.abc import Iterable
from datetime import date

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, Fout, NotAllowed, NotFound
from openlea.policy.afspraak_controle import may_write
from openlea.policy.rechten import Actor, Noun, Scope, Verb
from openlea.storage.records import models as records
from openlea.storage.records.scope_overleg import afspraken_within, led_by


def find_afspraak(actor: Actor, nummer: int) -> records.Afspraak:
    """Return an agreement that the actor may see; raises NotFound as for a missing one."""
    every = records.Afspraak.objects.of(actor.werkruimte)
    seen = afspraken_within(every, actor.scope(Noun.AFSPRAAK, Verb.ZIEN), actor)
    found = seen.filter(pk=nummer).first()
    if found is None:
        raise NotFound("Deze afspraak is er niet.")
    return found


def find_to_change(actor: Actor, nummer: int, today: date) -> records.Afspraak:
    """Return an agreement that the actor may change; raises NotFound or NotAllowed."""
    found = find_afspraak(actor, nummer)
    if not may_change(actor, found, today):
        raise NotAllowed("Deze afspraak wijzigt wie eraan meedoet, of wie het overleg leidt.")
    return found


def may_change(actor: Actor, one: records.Afspraak, today: date) -> bool:
    """Return whether the right of the actor reaches this agreement."""
    scope = actor.scope(Noun.AFSPRAAK, Verb.WIJZIGEN)
    if scope in (Scope.ALLES, Scope.NIETS):
        return scope is Scope.ALLES
    names_own = one.partijen.filter(partij_id=actor.partij or 0).exists()
    reeks = one.punt.reeks_id if one.punt else None
    return may_write(scope, names_own=names_own, leads=leads(actor, reeks, today))


def leads(actor: Actor, reeks: int | None, today: date) -> bool:
    """Return whether the actor chairs or keeps the minutes of a series; of none, nobody does."""
    return reeks is not None and led_by(actor, today).filter(reeks_id=reeks).exists()


def refuse_publishing(
    actor: Actor,
    zichtbaarheid: Zichtbaarheid,
    partijen: Iterable[int],
    reeks: int | None,
    day: date,
) -> None:
    """Raise BadInput when a partij would show everybody what it agreed with others.

    `partijen` are keys. Who keeps the agenda or leads the series may.
    """
    alone = set(partijen) <= {actor.partij}
    if zichtbaarheid is not Zichtbaarheid.PUBLIEK or alone or leads(actor, reeks, day):
        return
    if actor.scope(Noun.AFSPRAAK, Verb.WIJZIGEN) is not Scope.ALLES:
        reden = "Openbaar maken doet wie de agenda bijhoudt of het overleg leidt."
        raise BadInput([Fout("", "zichtbaarheid", reden)])
