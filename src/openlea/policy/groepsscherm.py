"""Which counts of a school may be known by group: a small one stays a range, also by subtraction.

A count of one to four is a range, and so is every number that would give it away to who knows how
many pupils the school has: other groups are hidden along, in a fixed order, until what is hidden
together is large. What is said then depends on that sum alone, so every small count that could be
there gives the same answer.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.core.onthulling import VERBORGEN_HOOG, VERBORGEN_LAAG, Bereik

SMALLEST = VERBORGEN_HOOG + 1


@dataclass(frozen=True, slots=True)
class Schoolrij:
    """What may be known of a school: its groups in the order given, and who is in none of them."""

    groepen: tuple[Bereik, ...]
    overig: Bereik

    def rest_of(self, groep: int) -> Bereik:
        """Return who isn't in a group: all others, never a total less that group."""
        others = (one for at, one in enumerate(self.groepen) if at != groep)
        return sum(others, start=self.overig)


def shielded_row(aantallen: Sequence[int | None], totaal: int | None) -> Schoolrij | None:
    """Return the ranges of the groups of one school; None when nothing safe can be said.

    A count that isn't known stands as None: then the total is needed. Without a total the groups
    are all pupils. ValueError when the groups are more than the total.
    """
    known = sum(one for one in aantallen if one is not None)
    if totaal is not None and known > totaal:
        raise ValueError("the groups are more than the total")
    if None not in aantallen:
        overig = 0 if totaal is None else totaal - known
        return _shield([*aantallen, overig], _order(aantallen, totaal))
    return None if totaal is None else _shield_unknown(aantallen, totaal - known)


def _order(aantallen: Sequence[int | None], totaal: int | None) -> list[int]:
    """Return which cells may be hidden along, in an order that no count decides."""
    groups = list(range(len(aantallen)))
    return groups if totaal is None else [len(aantallen), *groups]


def _shield(cells: Sequence[int | None], order: Sequence[int]) -> Schoolrij | None:
    values = [one or 0 for one in cells]
    small = [at for at, one in enumerate(values) if 0 < one < SMALLEST]
    if not small:
        return _row([Bereik(one, one) for one in values])
    along: list[int] = []
    spare = [at for at in order if at not in small]
    while not _is_safe(sum(values[at] for at in (*small, *along)), len(small)):
        if not spare:
            return None
        along.append(spare.pop(0))
    return _hidden(values, small, along, sum(values[at] for at in (*small, *along)))


def _shield_unknown(aantallen: Sequence[int | None], over: int) -> Schoolrij | None:
    """Hide the counts that aren't known and what is left over, which isn't known either."""
    values = [*(one or 0 for one in aantallen), 0]
    last = len(aantallen)
    small = [at for at, one in enumerate(aantallen) if one is None or 0 < one < SMALLEST]
    hidden = over + sum(values[at] for at in small)
    along, spare = [last], [at for at in range(last) if at not in small]
    while not _is_safe(hidden, len(small)):
        if not spare:
            return None
        along.append(spare.pop(0))
        hidden += values[along[-1]]
    return _hidden(values, small, along, hidden)


def _is_safe(together: int, small: int) -> bool:
    """Say whether every count that each small one can be leaves the others their place."""
    return together >= SMALLEST + VERBORGEN_HOOG * small


def _hidden(
    values: Sequence[int], small: Sequence[int], along: Sequence[int], together: int
) -> Schoolrij:
    """Return the row; of what is hidden only which it is and the sum may show."""
    least, most = VERBORGEN_LAAG * len(small), VERBORGEN_HOOG * len(small)
    # Before the last was added it was not safe yet: so much the ones before it are at most.
    before = SMALLEST - 1 + most - least
    found = [Bereik(one, one) for one in values]
    for at in small:
        found[at] = Bereik(VERBORGEN_LAAG, VERBORGEN_HOOG)
    for at in along[:-1]:
        found[at] = Bereik(0, min(before, together - least))
    earlier = before * (len(along) - 1)
    found[along[-1]] = Bereik(max(together - most - earlier, 0), together - least)
    return _row(found)


def _row(cells: Sequence[Bereik]) -> Schoolrij:
    return Schoolrij(groepen=tuple(cells[:-1]), overig=cells[-1])
