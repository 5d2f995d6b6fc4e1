"""Whether a hidden count of a table with totals can be worked out from all that is shown.

A reader knows every shown count and total, and that no count is below nought. A hidden cell stays
unknown when one can be added to it or taken from it, and put right again by going round over other
hidden cells: from its row to another column, from that column to another row, and so back. Totals
are cells of the last row and column; they go up when the cells they add up go up.
"""

from collections.abc import Sequence

from openlea.policy.afscherming import Cell

Grid = Sequence[Sequence[int]]


def is_derivable(grid: Grid, hidden: frozenset[Cell], cell: Cell) -> bool:
    """Return whether a hidden cell can have one value only, given all that is shown.

    The last row and the last column of `grid` are its totals.
    """
    return not any(_goes_round(grid, hidden, cell, up=up) for up in (True, False))


def _goes_round(grid: Grid, hidden: frozenset[Cell], cell: Cell, *, up: bool) -> bool:
    """Return whether a cell can change by one, up or down, and all sums still be right."""
    if not _may(grid, cell, up=up):
        return False
    begin, end = cell
    rows, columns, new = {begin}, set[int](), [begin]
    while new:
        row = new.pop()
        for column in _columns(grid, hidden, row, cell, up=not up) - columns:
            if column == end:
                return True
            columns.add(column)
            found = _rows(grid, hidden, column, cell, up=up) - rows
            rows |= found
            new.extend(found)
    return False


def _columns(grid: Grid, hidden: frozenset[Cell], row: int, but: Cell, *, up: bool) -> set[int]:
    return {c for r, c in hidden if r == row and (r, c) != but and _may(grid, (r, c), up=up)}


def _rows(grid: Grid, hidden: frozenset[Cell], column: int, but: Cell, *, up: bool) -> set[int]:
    return {r for r, c in hidden if c == column and (r, c) != but and _may(grid, (r, c), up=up)}


def _may(grid: Grid, cell: Cell, *, up: bool) -> bool:
    """Return whether a cell can go the way that the balance asks: a total goes the other way."""
    return up != _is_total(grid, cell) or grid[cell[0]][cell[1]] > 0


def _is_total(grid: Grid, cell: Cell) -> bool:
    """Return whether a cell is a total of a row or of a column; the grand total counts as both."""
    return (cell[0] == len(grid) - 1) != (cell[1] == len(grid[0]) - 1)
