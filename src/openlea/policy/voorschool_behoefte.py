"""How many places the coming years ask for, and what one more group costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from openlea.core.onthulling import Bereik

MAANDEN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarbehoefte:
    """What a year asks: children old enough, of them the doelgroep, and places short (or over).

    `per_groep` is how many children a group may hold at most.
    """

    jaar: int
    kinderen: float
    doelgroep: Bereik
    tekort: Bereik | None
    per_groep: int

    @property
    def groepen(self) -> tuple[int, int]:
        """Return the fewest and the most groups that are missing; whole groups only."""
        if self.tekort is None:
            return 0, 0
        ends = (self.tekort.laag, self.tekort.hoog)
        least, most = (max(ceil(end / self.per_groep), 0) for end in ends)
        return least, most


def children_of_age(per_leeftijd: Mapping[int, float], jaren: int, vanaf: int) -> float | None:
    """Return how many are from `vanaf` months until four, so many years after the count.

    Those of now are taken to stay: moving in and out, and children not yet born, are not in it.
    None when an age that is needed was not counted or not born yet.
    """
    total = 0.0
    for age in range(4):
        part = _part(age, vanaf)
        if not part:
            continue
        if age - jaren not in per_leeftijd:
            return None
        total += per_leeftijd[age - jaren] * part
    return total


def _part(age: int, vanaf: int) -> float:
    """Return which part of the children of a year of age is at least so many months old."""
    begin, end = age * MAANDEN, (age + 1) * MAANDEN
    return max(end - max(begin, vanaf), 0) / MAANDEN
