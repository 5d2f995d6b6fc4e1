"""Whether a hidden count follows from all sums together: linear programming is the oracle."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from openlea.policy.afleidbaar import is_derivable

SIDE = 3
CELLS = list(product(range(SIDE), repeat=2))
GRID = list(product(range(SIDE + 1), repeat=2))
ALONE = 0.5
"""Two whole numbers differ by one: less than this apart, there is only one."""


def with_totals(rows: list[list[int]]) -> list[list[int]]:
    summed = [[*row, sum(row)] for row in rows]
    return [*summed, [sum(column) for column in zip(*summed, strict=True)]]


def spread(grid: list[list[int]], hidden: frozenset[tuple[int, int]], place: int) -> float:
    """Return how far apart the lowest and the highest are that an inner cell can be."""
    shown = [cell for cell in GRID if cell not in hidden]
    left = [[float(r in (i, SIDE) and c in (j, SIDE)) for i, j in CELLS] for r, c in shown]
    right = [grid[r][c] for r, c in shown]
    ends = []
    for sign in (1.0, -1.0):
        goal = [sign * (one == place) for one in range(len(CELLS))]
        found = linprog(goal, A_eq=left or None, b_eq=right or None, bounds=(0, 99))
        ends.append(sign * found.fun)
    return float(ends[1] - ends[0])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.lists(st.integers(0, 6), min_size=SIDE, max_size=SIDE), min_size=SIDE, max_size=SIDE
    ),
    st.sets(st.sampled_from(GRID), min_size=1, max_size=12),
)
def test_it_says_what_linear_programming_finds(
    rows: list[list[int]], chosen: set[tuple[int, int]]
) -> None:
    grid, hidden = with_totals(rows), frozenset(chosen)
    for place, cell in enumerate(CELLS):
        if cell in hidden:
            assert is_derivable(grid, hidden, cell) == (spread(grid, hidden, place) < ALONE)


def test_one_hidden_cell_beside_its_total_is_no_secret() -> None:
    grid = with_totals([[9, 3, 8], [7, 6, 5], [9, 9, 9]])
    assert is_derivable(grid, frozenset({(0, 1)}), (0, 1))


def test_four_hidden_cells_in_a_square_keep_each_other() -> None:
    grid = with_totals([[9, 3, 8], [7, 6, 5], [9, 9, 9]])
    square = frozenset(product((0, 1), (1, 2)))
    assert not any(is_derivable(grid, square, cell) for cell in square)


def test_nought_beside_a_small_count_keeps_nothing() -> None:
    """Three and nought hidden in a row that counts three: nought can't go down, so three can't up.

    It can go down when another row takes one, and here none is hidden that could.
    """
    grid = with_totals([[3, 0, 8], [0, 3, 5], [9, 9, 9]])
    square = frozenset(product((0, 1), (0, 1)))
    assert not is_derivable(grid, square, (0, 0))
    assert is_derivable(grid, frozenset({(0, 0), (0, 1), (2, 1)}), (0, 0))
