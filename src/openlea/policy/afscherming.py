"""Withholds small counts in a table, and enough beside them that nobody can compute them back."""

from collections.abc import Iterator, Sequence

SMALLEST = 5
"""A count of one to four says something of persons; it is never shown."""
TWO = 2
Cell = tuple[int, int]


def withheld(rows: Sequence[Sequence[int]], smallest: int = SMALLEST) -> frozenset[Cell]:
    """Return which cells (row, column) of a table of counts may not be shown.

    Totals of rows and columns may be shown beside it. In every line where something is hidden, at
    least two cells are, which together count at least `smallest`; where a line has no such cells
    it is hidden whole. Add the totals as cells to have them judged as well.
    """
    hidden = {
        (r, c) for r, row in enumerate(rows) for c, count in enumerate(row) if 0 < count < smallest
    }
    before = -1
    while len(hidden) != before:
        before = len(hidden)
        for line in _lines(rows):
            _complete(line, rows, hidden, smallest)
    return frozenset(hidden)


def _lines(rows: Sequence[Sequence[int]]) -> Iterator[list[Cell]]:
    width = len(rows[0]) if rows else 0
    for r in range(len(rows)):
        yield [(r, c) for c in range(width)]
    for c in range(width):
        yield [(r, c) for r in range(len(rows))]


def _complete(
    line: list[Cell], rows: Sequence[Sequence[int]], hidden: set[Cell], smallest: int
) -> None:
    """Hide the smallest other cells of a line until what is hidden can't be computed back."""
    inside = [cell for cell in line if cell in hidden]
    if not inside:
        return
    spare = sorted((rows[r][c] == 0, rows[r][c], (r, c)) for r, c in line if (r, c) not in hidden)
    total = sum(rows[r][c] for r, c in inside)
    for _, count, cell in spare:
        if len(inside) >= TWO and total >= smallest:
            return
        hidden.add(cell)
        inside.append(cell)
        total += count
