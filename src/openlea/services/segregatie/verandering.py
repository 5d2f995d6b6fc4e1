"""What a change of segregation consists of: schools that came or went, other pupils, other spread.

Counts that are hidden take the middle of their range: the parts tell an order of size.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.engines.segregation import change
from openlea.services.segregatie.meting import FEWEST_SCHOOLS, middle
from openlea.storage.warehouse.groepacht import Schooltelling

MILLI = 1000.0
"""M is in nats and small; as thousandths it can be read."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the change in thousandths of M; above nought the schools went apart by it."""

    naam: str
    waarde: float


@dataclass(frozen=True, slots=True)
class Verandering:
    """The index M in two years in thousandths, and the parts that sum to their difference."""

    van: str
    tot: str
    eerst: float
    laatst: float
    delen: tuple[Deel, ...]
    nieuw: int
    weg: int

    @property
    def grootste(self) -> Deel:
        """Return the part that did most, whichever way."""
        return max(self.delen, key=lambda one: abs(one.waarde))


def change_of(
    jaren: tuple[str, str], first: Sequence[Schooltelling], last: Sequence[Schooltelling]
) -> Verandering | None:
    """Return the change between two years of one gemeente; None with too few schools in either."""
    if min(len(first), len(last)) < FEWEST_SCHOOLS:
        return None
    before = {one.code: middle(one) for one in first}
    after = {one.code: middle(one) for one in last}
    codes = sorted({*before, *after})
    found = change(
        [before.get(code, (0, 0)) for code in codes],
        [after.get(code, (0, 0)) for code in codes],
        [0] * len(codes),
    )
    delen = (
        Deel("Scholen die verdwenen", MILLI * float(found.closed[0])),
        Deel("Scholen die erbij kwamen", MILLI * float(found.opened[0])),
        Deel("Meer of minder leerlingen in de groep", MILLI * float(found.population[0])),
        Deel("Scholen die groeiden of krompen", MILLI * float(found.sizes[0])),
        Deel("Leerlingen anders verdeeld over dezelfde scholen", MILLI * float(found.spread[0])),
    )
    return Verandering(
        van=jaren[0],
        tot=jaren[1],
        eerst=MILLI * float(found.before[0]),
        laatst=MILLI * float(found.after[0]),
        delen=delen,
        nieuw=len(set(after) - set(before)),
        weg=len(set(before) - set(after)),
    )
