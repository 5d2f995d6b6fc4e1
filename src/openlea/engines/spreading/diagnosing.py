"""Why it can't be done: which limit bites, and the least it must give for a way to exist."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

import numpy as np

from openlea.engines.spreading.problem import Problem
from openlea.engines.spreading.programme import minimise, programme

STEP = 0.01
"""The tolerance is stretched by whole hundredths."""


class Kind(StrEnum):
    """A kind of limit: what fits, the least that must stay, how far one travels, the mix."""

    CAPACITY = "capacity"
    LEAST = "least"
    TRAVEL = "travel"
    MIX = "mix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """One kind of limit that, stretched alone, makes it possible.

    `amount` is pupils too many or too few for capacity and least (`places` says where, as place
    and pupils), the distance that the limit must become for travel, the tolerance for the mix.
    """

    kind: Kind
    amount: float
    places: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Which limits bite: each alone suffices; when none does, the smallest sets that together do.

    Both are empty when nothing helps, or when nothing bites.
    """

    alone: tuple[Relaxation, ...] = ()
    together: tuple[tuple[Kind, ...], ...] = ()


def diagnose(problem: Problem, *, seconds: float = 20.0) -> Diagnosis:
    """Return which limits bite (elastic programming: Chinneck 2008, chapter 6).

    Every kind is stretched on its own, the others as they are. `seconds` is for each question to
    the solver; one it can't answer in time counts as no, so a limit can then be named too wide.
    """
    if _possible(problem, seconds):
        return Diagnosis()
    stretched = [
        _per_place(problem, Kind.CAPACITY, seconds),
        _per_place(problem, Kind.LEAST, seconds),
        _travel(problem, seconds),
        _mix(problem, seconds),
    ]
    alone = tuple(one for one in stretched if one is not None)
    return Diagnosis(alone=alone) if alone else Diagnosis(together=_together(problem, seconds))


def _possible(problem: Problem, seconds: float, *, banded: bool = True) -> bool:
    """Say whether any placement meets every limit."""
    made = programme(problem, banded=banded)
    found = minimise(made, made.moves() * 0, seconds=seconds)
    return found.x is not None


def _per_place(problem: Problem, kind: Kind, seconds: float) -> Relaxation | None:
    """Return how many pupils too many or too few there are at least, and at which places."""
    made = programme(problem, elastic=kind.value)
    cost = made.costs(np.zeros(1), np.zeros(1), slack=1.0)
    found = minimise(made, cost, seconds=seconds)
    if found.x is None:
        return None
    slack = np.rint(found.x[-problem.today.shape[1] :]).astype(int)
    places = tuple((int(place), int(slack[place])) for place in np.flatnonzero(slack))
    return Relaxation(kind=kind, amount=float(slack.sum()), places=places)


def _travel(problem: Problem, seconds: float) -> Relaxation | None:
    """Return the shortest limit with which it can be done, raised for every cell that has less."""
    steps = np.unique(problem.distance[np.isfinite(problem.distance)])
    steps = steps[steps > problem.limit.min(initial=np.inf)]

    def wide(at: int) -> bool:
        return _possible(_reaching(problem, float(steps[at])), seconds)

    first = _first(len(steps), wide)
    return None if first is None else Relaxation(kind=Kind.TRAVEL, amount=float(steps[first]))


def _reaching(problem: Problem, limit: float) -> Problem:
    return replace(problem, limit=np.maximum(problem.limit, limit))


def _mix(problem: Problem, seconds: float) -> Relaxation | None:
    """Return the smallest tolerance, in whole hundredths, with which it can be done."""
    lowest = int(problem.tolerance / STEP + 1e-9) + 1

    def wide(at: int) -> bool:
        return _possible(replace(problem, tolerance=_hundredths(lowest + at)), seconds)

    first = _first(round(1 / STEP) - lowest + 1, wide)
    if first is None:
        return None
    return Relaxation(kind=Kind.MIX, amount=_hundredths(lowest + first))


def _hundredths(number: int) -> float:
    return min(1.0, round(number * STEP, 2))


def _first(count: int, wide: Callable[[int], bool]) -> int | None:
    """Return the first step that is wide enough; each is at least as wide as the one before."""
    if not count or not wide(count - 1):
        return None
    low, high = 0, count - 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if wide(middle) else (middle + 1, high)
    return low


def _together(problem: Problem, seconds: float) -> tuple[tuple[Kind, ...], ...]:
    """Return the smallest sets of kinds that, let go together, make it possible."""
    for size in range(2, len(Kind) + 1):
        found = tuple(
            kinds for kinds in combinations(Kind, size) if _without(problem, kinds, seconds)
        )
        if found:
            return found
    return ()


def _without(problem: Problem, kinds: Sequence[Kind], seconds: float) -> bool:
    """Say whether it can be done when these limits bind nobody."""
    plenty = problem.today.sum() + problem.least.sum()
    free = replace(
        problem,
        capacity=problem.capacity + (plenty if Kind.CAPACITY in kinds else 0),
        least=problem.least * (Kind.LEAST not in kinds),
        limit=problem.limit + (np.inf if Kind.TRAVEL in kinds else 0.0),
    )
    return _possible(free, seconds, banded=Kind.MIX not in kinds)
