"""The order of a meeting: what may follow on what, who may touch a line, and how time goes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from openlea.core.keuze import Keuze
from openlea.core.overleg import (
    Overlegkaart,
    PuntSoort,
    PuntStaat,
    VergaderingStaat,
    VerslagStaat,
)

BEGINNEN = frozenset({VergaderingStaat.CONCEPT, VergaderingStaat.UITGENODIGD})
MINUUT = 60


class Afhandeling(Keuze):
    """What is done with an item; an item that goes on keeps what was said of it."""

    BEHANDELD = "behandeld", "Behandeld"
    DOORSCHUIVEN = "doorschuiven", "Schuif door naar de volgende vergadering"
    PARKEREN = "parkeren", "Parkeer op de voorraad"
    VERVALLEN = "vervallen", "Laat vervallen"
    HEROPENEN = "heropenen", "Zet weer open"


def is_part_of_sitting(titel: str, kaart: Overlegkaart | None) -> bool:
    """Return whether an item is done by sitting at all: opening, and any other business.

    Every meeting of the kind begins with it anew, and it only informs: it is never carried over.
    """
    punten = kaart.punten if kaart else ()
    own = {one.titel for one in punten if one.soort is PuntSoort.INFORMEREN and not one.vast}
    return titel in own


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntduur:
    """An item: how long it may take, and when it was done."""

    nummer: int
    minuten: int
    staat: PuntStaat = PuntStaat.OPEN
    klaar_op: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdstand:
    """How time goes in whole minutes: planned and used per meeting, and used per item.

    `loopt` is how long the item takes that comes after the last one that was done.
    """

    gepland: int
    gebruikt: int
    per_punt: tuple[tuple[int, int], ...]
    loopt: int
    nog_gepland: int

    @property
    def uitloop(self) -> int:
        """Return how many minutes the meeting runs behind what was planned for what is done."""
        return self.gebruikt + self.nog_gepland - self.gepland


def time_used(
    punten: Iterable[Puntduur], begonnen: datetime | None, now: datetime | None
) -> Tijdstand:
    """Return how time goes; each item took from when the one before it was done.

    The order is that in which items were done, not that of the agenda. Before the meeting begins
    nothing is used; `now` is when it was closed, if it is.
    """
    seen = tuple(punten)
    done = sorted(
        (one for one in seen if one.klaar_op is not None),
        key=lambda one: (one.klaar_op, one.nummer),
    )
    used: list[tuple[int, int]] = []
    last = begonnen
    for one in done:
        used.append((one.nummer, _minutes(last, one.klaar_op)))
        last = one.klaar_op
    open_ones = [one.minuten for one in seen if one.staat is PuntStaat.OPEN]
    return Tijdstand(
        gepland=sum(one.minuten for one in seen),
        gebruikt=_minutes(begonnen, now),
        per_punt=tuple(used),
        loopt=_minutes(last, now),
        nog_gepland=max(sum(open_ones) - _minutes(last, now), 0) if open_ones else 0,
    )


def may_write_line(staat: VergaderingStaat, verslag: VerslagStaat, *, leads: bool) -> bool:
    """Return whether a line may be added: during it by all, afterwards by who keeps the minutes."""
    if verslag is VerslagStaat.VASTGESTELD or staat is VergaderingStaat.AFGELAST:
        return False
    return staat is VergaderingStaat.BEZIG or leads


def may_change_line(
    staat: VergaderingStaat, verslag: VerslagStaat, *, own: bool, leads: bool
) -> bool:
    """Return whether a line may be changed or struck: one's own, or by who keeps the minutes."""
    return may_write_line(staat, verslag, leads=leads) and (own or leads)


def open_items(punten: Iterable[Puntduur]) -> tuple[int, ...]:
    """Return the numbers of the items that have no outcome yet."""
    return tuple(one.nummer for one in punten if one.staat is PuntStaat.OPEN)


def _minutes(start: datetime | None, end: datetime | None) -> int:
    if start is None or end is None:
        return 0
    return max(int((end - start).total_seconds() // MINUUT), 0)
