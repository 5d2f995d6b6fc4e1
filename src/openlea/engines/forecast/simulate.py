"""Draws what can come of a plan: how far the numbers may lie apart, without keeping every draw.

All units of an area are drawn together, as are all draws: each step is a few passes over one small
block. Every kind of luck takes a stretch of one pool of normal numbers, from a place that follows
from the seed: as good as new numbers, and the same for every plan (common random numbers), so that
two plans differ by what is planned and not by luck. Luck in counts has the variance of the binomial
(who goes on) and of Poisson (who comes), in the normal approximation.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from openlea.engines.forecast.flow import FloatArray, IntArray, Move, Plan, moved_along, project
from openlea.engines.forecast.spread import Spread

Small = NDArray[np.float32]
ROOM: Final = 128_000
"""Units times draws held at once: near the processor, and large enough for hands beside others."""
POOL: Final = 1 << 21
LEVELS: Final = (0.1, 0.5, 0.9)
TINY: Final = 1e-6
MOST: Final = 4  # so many blocks are drawn at the same time at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """The least number of people per unit, and after how many years in a row below it ends."""

    least: FloatArray
    run: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """Quantiles [level, unit, year] and per area [level, area, year].

    With a limit: `under` [unit, year] is the chance to be below it in a year, `ended` that of
    having been below it so many years in a row by then.
    """

    levels: tuple[float, ...]
    quantiles: FloatArray
    areas: FloatArray
    under: FloatArray | None = None
    ended: FloatArray | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How to draw: so often, from this seed, at these levels; `widen` [unit, year] as calibrated.

    `widen_area` [area, year] does the same for the areas.
    """

    draws: int = 1000
    seed: int = 1
    levels: tuple[float, ...] = LEVELS
    widen: FloatArray | None = None
    widen_area: FloatArray | None = None
    limit: Limit | None = None


def simulate(plan: Plan, spread: Spread, area: ArrayLike, wish: Wish | None = None) -> Fan:
    """Return what can come of a plan; `area` numbers per unit the area that it draws from.

    The units of an area share what comes: what one wins in luck, the others lose. ValueError when
    a move crosses an area.
    """
    wish = wish or Wish()
    place = np.unique(np.asarray(area), return_inverse=True)[1].ravel()
    if any(place[one.unit] != place[to] for one in plan.moves for to in one.to):
        raise ValueError("a move stays within one area")
    fan = _empty(plan, wish, int(place.max(initial=-1)) + 1)
    many = max(POOL, 4 * wish.draws * (int(np.bincount(place).max(initial=1)) + 1))
    pool = np.random.default_rng(wish.seed).standard_normal(many, dtype=np.float32)
    expected = project(plan).people

    def fill(rows: IntArray) -> None:
        _Block(plan, spread, expected, place, rows, wish, pool).fill(fan)

    with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST)) as hands:
        list(hands.map(fill, _blocks(place, wish.draws)))
    return fan


def _empty(plan: Plan, wish: Wish, areas: int) -> Fan:
    units, levels = len(plan.start), len(wish.levels)
    return Fan(
        levels=wish.levels,
        quantiles=np.zeros((levels, units, plan.years)),
        areas=np.zeros((levels, areas, plan.years)),
        under=np.zeros((units, plan.years)) if wish.limit else None,
        ended=np.zeros((units, plan.years)) if wish.limit else None,
    )


