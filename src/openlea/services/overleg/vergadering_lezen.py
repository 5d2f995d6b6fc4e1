"""Reads a meeting with its items and people, as far as somebody may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from openlea.core.errors import NotFound
from openlea.core.overleg import Aanwezigheid, Mandaat, Overlegrol
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records import models as records
from openlea.storage.records.scope_overleg import punten_within, vergaderingen_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanwezige:
    """Somebody who is asked to a meeting: `partij` is '' for a guest, `naam` '' for outsiders."""

    partij: str
    naam: str
    rol: Overlegrol
    mandaat: Mandaat
    aanwezigheid: Aanwezigheid


def meeting_seen(actor: Actor, nummer: int, today: date) -> "records.Vergadering":
    """Return a meeting with its series; NotFound for one that the actor may not see."""
    every = records.Vergadering.objects.of(actor.werkruimte).filter(pk=nummer)
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    found = vergaderingen_within(every, scope, actor, today).first()
    if found is None:
        raise NotFound("Dit overleg is er niet.")
    return found


def punten_seen(
    actor: Actor, meeting: "records.Vergadering", today: date
) -> list["records.Agendapunt"]:
    """Return the items of a meeting that the actor sees, in order, with what they hang on."""
    every = records.Agendapunt.objects.of(actor.werkruimte).filter(vergadering=meeting)
    return list(punten_within(every, actor.scope(Noun.OVERLEG, Verb.ZIEN), actor, today))


def people_of(actor: Actor, meeting: "records.Vergadering") -> tuple[Aanwezige, ...]:
    """Return who is asked; who may not read the notes sees parties, and no names."""
    named = actor.may(Noun.NOTULEN, Verb.ZIEN)
    rows = records.Deelnemer.objects.filter(
        werkruimte_id=actor.werkruimte, vergadering=meeting
    ).select_related("partij")
    people = (
        Aanwezige(
            partij=one.partij.naam if one.partij else "",
            naam=one.naam if named else "",
            rol=Overlegrol(one.rol),
            mandaat=Mandaat(one.mandaat),
            aanwezigheid=Aanwezigheid(one.aanwezigheid),
        )
        for one in rows
    )
    return tuple(people) if named else _parties(people)


def _parties(people: Iterable[Aanwezige]) -> tuple[Aanwezige, ...]:
    """Return each partij once, and no guests."""
    return tuple({one.partij: one for one in people if one.partij}.values())
