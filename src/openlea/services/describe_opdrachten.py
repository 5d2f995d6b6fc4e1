"""Describe what was asked of the werkgroepen: how far each assignment is, and what is late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from openlea.core.keuze import Keuze
from openlea.core.opdracht import OpdrachtStaat
from openlea.policy.rechten import Actor
from openlea.services.opdracht.beelden import Opdrachtbeeld, show_all
from openlea.storage.records.opdracht_seen import opdrachten_seen


class Beurt(Keuze):
    """Whose turn it is, in the order in which it is shown."""

    WERKGROEP = "werkgroep", "De werkgroep is aan zet"
    OVERLEG = "overleg", "Het overleg is aan zet"
    CONCEPT = "concept", "Nog niet verstrekt"
    KLAAR = "klaar", "Klaar"


BEURTEN = {
    OpdrachtStaat.CONCEPT: Beurt.CONCEPT,
    OpdrachtStaat.VERSTREKT: Beurt.WERKGROEP,
    OpdrachtStaat.AANVAARD: Beurt.WERKGROEP,
    OpdrachtStaat.VOORSTEL: Beurt.OVERLEG,
    OpdrachtStaat.AFGEROND: Beurt.KLAAR,
    OpdrachtStaat.INGETROKKEN: Beurt.KLAAR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtgroep:
    """The assignments with the same turn; what is late or due soonest comes first."""

    beurt: Beurt
    opdrachten: tuple[Opdrachtbeeld, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdrachtenbord:
    """Every assignment that the actor may see, by whose turn it is."""

    groepen: tuple[Opdrachtgroep, ...]

    @property
    def open(self) -> tuple[Opdrachtbeeld, ...]:
        """Return the assignments that are given and not over."""
        shown = (Beurt.WERKGROEP, Beurt.OVERLEG)
        return tuple(one for g in self.groepen if g.beurt in shown for one in g.opdrachten)

    @property
    def te_laat(self) -> int:
        """Return of how many the proposal is late."""
        return sum(1 for one in self.open if one.te_laat)


def describe_opdrachten(actor: Actor, today: date, werkgroep: int | None = None) -> Opdrachtenbord:
    """Return the assignments by whose turn it is; of one werkgroep when it is given."""
    found = opdrachten_seen(actor, today)
    if werkgroep is not None:
        found = found.filter(werkgroep_id=werkgroep)
    return Opdrachtenbord(groepen=tuple(_groups(show_all(actor, list(found), today))))


def _groups(beelden: tuple[Opdrachtbeeld, ...]) -> Iterator[Opdrachtgroep]:
    for beurt in Beurt:
        own = [one for one in beelden if BEURTEN[one.staat] is beurt]
        if beurt is not Beurt.KLAAR:
            own.sort(key=lambda one: one.record.voor or date.max)
        if own:
            yield Opdrachtgroep(beurt=beurt, opdrachten=tuple(own))
