"""What was counted, year after year, and the plan that follows from it without looking ahead."""

from dataclasses import dataclass
from typing import Self

import numpy as np

from openlea.engines.forecast.flow import FloatArray, IntArray, Plan
from openlea.engines.forecast.rates import HIGHEST, WEIGHTS, Rates, rates
from openlea.engines.forecast.spread import FEWEST, Spread, learnt


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """Counts [unit, age, year], the area [unit] of each, and who reached the first age where.

    `population` [area, year] counts those of the first age in an area, in the years counted and as
    far ahead as they are known (they were born already); NaN where nobody knows. A unit that isn't
    there in a year has 0 in it.
    """

    counts: FloatArray
    area: IntArray
    population: FloatArray

    @classmethod
    def of(cls, counts: FloatArray, area: IntArray) -> Self:
        """Return a history of which no population is known: those who entered stand in for it."""
        many = int(area.max(initial=-1)) + 1
        entered = np.zeros((many, counts.shape[2]))
        np.add.at(entered, area, counts[:, 0, :])
        return cls(counts=counts, area=area, population=entered)

    @property
    def years(self) -> int:
        """Return how many years were counted."""
        return int(self.counts.shape[2])

    @property
    def totals(self) -> FloatArray:
        """Return the people per unit and year."""
        found: FloatArray = self.counts.sum(axis=1)
        return found

    def until(self, years: int, ahead: int = 0) -> Self:
        """Return the first years alone, with the population known so many years ahead of them."""
        return type(self)(
            counts=self.counts[:, :, :years],
            area=self.area,
            population=self.population[:, : years + ahead],
        )

    def expected_population(self, years: int) -> FloatArray:
        """Return those of the first age per area in so many years to come: [area, year].

        What is known is used; beyond it the weighted mean of the last known years goes on.
        """
        ahead = self.population[:, self.years : self.years + years]
        found = np.full((len(self.population), years), np.nan)
        found[:, : ahead.shape[1]] = ahead
        last = self.population[:, : self.years + years]
        for row, known in zip(found, last, strict=True):
            row[np.isnan(row)] = weighted_last(known[~np.isnan(known)])
        return found


def weighted_last(values: FloatArray) -> float:
    """Return the mean of the last values, the newest weighing most; 0 without any."""
    if not len(values):
        return 0.0
    weights = WEIGHTS[-len(values) :]
    return float(np.average(values[-len(weights) :], weights=weights))


def plan_of(history: History, years: int) -> tuple[Plan, Spread, Rates]:
    """Return what so many years to come would bring, how unsure it is, and the rates behind it."""
    found = rates(history.counts, history.area)
    share = entry_share(history)
    ahead = history.expected_population(years)
    entry = (ahead[history.area] * share[:, None]).T
    start = history.counts[:, :, -1].astype(np.float64)
    past = history.population[:, : history.years]
    spread = learnt(history.counts, history.area, np.nan_to_num(past), found.doubt)
    return Plan(start=start, ratio=found.ratio, entry=entry), spread, found


def entry_share(history: History) -> FloatArray:
    """Return per unit which share of its area enters there: the mean of three years, weighted.

    Years before a unit was there don't count; who is closed now has none. Together the units of an
    area keep the share that entered anywhere in it, so that a unit that closed or opened shifts
    the shares and makes or loses nobody.
    """
    many = len(history.population)
    entered = history.counts[:, 0, -len(WEIGHTS) :]
    lived = history.population[:, : history.years][:, -len(WEIGHTS) :]
    total = np.zeros((many, entered.shape[1]))
    np.add.at(total, history.area, entered)
    there = history.totals[:, -len(WEIGHTS) :] > 0
    own = _mean_share(entered, lived[history.area], there & (lived > 0)[history.area])
    own = np.where(there[:, -1], own, 0.0)
    wanted = _mean_share(total, lived, lived > 0)
    held = np.zeros(many)
    np.add.at(held, history.area, own)
    scale = np.divide(wanted, held, out=np.ones(many), where=held > 0)
    found: FloatArray = own * scale[history.area]
    return found


def _mean_share(part: FloatArray, whole: FloatArray, known: np.ndarray) -> FloatArray:
    """Return the weighted mean of the shares of the last years that are known, 0 without any."""
    weights = np.array(WEIGHTS[-part.shape[1] :]) * known
    share = np.divide(part, whole, out=np.zeros(part.shape), where=known)
    total = weights.sum(axis=1)
    found: FloatArray = np.divide(
        (share * weights).sum(axis=1), total, out=np.zeros(len(total)), where=total > 0
    )
    return found


def last_value(history: History, years: int) -> FloatArray:
    """Return the naive forecast: every year as the last, [unit, year]."""
    return np.repeat(history.totals[:, -1:], years, axis=1)


def last_ratio(history: History, years: int) -> FloatArray:
    """Return cohort survival with last year's rates of each unit and age as they are, [unit, year].

    An age with fewer than five people has the rate of all units; counts without ages go on growing
    as they did last year.
    """
    if history.counts.shape[1] == 1:
        return _growing(history.totals, years)
    before, after = history.counts[:, :-1, -2], history.counts[:, 1:, -1]
    every = _part(after.sum(axis=0), before.sum(axis=0), 1.0)
    ratio = np.minimum(np.where(before >= FEWEST, _part(after, before, 1.0), every), HIGHEST)
    lived = np.nan_to_num(history.population[history.area, history.years - 1])
    share = _part(history.counts[:, 0, -1], lived, 0.0)
    ahead = history.expected_population(years)[history.area] * share[:, None]
    now, totals = history.counts[:, :, -1], []
    for each in ahead.T:
        now = np.concatenate([each[:, None], now[:, :-1] * ratio], axis=1)
        totals.append(now.sum(axis=1))
    found: FloatArray = np.array(totals).T
    return found


def _growing(totals: FloatArray, years: int) -> FloatArray:
    rate = np.minimum(_part(totals[:, -1], totals[:, -2], 1.0), HIGHEST)
    found: FloatArray = totals[:, -1:] * rate[:, None] ** np.arange(1, years + 1)
    return found


def _part(part: FloatArray, whole: FloatArray, empty: float) -> FloatArray:
    found: FloatArray = np.divide(part, whole, out=np.full(part.shape, empty), where=whole > 0)
    return found
