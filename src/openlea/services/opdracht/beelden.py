"""How assignments are shown: how far each is, what it still misses, and what came back on it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.opdracht import OpdrachtStaat, VoorstelStaat
from openlea.policy.opdracht import (
    Opdrachtkant,
    OpdrachtStap,
    VoorstelStap,
    days_late,
    proposal_steps,
    steps_open,
)
from openlea.policy.opdrachtvorm import DELEN, Opdrachtdeel, missing_parts
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.models import Agendapunt, Besluit, Opdracht, Voorstel
from openlea.storage.records.opdracht_seen import items_now, place_of, voorstellen_seen
from openlea.storage.records.scope_overleg import besluiten_within


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstelbeeld:
    """A proposal, the item where it stands now, and what was decided there, as far as seen."""

    record: Voorstel
    punt: Agendapunt | None
    besluiten: tuple[Besluit, ...]
    stappen: tuple[VoorstelStap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtbeeld:
    """An assignment with the steps that the actor may take; `te_laat` is in days.

    `punt` is the item on which it was asked, None when there is none or it may not be seen.
    """

    record: Opdracht
    kanten: frozenset[Opdrachtkant]
    stappen: tuple[OpdrachtStap, ...]
    mist: tuple[Opdrachtdeel, ...]
    te_laat: int
    punt: Agendapunt | None
    voorstellen: tuple[Voorstelbeeld, ...]

    @property
    def staat(self) -> OpdrachtStaat:
        """Return how far it is."""
        return OpdrachtStaat(self.record.staat)


def show_all(
    actor: Actor, opdrachten: Sequence[Opdracht], today: date
) -> tuple[Opdrachtbeeld, ...]:
    """Return how assignments are shown, in their order; in a fixed number of queries."""
    proposals = list(voorstellen_seen(actor, today).filter(opdracht__in=list(opdrachten)))
    asked = {one.punt_id for one in opdrachten} | {one.punt_id for one in proposals}
    items = items_now(actor, asked, today)
    decided = _decisions(actor, items, today)
    plek = place_of(actor, today)
    per_opdracht = defaultdict[int, list[Voorstelbeeld]](list)
    for one in proposals:
        punt = items.get(one.punt_id or 0)
        stappen = proposal_steps(
            VoorstelStaat(one.staat), OpdrachtStaat(one.opdracht.staat), plek.sides(one.opdracht)
        )
        found = tuple(decided.get(punt.pk, ())) if punt else ()
        per_opdracht[one.opdracht_id].append(
            Voorstelbeeld(record=one, punt=punt, besluiten=found, stappen=stappen)
        )
    return tuple(
        _show(one, plek.sides(one), items, tuple(per_opdracht[one.pk]), today) for one in opdrachten
    )


def _show(
    record: Opdracht,
    kanten: frozenset[Opdrachtkant],
    items: Mapping[int, Agendapunt],
    voorstellen: tuple[Voorstelbeeld, ...],
    today: date,
) -> Opdrachtbeeld:
    staat = OpdrachtStaat(record.staat)
    return Opdrachtbeeld(
        record=record,
        kanten=kanten,
        stappen=steps_open(staat, kanten),
        mist=missing_parts({deel.veld: getattr(record, deel.veld) for deel in DELEN}),
        te_laat=days_late(staat, record.voor, today),
        punt=items.get(record.punt_id or 0),
        voorstellen=voorstellen,
    )


def _decisions(
    actor: Actor, items: Mapping[int, Agendapunt], today: date
) -> Mapping[int, list[Besluit]]:
    """Return what was decided per item, as far as the actor may see it."""
    every = Besluit.objects.of(actor.werkruimte).filter(punt__in=[p.pk for p in items.values()])
    found = defaultdict[int, list[Besluit]](list)
    for one in besluiten_within(every, actor.scope(Noun.BESLUIT, Verb.ZIEN), actor, today):
        found[one.punt_id].append(one)
    return found
