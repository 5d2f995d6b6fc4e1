"""Reads workbooks (ods and xlsx) as published: the sheets that hold a table, each cell as text.

Numbers stand in them partly as number and partly as text; both come out as text, without '.0'.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

import polars as pl
from python_calamine import CalamineWorkbook

from openlea.catalogue.reading.letters import refuse
from openlea.catalogue.reading.omvang import refuse_too_wide
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Kolommen, Ruw, rejected
from openlea.catalogue.reading.uitpakken import is_workbook, refuse_too_much, unpack
from openlea.core.bron import Bestand
from openlea.core.errors import BadFile

HEAD_WITHIN = 12
"""A header stands within so many rows: above it there may be a title."""
Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vel:
    """A sheet: its name, and its rows as text; rows may differ in length."""

    naam: str
    rijen: tuple[Cells, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A sheet with a table: its name, and its cells under their header."""

    naam: str
    ruw: Ruw


def read_sheets(files: Sequence[Bestand], kolommen: Kolommen) -> tuple[Blad, ...]:
    """Return every sheet with the columns that are needed, in the letters that `nodig` has.

    Sheets with an explanation are passed by. SourceChanged when no sheet of a file has them all,
    BadFile when it's no workbook.
    """
    found: list[Blad] = []
    for file in unpack(files):
        vellen = read_cells_of(file)
        bladen = [blad for vel in vellen if (blad := _table(file, vel, kolommen))]
        if not bladen:
            raise _changed(vellen, kolommen)
        found += bladen
    return tuple(found)


def read_cells_of(bestand: Bestand) -> tuple[Vel, ...]:
    """Return all sheets of a workbook as text; BadFile when it can't be read."""
    if not is_workbook(bestand):
        raise refuse(bestand, "dit is geen werkboek (.ods of .xlsx).")
    with zipfile.ZipFile(BytesIO(bestand.inhoud)) as packed:
        refuse_too_much(bestand, packed.infolist())
    try:
        with zipfile.ZipFile(BytesIO(bestand.inhoud)) as packed:
            refuse_too_wide(bestand, packed)
        book = CalamineWorkbook.from_filelike(BytesIO(bestand.inhoud))
        return tuple(
            Vel(
                naam=name,
                rijen=tuple(
                    tuple(as_text(cell) for cell in row)
                    for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                ),
            )
            for name in book.sheet_names
        )
    except BaseException as error:  # the reader may panic, which is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError | BadFile):
            raise
        raise refuse(bestand, "het werkboek is beschadigd; haal het opnieuw op.") from error


def as_text(cell: object) -> str:
    """Return a cell as text: 41646.0 is '41646', a day is '2024-10-01', nothing is ''."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    return str(cell).strip()


def _table(file: Bestand, vel: Vel, kolommen: Kolommen) -> Blad | None:
    """Return the table under the first row that has every needed column, None: no such row."""
    for number, row in enumerate(vel.rijen[:HEAD_WITHIN]):
        chosen = dict(_chosen(row, kolommen))
        if not all(name in chosen for name in kolommen.nodig):
            continue
        body = [
            (line, cells)
            for line, cells in enumerate(vel.rijen[number + 1 :], start=number + 2)
            if any(cells)
        ]
        columns = {
            name: pl.Series([cells[place] for _, cells in body], dtype=pl.String)
            for name, place in chosen.items()
        }
        cellen = pl.DataFrame(columns).with_columns(
            pl.Series(BESTAND, [f"{file.naam}, blad {vel.naam}"] * len(body), dtype=pl.String),
            pl.Series(REGEL, [line for line, _ in body], dtype=pl.Int64),
        )
        ruw = Ruw(
            cellen=cellen,
            rijen_in=len(body),
            afgekeurd=rejected(),
            let_op=tuple(_unknown(file, vel, row, kolommen)),
        )
        return Blad(naam=vel.naam, ruw=ruw)
    return None


def _chosen(row: Cells, kolommen: Kolommen) -> Iterator[tuple[str, int]]:
    """Yield the columns to read with their place, needed ones as `nodig` writes them."""
    needed = {name.casefold(): name for name in kolommen.nodig}
    ook = re.compile(kolommen.ook or "$^")
    seen: set[str] = set()
    for place, cell in enumerate(row):
        name = " ".join(cell.split())
        name = needed.get(name.casefold(), name)
        if name not in seen and (name in kolommen.nodig or ook.fullmatch(name)):
            seen.add(name)
            yield name, place


def _unknown(file: Bestand, vel: Vel, row: Cells, kolommen: Kolommen) -> Iterator[str]:
    read = {place for _, place in _chosen(row, kolommen)}
    bekend = re.compile(kolommen.bekend or "$^")
    for place, cell in enumerate(row):
        name = " ".join(cell.split())
        if name and place not in read and not bekend.fullmatch(name):
            yield f"{file.naam}, blad {vel.naam}: nieuwe kolom '{name}'; die is niet gelezen."


def _changed(vellen: Sequence[Vel], kolommen: Kolommen) -> Exception:
    """Return what is missing in the row that comes nearest to the header."""
    rows = [row for vel in vellen for row in vel.rijen[:HEAD_WITHIN]] or [()]
    best = max(rows, key=lambda row: len(dict(_chosen(row, kolommen))))
    chosen = dict(_chosen(best, kolommen))
    missing = next(name for name in kolommen.nodig if name not in chosen)
    return kolommen.changed(missing, [" ".join(cell.split()) for cell in best if cell])
