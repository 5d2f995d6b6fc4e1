"""Reads an export as a plain table: headers and rows, each with its number in the file."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from openlea.services.xlsx.openen import refuse

Cel = str | Decimal | date | None
"""What stands in a cell: words, a number, a day, or nothing."""
MOST_ROWS = 20_000
"""A ledger of an agenda has hundreds of rows a year; more is the ledger of the whole town."""
MOST_BYTES = 20_000_000
FEWEST_HEADERS = 2
FORMULE = "\N{REPLACEMENT CHARACTER}formule"
"""Stands for a cell that holds a formula: its outcome isn't in the file."""


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """A row of the export, with its number as the reader of the file sees it."""

    nummer: int
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """An export: its headers and the rows under them."""

    koppen: tuple[str, ...]
    rijen: tuple[Tabelrij, ...]


def read_tabel(content: bytes, zoals: str = "Kostenplaats, Datum en Bedrag") -> Tabel:
    """Return an xlsx or csv export as a table; `zoals` names a few heads, for who has none.

    Raises BadFile with the reason in Dutch.
    """
    if not content:
        raise refuse("Dit bestand is leeg.")
    if len(content) > MOST_BYTES:
        raise refuse(f"Dit bestand is groter dan {MOST_BYTES // 1_000_000} MB.")
    is_text = b"\x00" not in content[:4000] and not content.startswith((b"PK", b"%PDF", b"{\\rtf"))
    rows = _csv(content) if is_text else _xlsx(content)
    filled = [(n, row) for n, row in rows if any(cel is not None for cel in row)]
    return _with_headers(filled, zoals)


def _with_headers(rows: Sequence[tuple[int, tuple[Cel, ...]]], zoals: str) -> Tabel:
    """Return the table below the first row that looks like headers: words in two cells or more."""
    for index, (_, row) in enumerate(rows):
        words = [cel for cel in row if isinstance(cel, str)]
        if len(words) >= FEWEST_HEADERS and len(words) == sum(cel is not None for cel in row):
            koppen = _unique(row)
            rest = rows[index + 1 :]
            if not rest:
                raise refuse("Onder de koppen staan geen regels.")
            if len(rest) > MOST_ROWS:
                raise refuse(f"Dit bestand heeft meer dan {MOST_ROWS} regels. Maak een uitsnede.")
            width = len(koppen)
            return Tabel(
                koppen, tuple(Tabelrij(n, (*cells, *[None] * width)[:width]) for n, cells in rest)
            )
    raise refuse(f"Er is geen rij met koppen gevonden, zoals {zoals}.")


def _unique(row: Sequence[Cel]) -> tuple[str, ...]:
    """Return the headers, each once: the second 'Bedrag' becomes 'Bedrag (2)'."""
    seen: dict[str, int] = {}
    koppen = []
    for n, cel in enumerate(row, start=1):
        kop = " ".join(str(cel).split()) if cel is not None else f"Kolom {n}"
        seen[kop] = seen.get(kop, 0) + 1
        koppen.append(kop if seen[kop] == 1 else f"{kop} ({seen[kop]})")
    return tuple(koppen)


def _csv(content: bytes) -> list[tuple[int, tuple[Cel, ...]]]:
    text = _decoded(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    mark = max(";\t,|", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error:
        raise refuse("Dit csv-bestand is beschadigd: een aanhalingsteken sluit niet.") from None
    return [(n, tuple(cel.strip() or None for cel in row)) for n, row in enumerate(rows, start=1)]


def _decoded(content: bytes) -> str:
    """Return the text; a ledger that isn't UTF-8 is from Windows."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _xlsx(content: bytes) -> list[tuple[int, tuple[Cel, ...]]]:
    from openlea.services.xlsx.laden import load

    book = load(content)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible" and sheet.max_row > 1:
            return list(_rows(sheet.iter_rows()))
    raise refuse("Dit bestand heeft geen zichtbaar blad met regels.")


def _rows(rows: Iterator[Sequence[object]]) -> Iterator[tuple[int, tuple[Cel, ...]]]:
    for n, row in enumerate(rows, start=1):
        yield n, tuple(_value(cell) for cell in row)


def _value(cell: object) -> Cel:
    if getattr(cell, "data_type", "") == "f":
        return FORMULE
    value = getattr(cell, "value", None)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, bool) or value is None:
        return str(value) if value is not None else None
    if isinstance(value, int | float):
        return Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    return value if isinstance(value, date) else (str(value).strip() or None)
