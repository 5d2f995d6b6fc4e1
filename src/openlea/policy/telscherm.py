"""Makes counts by area and kind fit to be seen: what is small, or would betray it, is a range.

The range of a hidden count follows from what is shown beside it alone, so it is no narrower than
what any reader could work out: from nought to what is left of the row and of the column.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from openlea.core.onthulling import Bereik
from openlea.core.telling import TOTAAL, Gebied, Telrij
from openlea.policy.afleidbaar import is_derivable
from openlea.policy.afscherming import SMALLEST, Cell, withheld

Aantallen = Mapping[tuple[str, str], int]
"""By (area, kind)."""


def screened(
    aantallen: Aantallen,
    gebieden: Sequence[str],
    maten: Sequence[str],
    *,
    gebied: Gebied,
    totaal: str,
) -> tuple[Telrij, ...]:
    """Return every count with the totals, protected together as one table.

    `maten` exclude one another and are together `totaal`; their totals over all areas come out
    under Gebied.GEHEEL. Areas without a code must be among `gebieden` as well, or the totals lie.
    """
    grid = _with_totals([[aantallen.get((g, m), 0) for m in maten] for g in gebieden], len(maten))
    hidden = _hidden(grid)
    codes, kinds = [*gebieden, TOTAAL], [*maten, totaal]
    return tuple(
        Telrij(
            maat=maat,
            gebied=Gebied.GEHEEL if r == len(gebieden) else gebied,
            code=code,
            bereik=_bereik(grid, hidden, r, c),
        )
        for r, code in enumerate(codes)
        for c, maat in enumerate(kinds)
    )


def single(maat: str, aantal: int, *, gebied: Gebied = Gebied.GEHEEL, code: str = TOTAAL) -> Telrij:
    """Return one count that stands alone; one to four is a range."""
    small = 0 < aantal < SMALLEST
    bereik = Bereik(1, SMALLEST - 1) if small else Bereik(aantal, aantal)
    return Telrij(maat=maat, gebied=gebied, code=code, bereik=bereik)


def measured(
    maat: str,
    waarde: float | None,
    personen: int,
    *,
    least: int = 10,
    gebied: Gebied = Gebied.GEHEEL,
    code: str = TOTAAL,
) -> Telrij:
    """Return a mean, median or other number of persons; unknown under `least` persons."""
    known = waarde is not None and personen >= least
    bereik = Bereik(waarde, waarde) if known and waarde is not None else None
    return Telrij(maat=maat, gebied=gebied, code=code, bereik=bereik)


def together(*parts: Iterable[Telrij]) -> tuple[Telrij, ...]:
    """Return the rows of several tables; the same number twice must be the same twice.

    A total that one table hides and another shows is hidden in both: ValueError when they know
    different numbers.
    """
    found: dict[tuple[str, Gebied, str], Telrij] = {}
    for one in (row for part in parts for row in part):
        key = (one.maat, one.gebied, one.code)
        found[key] = _wider(found[key], one) if key in found else one
    return tuple(found.values())


def _wider(one: Telrij, other: Telrij) -> Telrij:
    if one.bereik is None or other.bereik is None:
        return one if one.bereik is None else other
    if not one.bereik.overlapt(other.bereik):
        raise ValueError(f"{one.maat} {one.code} is counted twice and differs")
    return max((one, other), key=lambda row: _width(row.bereik))


def _width(bereik: Bereik | None) -> float:
    return float("inf") if bereik is None else bereik.hoog - bereik.laag


def _with_totals(rows: Sequence[Sequence[int]], width: int) -> list[list[int]]:
    summed = [[*row, sum(row)] for row in rows]
    return [*summed, [sum(row[c] for row in summed) for c in range(width + 1)]]


def _hidden(grid: Sequence[Sequence[int]]) -> frozenset[Cell]:
    """Return what isn't shown: what is small, and so much more that no sum betrays it."""
    hidden = withheld(grid)
    while found := next(_betrayed(grid, hidden), None):
        hidden = hidden | {_cheapest(grid, hidden, found)}
    return hidden


def _betrayed(grid: Sequence[Sequence[int]], hidden: frozenset[Cell]) -> Iterator[Cell]:
    for r, c in sorted(hidden):
        if 0 < grid[r][c] < SMALLEST and is_derivable(grid, hidden, (r, c)):
            yield r, c


def _cheapest(grid: Sequence[Sequence[int]], hidden: frozenset[Cell], cell: Cell) -> Cell:
    """Return which shown cell to hide as well: in the same row or column first, smallest first."""
    spare = [
        (r != cell[0] and c != cell[1], row[c] == 0, row[c], (r, c))
        for r, row in enumerate(grid)
        for c in range(len(row))
        if (r, c) not in hidden
    ]
    return min(spare)[-1]


def _bereik(
    grid: Sequence[Sequence[int]], hidden: frozenset[Cell], r: int, c: int
) -> Bereik | None:
    if (r, c) not in hidden:
        return Bereik(grid[r][c], grid[r][c])
    ceilings = [top for top in _ceilings(grid, hidden, r, c) if top is not None]
    return Bereik(0, min(ceilings)) if ceilings else None


def _ceilings(
    grid: Sequence[Sequence[int]], hidden: frozenset[Cell], r: int, c: int
) -> Iterator[int | None]:
    """Yield what is left of the shown total of the row, and of that of the column."""
    last_row, last_column = len(grid) - 1, len(grid[0]) - 1
    if c < last_column and (r, last_column) not in hidden:
        shown = sum(grid[r][k] for k in range(last_column) if (r, k) not in hidden)
        yield grid[r][last_column] - shown
    if r < last_row and (last_row, c) not in hidden:
        shown = sum(grid[k][c] for k in range(last_row) if (k, c) not in hidden)
        yield grid[last_row][c] - shown
    yield None
