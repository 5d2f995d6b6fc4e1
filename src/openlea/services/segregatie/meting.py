"""Measures per gemeente how unevenly a group is spread over its schools, with chance beside it.

A hidden count is a range, so an index is a range. What chance does is computed on the middle of
each range, and then made as much wider as the hidden counts make the index.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.onthulling import Bereik
from openlea.engines.segregation import Assessment, assess, index_range
from openlea.policy.segregatietekst import Oordeel
from openlea.storage.warehouse.groepacht import Schooltelling

FEWEST_SCHOOLS = 3
TREKKINGEN, ZAAD = 1000, 20241001
"""So often children are drawn; the same seed gives everybody the same outcome."""
HIDDEN_WIDE = 0.05
"""So wide must hidden counts make an index before they, and not chance, are why nothing is said."""
DISSIMILARITEIT, ISOLATIE = "dissimilariteit", "genormaliseerd"


@dataclass(frozen=True, slots=True)
class Index:
    """An index in percent: as counted, within which margin, by chance alone, and without chance.

    `is_verborgen` says that hidden counts decide whether it's more than chance.
    """

    geteld: Bereik
    marge: Bereik
    toeval: float
    zonder_toeval: Bereik
    is_toeval: bool
    is_verborgen: bool = False

    @property
    def oordeel(self) -> Oordeel:
        """Return what may be said of it."""
        if self.is_verborgen:
            return Oordeel.ONBEKEND
        return Oordeel.TOEVAL if self.is_toeval else Oordeel.MEER


@dataclass(frozen=True, slots=True)
class Meting:
    """Both indices of a gemeente; `isolatie` is normalised, as the OECD uses it."""

    scholen: int
    groep: Bereik
    dissimilariteit: Index
    isolatie: Index


def measure_all(scholen: Sequence[Schooltelling]) -> Mapping[str, Meting]:
    """Return the indices per gemeente with at least three schools where both groups occur."""
    per_gemeente: dict[str, list[Schooltelling]] = {}
    for one in scholen:
        per_gemeente.setdefault(one.gemeente, []).append(one)
    enough = {code: some for code, some in per_gemeente.items() if len(some) >= FEWEST_SCHOOLS}
    if not enough:
        return {}
    rows = [one for some in enough.values() for one in some]
    area = [number for number, some in enumerate(enough.values()) for _ in some]
    ranges = index_range([_low(one) for one in rows], [_high(one) for one in rows], area)
    chance = assess(
        [middle(one) for one in rows], area, draws=TREKKINGEN, seed=ZAAD,
        only=(DISSIMILARITEIT, ISOLATIE),
    )  # fmt: skip
    found = {}
    for at, (code, some) in enumerate(enough.items()):
        both = [
            _index((float(ranges[name][0][at]), float(ranges[name][1][at])), chance[name], at)
            for name in (DISSIMILARITEIT, ISOLATIE)
        ]
        if both[0] is not None and both[1] is not None:
            groep = Bereik(sum(one.groep.laag for one in some), sum(one.groep.hoog for one in some))
            found[code] = Meting(len(some), groep, both[0], both[1])
    return found


def middle(one: Schooltelling) -> tuple[int, int]:
    """Return the counts of a school for what can't reckon with ranges: the middle, rounded down."""
    return (
        int(one.groep.laag + one.groep.hoog) // 2,
        int(one.rest.laag + one.rest.hoog) // 2,
    )


def _low(one: Schooltelling) -> tuple[float, float]:
    return one.groep.laag, one.rest.laag


def _high(one: Schooltelling) -> tuple[float, float]:
    return one.groep.hoog, one.rest.hoog


def _index(ends: tuple[float, float], found: Assessment, at: int) -> Index | None:
    """Return the index of one gemeente; None when the group, or the rest, occurs nowhere."""
    counted = float(found.waarde[at])
    known = (*ends, counted, float(found.verwacht[at]))
    if any(one != one for one in known):  # noqa: PLR0124 - NaN alone differs from itself
        return None
    below, above = max(counted - ends[0], 0.0), max(ends[1] - counted, 0.0)
    bottom, top = float(found.laag[at]), float(found.hoog[at])
    pure, expected = float(found.gecorrigeerd[at]), float(found.verwacht[at])
    is_chance, reaches = bool(found.is_chance[at]), ends[0] <= expected
    return Index(
        geteld=_percent(min(ends[0], counted), max(ends[1], counted)),
        marge=_percent(bottom - below, top + above),
        toeval=100 * expected,
        zonder_toeval=_percent(pure - below, pure + above),
        is_toeval=is_chance or reaches,
        is_verborgen=reaches != is_chance and ends[1] - ends[0] > HIDDEN_WIDE,
    )


def _percent(laag: float, hoog: float) -> Bereik:
    low = round(100 * min(max(laag, 0.0), 1.0), 4)
    return Bereik(low, max(low, round(100 * min(max(hoog, 0.0), 1.0), 4)))
