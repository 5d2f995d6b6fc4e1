"""How much of an index is chance: what chance alone would give, a correction and an interval.

Small units make every index too high: with few children shares differ by luck alone. Resampling the
children as they are (Elbers' `segregation`: 2θ̂ − θ*) repeats that luck and corrects half of it; on
simulated truth its interval for D held the truth in 31 to 92 of 100 cases. So the test is inverted
(Garthwaite and Buckland 1992; DiCiccio and Romano 1990): the shares of the units are drawn towards
the share of the area, from wholly (chance alone) to two and a half times as far apart as counted:
a few schools can be counted alike by luck while the truth is far apart.
For each such population it is known what the index truly is, and drawing children from it says what
would be counted. The interval holds every true value that could well have given the index counted,
the correction takes the one that gives it on average. docs/decisions/0023 tells what was tried.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from openlea.engines.segregation.areas import Areas, FloatArray, counts_of
from openlea.engines.segregation.expected import DRAWN, expected
from openlea.engines.segregation.measures import INDICES, measured
from openlea.engines.segregation.worlds import Wish, World, worlds

PULLS: Final = (0.0, 0.5, 1.0, 2.5)
"""How far apart the units are in each population that is drawn from; 1 is as counted."""
COUNTED: Final = PULLS.index(1.0)
FLAT: Final = 1e-12
NEEDED: Final = "genormaliseerd"
DEPENDENT: Final = ("isolatie", "blootstelling")
"""Move with the size of the group too: bounded by the world as counted, chance as `NEEDED` is."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """An index per area with its chance; is_chance says that nothing more need be behind it.

    `verwacht` is what would be counted on average were the same children spread at random over the
    same units; `laag` and `hoog` bound the true value in 95 of 100 cases; all NaN where the index
    isn't defined.
    """

    waarde: FloatArray
    laag: FloatArray
    hoog: FloatArray
    verwacht: FloatArray
    gecorrigeerd: FloatArray
    is_chance: NDArray[np.bool_]


def assess(
    counts: ArrayLike,
    area: ArrayLike,
    *,
    group: int = 0,
    draws: int = 200,
    seed: int,
    only: Collection[str] = INDICES,
) -> dict[str, Assessment]:
    """Return per index how much of it is chance, for every area at once.

    `draws` is how often all children are drawn anew, from four populations together; the same seed
    gives the same outcome. ValueError where a count isn't whole: half a child can't be drawn.
    """
    table, areas = counts_of(counts, area)
    if (table % 1 != 0).any():
        raise ValueError("children are drawn, so every count must be whole")
    if draws < 2 * len(PULLS):
        raise ValueError(f"draw at least {2 * len(PULLS)} times")
    if not areas.count:
        empty = np.zeros(0)
        nothing = Assessment(empty, empty, empty, empty, empty, empty > 0)
        return dict.fromkeys(only, nothing)
    wanted = dict.fromkeys([*only, *([NEEDED] if set(only) & {*DEPENDENT} else [])])
    raw = measured(list(table.T), table.sum(axis=1), areas, group=group, only=wanted)
    wish = Wish(group, draws // len(PULLS), seed, tuple(wanted))
    drawn = worlds(table, areas, PULLS, wish)
    found = {name: _judged(name, raw[name], drawn) for name in wanted}
    for name in set(wanted) - DRAWN:
        found[name] = replace(found[name], verwacht=expected(table, areas, group, name))
    for name in set(only) & {*DEPENDENT}:
        found[name] = replace(found[name], is_chance=found[NEEDED].is_chance)
    return {name: _placed(found[name], areas) for name in only}


def _judged(name: str, counted: FloatArray, drawn: list[World]) -> Assessment:
    """Return the assessment of one index, per area that has units."""
    truth = np.stack([each.truth[name] for each in drawn])
    truth = np.where(np.abs(truth) < FLAT, 0, truth)
    mean = np.stack([each.mean[name] for each in drawn])
    low = np.stack([each.low[name] for each in drawn])
    high = np.stack([each.high[name] for each in drawn])
    if name in DEPENDENT:
        ends = [counted + truth[COUNTED] - each[COUNTED] for each in (high, low, mean)]
    else:
        ends = [_crossed(each, truth, counted) for each in (high, low, mean)]
    bottom, top, middle = (
        np.where(np.isnan(counted), np.nan, np.clip(each, 0, _most(name))) for each in ends
    )
    with np.errstate(invalid="ignore"):
        is_chance = counted <= high[0]
    return Assessment(counted, bottom, top, mean[0], middle, is_chance)


def _most(name: str) -> float:
    return np.inf if name == "wederzijdse_informatie" else 1.0


def _crossed(level: FloatArray, truth: FloatArray, counted: FloatArray) -> FloatArray:
    """Return the true value at which a level that rises from world to world equals the counted.

    Before the first world it is that world's; past the last the line is drawn on a little.
    """
    level = np.maximum.accumulate(level, axis=0)
    at, last = np.arange(level.shape[1]), len(level) - 2
    with np.errstate(invalid="ignore"):
        below = np.clip((level < counted).sum(axis=0) - 1, 0, last)
        here, there = level[below, at], level[below + 1, at]
        step = np.where(there - here > FLAT, there - here, 1)
        part = np.clip(np.where(there - here > FLAT, (counted - here) / step, 0), 0, 2)
    found: FloatArray = truth[below, at] + part * (truth[below + 1, at] - truth[below, at])
    return found


def _placed(found: Assessment, areas: Areas) -> Assessment:
    """Return the assessment on the numbers the areas were given."""
    known = (found.waarde, found.laag, found.hoog, found.verwacht, found.gecorrigeerd)
    empty = np.isnan(found.waarde)
    waarde, laag, hoog, verwacht, gecorrigeerd = (
        areas.placed(np.where(empty, np.nan, each)) for each in known
    )
    chance = np.zeros(areas.count, dtype=np.bool_)
    chance[areas.present] = found.is_chance & ~empty
    return Assessment(waarde, laag, hoog, verwacht, gecorrigeerd, chance)