def _blocks(place: IntArray, draws: int) -> Iterator[IntArray]:
    """Yield the units in blocks of whole areas, each small enough to draw at once."""
    order = np.argsort(place, kind="stable")
    ends = np.cumsum(np.bincount(place)) if len(place) else np.zeros(0, dtype=np.intp)
    begin = 0
    while begin < len(order):
        fits = ends[ends <= begin + max(ROOM // draws, 1)]
        end = int(fits[-1]) if len(fits) and fits[-1] > begin else int(ends[ends > begin][0])
        yield order[begin:end]
        begin = end


class _Block:
    """Some whole areas: their units, all draws, year after year."""

    def __init__(
        self,
        plan: Plan,
        spread: Spread,
        expected: FloatArray,
        place: IntArray,
        rows: IntArray,
        wish: Wish,
        pool: Small,
    ) -> None:
        self.plan, self.spread, self.rows, self.wish, self.pool = plan, spread, rows, wish, pool
        self.expected = expected[:, rows]
        self.names, self.inside = np.unique(place[rows], return_inverse=True)
        self.starts = np.searchsorted(self.inside, np.arange(len(self.names)))
        self.shape = (len(rows), wish.draws)
        self.random = np.random.default_rng((wish.seed, int(rows[0])))
        self.besides = np.random.default_rng((wish.seed, int(rows[0]), 1))
        roots = np.sqrt(plan.start[rows]).astype(np.float32)
        self.state = [np.repeat(one[:, None], wish.draws, axis=1) for one in roots.T]
        self.room = np.empty(self.shape, dtype=np.float32)
        self.total = np.empty(self.shape, dtype=np.float32)
        self.moves = _inside(plan.moves, rows)

    def luck(self, rows: int = 0) -> Small:
        """Return normal numbers [unit, draw], or for so many rows: a stretch of the pool."""
        return self._stretch(self.random, rows or self.shape[0])

    def _stretch(self, random: np.random.Generator, rows: int) -> Small:
        many = rows * self.shape[1]
        at = int(random.integers(len(self.pool) - many))
        return self.pool[at : at + many].reshape(-1, self.shape[1])

    def add_luck(self, slab: Small, size: Small | np.float32) -> None:
        """Add luck with this standard deviation to a slab [unit, draw], in place."""
        np.multiply(self.luck(), size, out=self.room)
        slab += self.room

    def fill(self, fan: Fan) -> None:
        """Draw every year and put its outcome in the fan."""
        spread, rows = self.spread, self.rows
        doubt = spread.ratio_unit[rows]
        going = np.exp(_column(doubt) / 2 * self.luck() - _column(doubt**2) / 4)
        share = _column(spread.entry_level[rows]) * self.luck()
        common = np.zeros((len(self.names), self.shape[1]), dtype=np.float32)
        streak = np.zeros(self.shape, dtype=np.int16)
        ended = np.zeros(self.shape, dtype=np.bool_)
        for step in range(self.plan.years):
            self._grow(step, going)
            self.add_luck(share, np.float32(spread.entry_unit))
            common += np.float32(spread.entry_common) * self.luck(len(self.names))
            self._enter(step, share, common)
            self._move(step)
            cut = self._tell(fan, step, self.total)
            if cut is not None and fan.under is not None and fan.ended is not None:
                below = self.total < cut
                streak += 1
                streak *= below
                ended |= streak >= (self.wish.limit.run if self.wish.limit else 1)
                fan.under[rows, step] = below.mean(axis=1)
                fan.ended[rows, step] = ended.mean(axis=1)

    def _grow(self, step: int, going: Small) -> None:
        """Make everybody a year older: the last age goes, the others go on with luck."""
        plan, rows, spread = self.plan, self.rows, self.spread
        size = np.float32(spread.ratio_common / 2)
        year = np.exp(self.luck(len(self.names)) * size - size**2)
        factor = year[self.inside]
        factor *= going
        oldest = self.state.pop()
        self.total[:] = 0
        for age, slab in enumerate(self.state):
            np.multiply(slab, factor, out=slab)
            self._go_on(step, age, slab)
            if plan.arrivals is not None:
                self._arrive(slab, plan.arrivals[step, rows, age + 1])
            self._count(slab)
        self.state.insert(0, oldest)

    def _go_on(self, step: int, age: int, slab: Small) -> None:
        """Let those of one age go on to the next, in place."""
        ratio = self.plan.ratio[self.rows, age]
        variance = np.where(ratio <= 1, ratio * (1 - ratio), ratio - 1) + self.spread.churn * ratio
        if self.plan.leaving is not None:
            gone = self.plan.leaving[self.rows, age + 1]
            variance = variance * (1 - gone) ** 2 + ratio * gone * (1 - gone)
            ratio = ratio * (1 - gone)
        before = self.expected[step, :, age]
        luck = np.minimum(variance / 4, ratio * before)
        part = np.divide(luck, before, out=np.zeros_like(luck), where=before > 0)
        slab *= _column(np.sqrt(np.maximum(ratio - part, 0)))
        self.add_luck(slab, _column(np.sqrt(luck)))

    def _arrive(self, slab: Small, mean: FloatArray) -> None:
        """Add those who come to an age, in place; their luck, of Poisson, changes no other luck."""
        luck = _column(np.minimum(mean, 0.25))
        came = np.sqrt(_column(mean) - luck)
        came = came + np.sqrt(luck) * self._stretch(self.besides, self.shape[0])
        np.hypot(slab, came, out=slab)

    def _enter(self, step: int, share: Small, common: Small) -> None:
        """Put the first age in its place: what the area sends, divided over its units."""
        planned = self.plan.entry[step, self.rows]
        drawn = np.exp(share, out=self.state[0])
        drawn *= _column(planned)
        sent = np.add.reduceat(drawn, self.starts, axis=0)
        wanted = _column(np.add.reduceat(planned, self.starts))
        scale = np.divide(wanted, sent, out=np.ones_like(sent), where=sent > 0)
        scale[np.diff([*self.starts, self.shape[0]]) == 1] = 1
        scale *= np.exp(common)
        drawn *= scale[self.inside]
        if self.plan.arrivals is not None:
            drawn += _column(self.plan.arrivals[step, self.rows, 0])
        luck = np.minimum(planned, 0.25)
        drawn -= _column(luck)
        np.maximum(drawn, np.float32(0), out=drawn)
        np.sqrt(drawn, out=drawn)
        self.add_luck(drawn, _column(np.sqrt(luck)))
        self._count(drawn)

    def _move(self, step: int) -> None:
        """Take the people of closed units elsewhere."""
        if not (now := [one for one in self.moves if one.holds(step)]):
            return
        self.total[:] = 0
        for slab in self.state:
            np.square(slab, out=slab)
            moved_along(slab, now)
            np.sqrt(slab, out=slab)
            self._count(slab)

    def _count(self, slab: Small) -> None:
        """Add the people of an age to the total, while they're at hand."""
        np.square(slab, out=self.room)
        self.total += self.room

    def _tell(self, fan: Fan, step: int, total: Small) -> Small | None:
        """Put the quantiles of a year in the fan; return below which draw a unit is too small."""
        rows, wish = self.rows, self.wish
        ordered = np.sort(total, axis=1)
        widen = None if wish.widen is None else wish.widen[rows, step]
        fan.quantiles[:, rows, step] = _widened(ordered, wish.levels, widen)
        area = np.sort(np.add.reduceat(total, self.starts, axis=0), axis=1)
        wide = None if wish.widen_area is None else wish.widen_area[self.names, step]
        fan.areas[:, self.names, step] = _widened(area, wish.levels, wide)
        if wish.limit is None:
            return None
        least = wish.limit.least[rows] - 0.5
        if widen is not None:
            middle = _level(ordered, 0.5)
            least = middle + (least - middle) / np.maximum(widen, TINY)
        return _column(least)


def _inside(moves: tuple[Move, ...], rows: IntArray) -> list[Move]:
    """Return the moves of the units of a block, by their place in it."""
    local = {int(row): at for at, row in enumerate(rows)}
    return [
        replace(one, unit=local[one.unit], to=tuple(local[to] for to in one.to))
        for one in moves
        if one.unit in local
    ]


def _column(values: FloatArray) -> Small:
    return values.astype(np.float32)[:, None]


def _level(ordered: Small, level: float) -> FloatArray:
    """Return a quantile of ordered rows, drawn straight between two draws."""
    at = level * (ordered.shape[1] - 1)
    low = int(at)
    high = min(low + 1, ordered.shape[1] - 1)
    found: FloatArray = ordered[:, low] * (1 - (at - low)) + ordered[:, high] * (at - low)
    return found.astype(np.float64)


def _widened(ordered: Small, levels: tuple[float, ...], factor: FloatArray | None) -> FloatArray:
    """Return quantiles as drawn, or so many times as far from the middle; never below nought."""
    found = np.array([_level(ordered, one) for one in levels])
    if factor is None:
        return found
    middle = _level(ordered, 0.5)
    return np.maximum(middle + (found - middle) * factor, 0)
