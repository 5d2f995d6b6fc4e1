"""Opens what people send (Excel, OpenDocument, CSV, or a zip of them) as sheets of plain text."""

import csv
import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from openlea.catalogue.reading.bladen import HEAD_WITHIN, Cells, Vel, read_cells_of
from openlea.catalogue.reading.letters import refuse, to_utf8
from openlea.catalogue.reading.uitpakken import is_workbook, opened
from openlea.core.bron import Bestand

MOST_BYTES = 50 * 1024 * 1024
MOST_ROWS, MOST_COLUMNS = 200_000, 400
SEPARATORS = ";,\t|"
_NUMBER = re.compile(r"[-+<]?[\d.,%\s-]+")
_LOOK = 20


def read_vellen(bestand: Bestand) -> tuple[Vel, ...]:
    """Return the sheets that hold anything; BadFile with the reason when there is nothing to read.

    A CSV file is one sheet without a name of its own.
    """
    if not bestand.inhoud.strip():
        raise refuse(bestand, "het bestand is leeg.")
    if len(bestand.inhoud) > MOST_BYTES:
        raise refuse(bestand, f"het bestand is groter dan {MOST_BYTES // 1024**2} MB; splits het.")
    found = tuple(vel for one in opened(bestand) for vel in _sheets(one) if _has_cells(vel))
    if not found:
        raise refuse(bestand, "er staat geen tabel in dit bestand.")
    for vel in found:
        _refuse_too_large(bestand, vel)
    return found


def guess_head(vel: Vel) -> int:
    """Return the number (from 1) of the row that most looks like heads: words, each once."""
    rows = vel.rijen[:HEAD_WITHIN]
    return max(range(len(rows)), key=lambda place: (_headlike(rows[place]), -place)) + 1


def _sheets(bestand: Bestand) -> Iterator[Vel]:
    if is_workbook(bestand):
        yield from read_cells_of(bestand)
        return
    text, _ = to_utf8(bestand)
    lines = text.decode()
    try:
        rows = csv.reader(StringIO(lines, newline=""), delimiter=separator_of(lines))
        # One more than may be is enough to refuse it; all of fifty megabytes would fill the memory.
        some = islice(rows, MOST_ROWS + 1)
        yield Vel(
            naam=bestand.naam, rijen=tuple(tuple(cell.strip() for cell in row) for row in some)
        )
    except csv.Error as error:
        raise refuse(bestand, "een aanhalingsteken wordt niet gesloten.") from error


def separator_of(text: str) -> str:
    """Return what parts the cells: what stands equally often on most of the first lines."""
    lines = [line for line in text[:65536].splitlines()[:_LOOK] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: (_usual(counts[mark]), -SEPARATORS.index(mark)))


def _usual(counts: list[int]) -> tuple[int, int]:
    there = [count for count in counts if count]
    same = max((there.count(count) for count in set(there)), default=0)
    return same, max(there, default=0)


def _has_cells(vel: Vel) -> bool:
    return any(cell for row in vel.rijen for cell in row)


def _refuse_too_large(bestand: Bestand, vel: Vel) -> None:
    if len(vel.rijen) > MOST_ROWS:
        reden = f"er zijn meer dan {MOST_ROWS} rijen; splits het bestand."
        raise refuse(bestand, reden, vel.naam)
    if max(len(row) for row in vel.rijen) > MOST_COLUMNS:
        reden = f"er zijn meer dan {MOST_COLUMNS} kolommen; haal weg wat niet nodig is."
        raise refuse(bestand, reden, vel.naam)


def _headlike(row: Cells) -> int:
    words = {cell.casefold() for cell in row if cell and not _NUMBER.fullmatch(cell)}
    numbers = sum(bool(_NUMBER.fullmatch(cell)) for cell in row if cell)
    return len(words) - numbers
