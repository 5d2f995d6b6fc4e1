"""What a stricter mix or a shorter way costs: the best outcomes, of which none beats another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from openlea.engines.segregation import indices
from openlea.engines.spreading.problem import IntArray, Problem
from openlea.engines.spreading.solving import Outcome, spread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Point:
    """One mix and one travel limit: what it takes, and what comes of it.

    `travel` is the mean distance of all pupils; `evenness` is D of the first group against all
    others, afterwards; `limit` is the longest limit of any cell.
    """

    tolerance: float
    limit: float
    outcome: Outcome
    travel: float
    evenness: float


def frontier(
    problem: Problem,
    *,
    tolerances: Sequence[float],
    limits: Sequence[float] = (),
    seconds: float = 60.0,
) -> tuple[Point, ...]:
    """Return the points that no other beats in mix, limit, moves and travel at once.

    Every tolerance is tried under every limit (the problem's own when none is given), `seconds`
    at most for each. What can't be done or wasn't found in time is left out.
    """
    asked = [
        replace(problem, tolerance=tolerance, limit=limit)
        for limit in _limits(problem, limits)
        for tolerance in sorted(set(tolerances))
    ]
    return undominated(point for one in asked if (point := _point(one, seconds)))


def undominated(points: Iterable[Point]) -> tuple[Point, ...]:
    """Return the points that no other matches in everything and beats in something."""
    every = list(points)
    return tuple(
        one for one in every if not any(_beats(_marks(other), _marks(one)) for other in every)
    )


def _limits(problem: Problem, limits: Sequence[float]) -> list[np.ndarray]:
    if not limits:
        return [problem.limit]
    return [np.full(len(problem.limit), float(limit)) for limit in sorted(set(limits))]


def _point(problem: Problem, seconds: float) -> Point | None:
    try:
        outcome = spread(problem, seconds=seconds)
    except TimeoutError:
        return None
    if outcome is None:
        return None
    return Point(
        tolerance=problem.tolerance,
        limit=float(problem.limit.max(initial=0.0)),
        outcome=outcome,
        travel=mean_travel(problem, outcome.flows),
        evenness=evenness(problem, outcome.flows),
    )


def mean_travel(problem: Problem, flows: IntArray) -> float:
    """Return the mean distance of all pupils in a placement; 0 when there are none."""
    used = flows > 0
    pupils = flows[used]
    return float((problem.distance[used] * pupils).sum() / max(pupils.sum(), 1))


def evenness(problem: Problem, flows: IntArray) -> float:
    """Return the dissimilarity D of group 0 beside all others; NaN where it isn't defined."""
    counts = problem.of_groups(flows).T
    return float(indices(counts, np.zeros(len(counts), dtype=np.int64))["dissimilariteit"][0])


def _marks(point: Point) -> tuple[float, ...]:
    return (point.tolerance, point.limit, point.outcome.moved, round(point.travel, 9))


def _beats(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
