"""How much wider an interval must be than drawn: learnt from forecasts that could have been made.

At several moments in the past the forecast is made with what was known then. How far the truth fell
from its middle, in half widths of the interval, is pooled over units of one size: the interval that
holds 80 in 100 of those is the one to give (split conformal prediction: Vovk et al. 2005), as every
unit has the same share in it. Nothing after the last year counted is looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from openlea.engines.forecast.flow import FloatArray, IntArray
from openlea.engines.forecast.history import History, plan_of
from openlea.engines.forecast.simulate import Fan, Wish, simulate

SIZES: Final = (100.0, 250.0)
"""Under the first a unit is small, from the last it's large."""
LEVEL: Final = 0.8
FEWEST_YEARS: Final = 4
MOMENTS: Final = 8
FEWEST: Final = 15
"""Under so many residuals a horizon takes the factor of the one before."""
NARROWEST: Final = 0.4
WIDEST: Final = 5.0
HALF: Final = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Widening:
    """How many times as wide per size of unit [size, year], and for whole areas [year].

    `moments` is how many moments in the past it was learnt from; at 0 nothing was learnt.
    """

    units: FloatArray
    areas: FloatArray
    moments: int


def size_of(totals: FloatArray) -> IntArray:
    """Return the size of each unit: 0 small, 1 middle, 2 large."""
    return np.searchsorted(np.array(SIZES), totals, side="right")


def widening(history: History, years: int, *, ahead: int, draws: int, seed: int) -> Widening:
    """Return how wide the intervals of the coming years must be."""
    units: list[list[FloatArray]] = [[] for _ in range(years * (len(SIZES) + 1))]
    areas: list[list[FloatArray]] = [[] for _ in range(years)]
    moments = list(_moments(history, years))
    for moment in moments:
        known = history.until(moment, ahead)
        steps = min(years, history.years - moment)
        fan = drawn(known, steps, Wish(draws=draws, seed=seed))
        size = size_of(known.totals[:, -1])
        truth = history.totals[:, moment : moment + steps]
        alive = (known.totals[:, -1:] > 0) & (truth > 0)
        off = residuals(fan.quantiles, truth)
        whole = residuals(fan.areas, _summed(truth, history.area))
        for step in range(steps):
            areas[step].append(whole[:, step])
            for group in range(len(SIZES) + 1):
                chosen = (size == group) & alive[:, step]
                units[group * years + step].append(off[chosen, step])
    found = np.array([_factors(units[g * years : (g + 1) * years]) for g in range(len(SIZES) + 1)])
    return Widening(units=found, areas=_factors(areas), moments=len(moments))


def _moments(history: History, years: int) -> Iterator[int]:
    """Yield at how many years counted a forecast could have been made and be judged by now."""
    first = max(FEWEST_YEARS, history.years - years - MOMENTS)
    yield from range(first, history.years)


def drawn(history: History, years: int, wish: Wish) -> Fan:
    """Return what so many years to come can bring, by what was counted."""
    plan, spread, _ = plan_of(history, years)
    return simulate(plan, spread, history.area, wish)


def residuals(quantiles: FloatArray, truth: FloatArray) -> FloatArray:
    """Return how far the truth fell from the middle, in half widths of the interval, unsigned.

    A whole number stands for all that rounds to it, so half is taken off.
    """
    low, middle, high = quantiles
    half = np.where(truth >= middle, high - middle, middle - low)
    found: FloatArray = np.maximum(np.abs(truth - middle) - HALF, 0) / np.maximum(half, HALF)
    return found


def _factors(off: list[list[FloatArray]]) -> FloatArray:
    """Return per year to come how many times as wide; the same as before where too few are seen."""
    found, last = [], 1.0
    for one in off:
        every = np.concatenate(one) if one else np.zeros(0)
        if len(every) >= FEWEST:
            part = min(LEVEL * (1 + 1 / len(every)), 1)
            last = float(np.clip(np.quantile(every, part), NARROWEST, WIDEST))
        found.append(last)
    return np.array(found)


def _summed(truth: FloatArray, area: IntArray) -> FloatArray:
    found = np.zeros((int(area.max(initial=-1)) + 1, truth.shape[1]))
    np.add.at(found, area, truth)
    return found


def calibrated(
    history: History,
    years: int,
    *,
    ahead: int = 0,
    wish: Wish | None = None,
    learn_draws: int = 200,
) -> tuple[Fan, Widening]:
    """Return what the coming years can bring with intervals as wide as the past shows they must be.

    `ahead` is how many years ahead the population is known beforehand, as it was in the past.
    """
    wish = wish or Wish()
    wide = widening(history, years, ahead=ahead, draws=learn_draws, seed=wish.seed)
    size = size_of(history.totals[:, -1])
    many = int(history.area.max(initial=-1)) + 1
    chosen = Wish(
        draws=wish.draws,
        seed=wish.seed,
        levels=wish.levels,
        limit=wish.limit,
        widen=wide.units[size],
        widen_area=np.repeat(wide.areas[None], many, axis=0),
    )
    return drawn(history, years, chosen), wide
