"""A look ahead, from as many years as were counted: with one year, what a single count can tell.

From one year nobody can see who goes on. The ages beside each other then stand in for the years
after each other (a cross-section), the same for every unit, and how wide the interval must be is
assumed and not learnt.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from openlea.engines.forecast.calibrate import Widening, size_of, widening
from openlea.engines.forecast.flow import FloatArray, IntArray, Plan, project
from openlea.engines.forecast.history import History, plan_of
from openlea.engines.forecast.rates import HIGHEST, WEIGHTS
from openlea.engines.forecast.simulate import Fan, Wish, simulate
from openlea.engines.forecast.spread import Spread

LEARNING: Final = 5
"""With fewer years counted no interval can be learnt."""
ASSUMED: Final = {
    "entry_level": 0.08,
    "entry_unit": 0.06,
    "entry_common": 0.03,
    "ratio_unit": 0.01,
    "ratio_common": 0.01,
    "churn": 0.06,
}
"""Doubt when nothing can be learnt: standard deviations, as parts of what they are about."""
EMPTY_YEAR: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A plan for years to come and how unsure it is; `wide` is None when nothing was learnt."""

    plan: Plan
    spread: Spread
    area: IntArray
    wide: Widening | None
    now: FloatArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """How a scenario differs: `births` [year] and `growth` [year] factors (1 is as expected).

    `growth` is what migration does to everybody in that year; `extra` [area][year][age] are people
    who come besides, such as in new houses.
    """

    births: Sequence[float]
    growth: Sequence[float]
    extra: Sequence[Sequence[Sequence[float]]] | None = None


def look_ahead(history: History, years: int, *, ahead: int = 0, seed: int = 1) -> Outlook:
    """Return a look so many years ahead, with what the years counted can tell."""
    if history.years == EMPTY_YEAR:
        return _one_year(history, years)
    plan, spread, _ = plan_of(history, years)
    wide = None
    if history.years >= LEARNING:
        wide = widening(history, years, ahead=ahead, draws=200, seed=seed)
    return Outlook(
        plan=plan, spread=spread, area=history.area, wide=wide, now=history.totals[:, -1]
    )


def _one_year(history: History, years: int) -> Outlook:
    start = history.counts[:, :, -1].astype(np.float64)
    total = start.sum(axis=0)
    region = np.divide(total[1:], total[:-1], out=np.ones(len(total) - 1), where=total[:-1] > 0)
    region = np.minimum(region, HIGHEST)
    entry = _entry(start, region)
    ahead = _births(history, years)[history.area]
    count = len(start)
    spread = Spread(
        entry_level=np.full(count, ASSUMED["entry_level"]),
        entry_unit=ASSUMED["entry_unit"],
        entry_common=ASSUMED["entry_common"],
        ratio_unit=np.full(count, ASSUMED["ratio_unit"]),
        ratio_common=ASSUMED["ratio_common"],
        churn=ASSUMED["churn"],
    )
    plan = Plan(
        start=start,
        ratio=np.repeat(region[None], count, axis=0),
        entry=(entry[:, None] * ahead).T,
    )
    return Outlook(plan=plan, spread=spread, area=history.area, wide=None, now=start.sum(axis=1))


def _entry(start: FloatArray, region: FloatArray) -> FloatArray:
    """Return who enters each unit a year: what its three youngest ages were when they entered."""
    back = np.concatenate([[1.0], np.cumprod(np.maximum(region, 0.05))])
    youngest = start[:, : len(WEIGHTS)] / back[: len(WEIGHTS)]
    weights = np.array(WEIGHTS[::-1][: youngest.shape[1]])
    found: FloatArray = youngest @ weights / weights.sum()
    return found


def _births(history: History, years: int) -> FloatArray:
    """Return per area and year how many reach the first age, as a part of those who did now."""
    now = history.population[:, history.years - 1]
    known = history.population[:, history.years :]
    found = np.ones((len(now), years))
    for row, first, later in zip(found, now, known, strict=True):
        usable = later[np.isfinite(later)][:years]
        if first > 0 and len(usable):
            row[: len(usable)] = usable / first
            row[len(usable) :] = usable[-len(WEIGHTS) :].mean() / first
    return found


def only(outlook: Outlook, units: Sequence[int]) -> Outlook:
    """Return the look ahead of some units alone, as what the others taught stays in it.

    They must be all units of their areas: those of one area share what comes there.
    """
    rows = np.asarray(units, dtype=np.intp)
    plan, spread = outlook.plan, outlook.spread
    return replace(
        outlook,
        plan=Plan(start=plan.start[rows], ratio=plan.ratio[rows], entry=plan.entry[:, rows]),
        spread=replace(
            spread, entry_level=spread.entry_level[rows], ratio_unit=spread.ratio_unit[rows]
        ),
        area=np.unique(outlook.area[rows], return_inverse=True)[1].ravel(),
        now=outlook.now[rows],
    )


def varied(outlook: Outlook, variation: Variation) -> Plan:
    """Return the plan of a scenario; the extra people go where those of their age are."""
    plan = outlook.plan
    growth = np.asarray(variation.growth, dtype=np.float64)
    entry = plan.entry * (np.asarray(variation.births) * np.cumprod(growth))[:, None]
    grown = replace(plan, entry=entry, ratio=plan.ratio * growth.mean())
    if variation.extra is None:
        return grown
    extra = np.asarray(variation.extra, dtype=np.float64)
    total = np.zeros((extra.shape[0], plan.start.shape[1]))
    np.add.at(total, outlook.area, plan.start)
    whole = total[outlook.area]
    share = np.divide(plan.start, whole, out=np.zeros_like(plan.start), where=whole > 0)
    arrivals = extra[outlook.area].transpose(1, 0, 2) * share[None]
    return replace(grown, arrivals=arrivals)


def fan_of(outlook: Outlook, plan: Plan, wish: Wish) -> Fan:
    """Return what can come of a plan, as wide as was learnt."""
    if outlook.wide is not None:
        many = int(outlook.area.max(initial=-1)) + 1
        wish = replace(
            wish,
            widen=outlook.wide.units[size_of(outlook.now)],
            widen_area=np.repeat(outlook.wide.areas[None], many, axis=0),
        )
    return simulate(plan, outlook.spread, outlook.area, wish)


def unseen(plan: Plan, low: FloatArray, high: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return how many fewer and more there can be, as who is there now is known as a range.

    `low` and `high` are [unit, age] around the start; the outcome is [unit, year], from a year on.
    """
    middle = project(plan).totals[1:].T
    less = project(replace(plan, start=low)).totals[1:].T
    more = project(replace(plan, start=high)).totals[1:].T
    return middle - less, more - middle


def history_of(
    rows: Sequence[tuple[int, int, int, float]],
    shape: tuple[int, int, int],
    area: Sequence[int],
    population: Sequence[Sequence[float]] | None = None,
) -> History:
    """Return a history from rows of unit, age, year and count; what isn't told is nought."""
    counts = np.zeros(shape)
    if rows:
        unit, age, year, count = zip(*rows, strict=True)
        np.add.at(counts, (unit, age, year), count)
    place = np.asarray(area, dtype=np.intp)
    if population is None:
        return History.of(counts, place)
    return History(counts=counts, area=place, population=np.asarray(population, dtype=np.float64))


def limits(values: Sequence[float]) -> FloatArray:
    """Return the least numbers of units as an array."""
    return np.asarray(values, dtype=np.float64)
