"""Cohort survival: each year everybody is a year older, some stay behind, some join, some enter.

The units of every array: rows are units, columns ages from the first (entry) to the last, and a
year is one step. Whoever is there is in the balance: nobody appears or vanishes unaccounted.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
SLACK: Final = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A unit that is closed from a step (0 is the first) until another, and where its people go.

    `to` are units and `share` which part goes to each, together at most 1; the rest leaves
    altogether. A unit that opens later is one that is closed from 0 until it opens.
    """

    unit: int
    begin: int = 0
    end: int | None = None
    to: tuple[int, ...] = ()
    share: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Refuse shares that aren't shares, or that lead back to the unit itself."""
        wrong = len(self.to) != len(self.share) or self.unit in self.to
        if wrong or min(self.share, default=0) < 0 or sum(self.share) > 1 + SLACK:
            raise ValueError("a move needs a share from 0 to 1 per other unit, together at most 1")

    def holds(self, step: int) -> bool:
        """Say whether the unit is closed in a step."""
        return self.begin <= step and (self.end is None or step < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is expected: `start` [unit, age] people now, `ratio` [unit, age − 1] who goes on.

    `entry` [year, unit] are those who come at the first age, `arrivals` [year, unit, age] those
    who come at any age (migration), `leaving` [unit, age] the share that goes each year, after the
    ratio. Counts are people and may have decimals; nothing is negative.
    """

    start: FloatArray
    ratio: FloatArray
    entry: FloatArray
    arrivals: FloatArray | None = None
    leaving: FloatArray | None = None
    moves: tuple[Move, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse shapes that don't fit, numbers below nought and moves to a closed unit."""
        units, ages = self.start.shape
        years = len(self.entry)
        shapes: list[tuple[FloatArray, tuple[int, ...]]] = [
            (self.ratio, (units, ages - 1)),
            (self.entry, (years, units)),
        ]
        shapes += [(self.arrivals, (years, units, ages))] if self.arrivals is not None else []
        shapes += [(self.leaving, (units, ages))] if self.leaving is not None else []
        if any(array.shape != shape for array, shape in shapes):
            raise ValueError("the arrays of a plan don't fit each other")
        every = [self.start, *(array for array, _ in shapes)]
        if not all(np.isfinite(one).all() and (one >= 0).all() for one in every):
            raise ValueError("a plan holds numbers from 0 up")
        if self.leaving is not None and (self.leaving > 1).any():
            raise ValueError("at most everybody leaves")
        _check_moves(self.moves, units, years)

    @property
    def years(self) -> int:
        """Return how many steps are planned."""
        return len(self.entry)


def _check_moves(moves: tuple[Move, ...], units: int, years: int) -> None:
    if any(not 0 <= place < units for one in moves for place in (one.unit, *one.to)):
        raise ValueError("a move names a unit that isn't there")
    for step in range(years):
        closed = {one.unit for one in moves if one.holds(step)}
        if any(closed & set(one.to) for one in moves if one.holds(step)):
            raise ValueError("a move leads to a unit that is closed itself")


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """The expected people [year + 1, unit, age], from now on, and what made them: [year, unit].

    `end = begin − finished + changed − departed + arrived + entered + moved` holds in every cell:
    finished were of the last age, changed is what the ratio did, moved is what closing units did.
    """

    people: FloatArray
    finished: FloatArray
    changed: FloatArray
    departed: FloatArray
    arrived: FloatArray
    entered: FloatArray
    moved: FloatArray

    @property
    def totals(self) -> FloatArray:
        """Return the people per year and unit, from now on: [year + 1, unit]."""
        found: FloatArray = self.people.sum(axis=2)
        return found

    def gap(self) -> float:
        """Return the largest number of people that the balance doesn't account for."""
        total = self.totals
        told = total[:-1] - self.finished + self.changed - self.departed
        told = told + self.arrived + self.entered + self.moved
        return float(np.abs(told - total[1:]).max(initial=0.0))


def project(plan: Plan) -> Projection:
    """Return the expected course of a plan, with its balance."""
    now = plan.start.astype(np.float64)
    people, parts = [now], []
    for step in range(plan.years):
        now, part = _step(plan, now, step)
        people.append(now)
        parts.append(part)
    columns = [np.array(each) for each in zip(*parts, strict=True)]
    if not parts:
        columns = [np.zeros((0, len(now)))] * 6
    names = ("finished", "changed", "departed", "arrived", "entered", "moved")
    return Projection(people=np.array(people), **dict(zip(names, columns, strict=True)))


def _step(plan: Plan, now: FloatArray, step: int) -> tuple[FloatArray, tuple[FloatArray, ...]]:
    """Return the people a year later, and per unit the six parts of the balance."""
    later = np.zeros_like(now)
    later[:, 1:] = now[:, :-1] * plan.ratio
    changed = later.sum(axis=1) - now[:, :-1].sum(axis=1)
    departed = np.zeros(len(now))
    if plan.leaving is not None:
        gone = later * plan.leaving
        later, departed = later - gone, gone.sum(axis=1)
    arrived = np.zeros(len(now))
    if plan.arrivals is not None:
        later, arrived = later + plan.arrivals[step], plan.arrivals[step].sum(axis=1)
    later[:, 0] += plan.entry[step]
    before = later.sum(axis=1)
    moved_along(later, (one for one in plan.moves if one.holds(step)))
    moved = later.sum(axis=1) - before
    return later, (now[:, -1].copy(), changed, departed, arrived, plan.entry[step], moved)


def moved_along(people: NDArray[np.floating], moves: Iterable[Move]) -> None:
    """Take the people of closed units to others, in place; the first axis is the unit."""
    for one in moves:
        leaving = people[one.unit].copy()
        people[one.unit] = 0
        for place, share in zip(one.to, one.share, strict=True):
            people[place] += leaving * share


def attracted(population: ArrayLike, share: ArrayLike) -> FloatArray:
    """Return per unit and age who of the areas comes: Σ over areas of population × share.

    `population` is [area, age], `share` [area, unit, age]; per area and age the shares of all
    units sum to at most 1, or ValueError.
    """
    people = np.asarray(population, dtype=np.float64)
    part = np.asarray(share, dtype=np.float64)
    if part.ndim != people.ndim + 1 or part.shape[::2] != people.shape:
        raise ValueError("population is area × age and share area × unit × age")
    if (part < 0).any() or (part.sum(axis=1) > 1 + SLACK).any():
        raise ValueError("the shares of an area lie from 0 to 1, and sum to at most 1")
    found: FloatArray = np.einsum("wa,wua->ua", people, part)
    return found
