"""One sheet as a table: its heads, and its cells as text with the row that each stood on."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

import polars as pl

from openlea.catalogue.reading.bladen import Vel
from openlea.catalogue.reading.ruw import REGEL
from openlea.core.plaatsspelling import fold


@dataclass(frozen=True, slots=True)
class Velstabel:
    """The heads of a sheet, in order and never empty, and its rows as columns '0', '1', …."""

    naam: str
    koppen: tuple[str, ...]
    cellen: pl.DataFrame = field(repr=False)

    @property
    def kenmerk(self) -> str:
        """Return what the heads are known by again, whatever their order."""
        heads = "\n".join(sorted(fold(kop) for kop in self.koppen))
        return sha256(heads.encode()).hexdigest()[:40]

    def column(self, kop: str) -> str | None:
        """Return the column under a head; None when there is none."""
        return str(self.koppen.index(kop)) if kop in self.koppen else None


def letter(place: int) -> str:
    """Return how a spreadsheet calls a column: 0 is A, 26 is AA."""
    first, last = divmod(place, 26)
    return (letter(first - 1) if first else "") + chr(65 + last)


def table_of(vel: Vel, koprij: int) -> Velstabel:
    """Return the table under a row of heads (from 1); rows without anything are passed by."""
    heads = vel.rijen[koprij - 1] if 0 < koprij <= len(vel.rijen) else ()
    body = [
        (number, row) for number, row in enumerate(vel.rijen[koprij:], start=koprij + 1) if any(row)
    ]
    width = max([len(heads), *(len(row) for _, row in body)], default=0)
    columns = {
        str(place): pl.Series(
            [row[place] if place < len(row) else "" for _, row in body], dtype=pl.String
        )
        for place in range(width)
    }
    rows = pl.Series([number for number, _ in body], dtype=pl.Int64)
    cells = pl.DataFrame({**columns, REGEL: rows})
    return Velstabel(naam=vel.naam, koppen=_names(heads, width), cellen=cells)


def _names(heads: Sequence[str], width: int) -> tuple[str, ...]:
    """Return a name for every column: its head, with its letter when it isn't one of its own."""
    bare = [" ".join(heads[place].split()) if place < len(heads) else "" for place in range(width)]
    return tuple(
        name if name and bare.count(name) == 1 else f"{name} (kolom {letter(place)})".strip()
        for place, name in enumerate(bare)
    )
