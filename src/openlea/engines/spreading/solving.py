"""The fewest other placements, how sure that is, and what it means for travel and mix."""

from dataclasses import dataclass
from math import ceil
from time import monotonic

import numpy as np

from openlea.engines.spreading.problem import FloatArray, IntArray, Problem
from openlea.engines.spreading.programme import Programme, minimise, programme, transport

GAP = 0.01
"""How far the number of moves may be from the proven bound, as a share of the moves."""
OUT_OF_TIME = 1
_EDGE = 1e-6
"""How far HiGHS itself may be beside a row."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """Who is where (cells × places), how many moved, and the fewest that is proven.

    `extra` is how much further all pupils together travel than today, in the unit of distance.
    """

    flows: IntArray
    moved: int
    bound: int
    extra: float

    @property
    def gap(self) -> float:
        """Return how far the moves may be from the fewest, as a share of the moves."""
        return (self.moved - self.bound) / self.moved if self.moved else 0.0

    @property
    def proved(self) -> bool:
        """Say whether the gap that was asked is proven; False when time ran out before it."""
        return self.gap <= GAP


def spread(problem: Problem, *, seconds: float = 60.0) -> Outcome | None:
    """Return the fewest moves, and with those the least travel found; None when it can't be done.

    Travel is second: among placements with that many moves, to within a thousandth. TimeoutError
    when no placement was found in time; an outcome that isn't `proved` was stopped half way.
    """
    start = monotonic()
    made = programme(problem)
    found = minimise(made, made.moves(), seconds=seconds, gap=GAP / 2)
    if found.x is None:
        if found.status == OUT_OF_TIME:
            raise TimeoutError(f"no placement found within {seconds:g} seconds")
        return None
    moved = ceil(found.fun - _EDGE)
    bound = min(moved, ceil(found.mip_dual_bound - _EDGE))
    nets = [made.net(found.x)]
    left = seconds - (monotonic() - start)
    nearer = minimise(made, made.travel(), seconds=left, gap=0.001, below=(made.moves(), moved))
    if nearer.x is not None:
        nets.append(made.net(nearer.x))
    flows = min((_flows(made, net) for net in nets), key=lambda one: _rank(problem, one))
    moved, extra = _rank(problem, flows)
    return Outcome(flows=flows, moved=moved, bound=min(bound, moved), extra=extra)


def _flows(made: Programme, net: FloatArray) -> IntArray:
    """Return whole flows for given numbers per group and place: fewest moves, then least travel.

    One move weighs more than any detour: a cycle of moves visits a cell or place once.
    """
    far = made.problem.distance
    longest = far[np.isfinite(far)].max(initial=0.0)
    weight = 1 + 2 * longest * sum(far.shape)
    solved = transport(made, made.moves() * weight + made.travel(), net)
    if solved.x is None:  # pragma: no cover  the programme itself found flows for these numbers
        raise RuntimeError(f"no flows for these numbers: {solved.message}")
    flows = made.flows(solved.x)
    _prove(made.problem, flows)
    return flows


def _rank(problem: Problem, flows: IntArray) -> tuple[int, float]:
    """Return how many moved, and how much further they travel."""
    change = flows - problem.today
    known = np.where(np.isfinite(problem.distance), problem.distance, 0.0)
    return int(np.abs(change).sum()) // 2, float((change * known).sum())


def _prove(problem: Problem, flows: IntArray) -> None:
    """Look every limit up again in whole numbers, so that no rounding of the solver gets out."""
    totals = flows.sum(axis=0)
    counts = problem.of_groups(flows)
    off = np.abs(counts - problem.target * totals) - problem.tolerance * totals
    # A row may be off by what the solver allows itself; a pupil is a hundred thousand times that.
    whole = (
        (flows.sum(axis=1) == problem.today.sum(axis=1)).all()
        and (flows >= 0).all()
        and (flows <= problem.today)[~problem.allowed].all()
        and (totals >= problem.least).all()
        and (totals <= problem.capacity).all()
        and not (off > 10 * _EDGE * (1 + totals)).any()
    )
    if not whole:  # pragma: no cover  never seen; a fault of the solver must not become advice
        raise RuntimeError("the solver gave a placement that breaks a limit")
