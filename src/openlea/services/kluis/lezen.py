"""Reads a file about persons as columns of text, with the line that each row stood on.

A csv file without quotes goes through Polars in one piece; any other goes row by row. Both give
the same sheet: the same cells, the same lines.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO, StringIO
from itertools import islice

import polars as pl

from openlea.catalogue.reading.bladen import HEAD_WITHIN, Cells, Vel, read_cells_of
from openlea.catalogue.reading.letters import refuse, to_utf8
from openlea.catalogue.reading.uitpakken import is_workbook, opened
from openlea.core.bron import Bestand
from openlea.services.kolommen.vellen import (
    MOST_BYTES,
    MOST_COLUMNS,
    guess_head,
    separator_of,
)

MOST_ROWS = 1_000_000
WIT = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace())
"""What Python strips from a cell; Polars strips a little less by itself."""


@dataclass(frozen=True, slots=True)
class Blad:
    """A sheet under its row of heads: `cellen` are columns '0', '1', …, `regels` their lines.

    `koprij` is the line of the heads. No cell is null and none has blanks around it; rows without
    anything are passed by.
    """

    koprij: int
    koppen: Cells
    cellen: pl.DataFrame = field(repr=False)
    regels: pl.Series = field(repr=False)

    def column(self, nummer: int) -> pl.Series:
        """Return the cells of a column, counted from 1; blank when no row is that long."""
        if nummer <= self.cellen.width:
            return self.cellen.to_series(nummer - 1)
        return pl.Series([""], dtype=pl.String).new_from_index(0, self.cellen.height)


def read_bladen(bestand: Bestand) -> tuple[Blad, ...]:
    """Return the sheets that hold anything; BadFile with the reason when there is nothing to read.

    Every head is trimmed; the row of heads is the one that most looks like it.
    """
    if not bestand.inhoud.strip():
        raise refuse(bestand, "het bestand is leeg.")
    if len(bestand.inhoud) > MOST_BYTES:
        raise refuse(bestand, f"het bestand is groter dan {MOST_BYTES // 1024**2} MB; splits het.")
    found = [blad for one in opened(bestand) for blad in _sheets(one)]
    if not found:
        raise refuse(bestand, "er staat geen tabel in dit bestand.")
    return tuple(found)


def _sheets(bestand: Bestand) -> Iterator[Blad]:
    if is_workbook(bestand):
        for vel in read_cells_of(bestand):
            yield from _of_rows(bestand, vel.rijen)
        return
    body, _ = to_utf8(bestand)
    text = body.decode()
    mark = separator_of(text)
    frame = _whole(body, mark)
    if frame is not None:
        yield from _of_frame(bestand, frame, text, mark)
        return
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=mark)
        some = tuple(tuple(cell.strip() for cell in row) for row in islice(rows, MOST_ROWS + 1))
    except csv.Error as error:
        raise refuse(bestand, "een aanhalingsteken wordt niet gesloten.") from error
    yield from _of_rows(bestand, some)


def _whole(body: bytes, mark: str) -> pl.DataFrame | None:
    """Return a plain csv file as Polars reads it; None when it might read it otherwise than we."""
    if b'"' in body or body.count(b"\r") != body.count(b"\r\n"):
        return None
    try:
        return pl.read_csv(
            BytesIO(body), separator=mark, quote_char=None, has_header=False, infer_schema=False
        )
    except pl.exceptions.PolarsError:
        return None  # rows of different lengths, most often


def _of_frame(bestand: Bestand, frame: pl.DataFrame, text: str, mark: str) -> Iterator[Blad]:
    _refuse_too_large(bestand, frame.height, frame.width)
    first = csv.reader(StringIO(text, newline=""), delimiter=mark)
    rows = tuple(tuple(cell.strip() for cell in row) for row in islice(first, HEAD_WITHIN))
    names = [str(place) for place in range(frame.width)]
    frame.columns = names
    cells = frame.with_columns(pl.all().fill_null("").str.strip_chars(WIT))
    if any(cell for row in rows for cell in row) or _has_any(cells):
        head = guess_head(Vel(naam=bestand.naam, rijen=rows))
        yield _sheet(rows[head - 1], cells.slice(head), head)


def _of_rows(bestand: Bestand, rows: Sequence[Cells]) -> Iterator[Blad]:
    if not any(cell for row in rows for cell in row):
        return
    width = max(map(len, rows))
    _refuse_too_large(bestand, len(rows), width)
    head = guess_head(Vel(naam=bestand.naam, rijen=tuple(rows[:HEAD_WITHIN])))
    body = [row if len(row) == width else (*row, *[""] * (width - len(row))) for row in rows[head:]]
    schema = {str(place): pl.String for place in range(width)}
    yield _sheet(rows[head - 1], pl.DataFrame(body, schema=schema, orient="row"), head)


def _sheet(koppen: Cells, cells: pl.DataFrame, head: int) -> Blad:
    lines = pl.Series(range(head + 1, head + 1 + cells.height), dtype=pl.Int64)
    filled = cells.select(pl.any_horizontal(pl.all() != "")).to_series()
    if not filled.all():
        cells, lines = cells.filter(filled), lines.filter(filled)
    return Blad(head, koppen, cells, lines)


def _has_any(cells: pl.DataFrame) -> bool:
    return bool(cells.select(pl.any_horizontal((pl.all() != "").any())).item())


def _refuse_too_large(bestand: Bestand, height: int, width: int) -> None:
    if height > MOST_ROWS:
        raise refuse(bestand, f"er zijn meer dan {MOST_ROWS} rijen; splits het bestand.")
    if width > MOST_COLUMNS:
        reden = f"er zijn meer dan {MOST_COLUMNS} kolommen; haal weg wat niet nodig is."
        raise refuse(bestand, reden)
