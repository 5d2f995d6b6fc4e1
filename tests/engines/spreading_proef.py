"""Small markets that can be counted out by hand, and one as large as a middling municipality."""

from collections.abc import Iterator
from itertools import product

import numpy as np
from hypothesis import strategies as st

from openlea.engines.spreading import Problem
from openlea.engines.spreading.problem import FloatArray, IntArray

NAN = float("nan")
FAR = float("inf")


def market(
    today: list[list[int]],
    group: list[int],
    distance: list[list[float]],
    capacity: list[int],
    target: list[list[float]],
    tolerance: float,
    *,
    limit: float = FAR,
    least: list[int] | None = None,
) -> Problem:
    """Return a problem from plain lists."""
    return Problem(
        today=np.array(today, dtype=np.int64),
        group=np.array(group),
        distance=np.array(distance, dtype=float),
        limit=np.full(len(today), float(limit)),
        capacity=np.array(capacity),
        least=np.array(least or [0] * len(capacity)),
        target=np.array(target, dtype=float),
        tolerance=tolerance,
    )


@st.composite
def markets(draw: st.DrawFn) -> Problem:
    """Draw a market of two or three cells and places, small enough to count out."""
    cells, places = draw(st.sampled_from([(2, 2), (3, 2), (2, 3), (3, 3), (4, 2)]))

    def table(low: int, high: int) -> list[list[int]]:
        row = st.lists(st.integers(low, high), min_size=places, max_size=places)
        return draw(st.lists(row, min_size=cells, max_size=cells))

    today = table(0, 2)
    filled = np.array(today).sum(axis=0)
    share = draw(st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 0.7]))
    return market(
        today,
        [0, *(cell % 2 for cell in range(1, cells))],
        [[float(d) for d in row] for row in table(0, 3)],
        [int(f) + draw(st.integers(-1, 2)) + 1 for f in filled],
        [[share] * places, [NAN] * places],
        draw(st.sampled_from([0.0, 0.1, 0.2, 0.5])),
        limit=float(draw(st.integers(0, 3))),
        least=[draw(st.integers(0, 1)) if f else 0 for f in filled],
    )


def counted_out(problem: Problem) -> tuple[int, float] | None:
    """Return the fewest moves, and then the least extra travel, by trying every placement."""
    best: tuple[int, float] | None = None
    for rows in product(*(list(ways(problem, cell)) for cell in range(len(problem.today)))):
        flows = np.array(rows)
        if not keeps(problem, flows):
            continue
        change = flows - problem.today
        mark = int(np.abs(change).sum()) // 2, float((change * problem.distance).sum())
        best = mark if best is None else min(best, mark)
    return best


def ways(problem: Problem, cell: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to place the pupils of a cell."""
    pupils = int(problem.today[cell].sum())
    for row in product(range(pupils + 1), repeat=problem.today.shape[1]):
        if sum(row) == pupils:
            yield row


def keeps(problem: Problem, flows: IntArray) -> bool:
    """Say in the plainest way whether a placement keeps to every limit."""
    for cell, place in np.argwhere(flows > problem.today):
        if problem.distance[cell, place] > problem.limit[cell]:
            return False
    for place, total in enumerate(flows.sum(axis=0)):
        if not problem.least[place] <= total <= problem.capacity[place]:
            return False
        for group, row in enumerate(problem.target):
            if total and not np.isnan(row[place]):
                share = flows[problem.group == group, place].sum() / total
                if abs(share - row[place]) > problem.tolerance + 1e-7:
                    return False
    return True


def town(seed: int, tolerance: float = 0.1, limit: float = 3.0) -> Problem:
    """Return 25 postcodes, 27 schools and two groups, some six thousand pupils; made up."""
    rng = np.random.default_rng(seed)
    homes, schools = rng.uniform(0, 6, (25, 2)), rng.uniform(0, 6, (27, 2))
    far = np.hypot(*(homes[:, None] - schools[None]).transpose(2, 0, 1))
    today = np.vstack([_choices(rng, row) for row in far])
    target: FloatArray = np.full((2, 27), np.nan)
    target[0] = today[::2].sum() / today.sum()
    return Problem(
        today=today,
        group=np.tile([0, 1], 25),
        distance=np.repeat(far, 2, axis=0),
        limit=np.full(50, limit),
        capacity=np.ceil(today.sum(axis=0) * 1.1).astype(np.int64),
        least=np.zeros(27, dtype=np.int64),
        target=target,
        tolerance=tolerance,
    )


def _choices(rng: np.random.Generator, far: FloatArray) -> IntArray:
    """Return where the two groups of one postcode go: near, but not alike."""
    size, share = int(rng.integers(100, 400)), rng.beta(1.2, 3)
    drawn = []
    for pupils in (int(size * share), int(size * (1 - share))):
        weight = np.exp(-1.5 * far) * rng.uniform(0.2, 2, far.size)
        drawn.append(rng.multinomial(pupils, weight / weight.sum()))
    return np.array(drawn, dtype=np.int64)
