"""How the actions stand, counted: the bar that shows what goes well and what doesn't."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from openlea.core.agenda import ActieStaat

VOLGORDE = (
    ActieStaat.OP_SCHEMA,
    ActieStaat.AFGEROND,
    ActieStaat.LOOPT_ACHTER,
    ActieStaat.UITGESTELD,
    ActieStaat.GESTOPT,
    ActieStaat.NIET_GESTART,
    ActieStaat.SAMENGEVOEGD,
    ActieStaat.OPGEVOLGD,
    ActieStaat.ONBEKEND,
)
"""From what goes well, by what doesn't, to what nobody told of yet."""


@dataclass(frozen=True, slots=True)
class StaatDeel:
    """So many actions in one state; `van` and `breed` are hundredths of the bar."""

    staat: ActieStaat
    aantal: int
    van: float
    breed: float


def divide(staten: Iterable[ActieStaat]) -> tuple[StaatDeel, ...]:
    """Return the states that occur, in the order of the bar; together they fill it."""
    counted = Counter(staten)
    whole, before, parts = counted.total(), 0, []
    for staat in VOLGORDE:
        if aantal := counted[staat]:
            parts.append(StaatDeel(staat, aantal, 100 * before / whole, 100 * aantal / whole))
            before += aantal
    return tuple(parts)
