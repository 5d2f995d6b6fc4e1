"""Write one value in one cell, so that it looks right, can't run, and reads back the same."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from openlea.core.errors import BadInput, Fout
from openlea.core.keuze import Keuze
from openlea.policy.agenda_grenzen import LANGSTE_TEKST
from openlea.services.xlsx.bladen import VOORBEELD
from openlea.services.xlsx.kolom import Soort
from openlea.services.xlsx.tekst import encode

OPMAAK: Mapping[Soort, str] = {
    Soort.TEKST: "@",
    Soort.CODE: "@",
    Soort.GEHEEL: "0",
    Soort.GETAL: "General",
    Soort.BEDRAG: '"€" #,##0.00;"€" -#,##0.00',
    Soort.DATUM: "dd-mm-yyyy",
    Soort.KEUZE: "@",
}
"""Text is formatted as text, because Excel makes a number of 1E5 and a day of 10-12 otherwise."""

CIJFERS = 15
"""Digits that Excel keeps of a number (IEEE 754 double); a longer one is written as text."""
EERSTE_EXCELDAG = date(1901, 1, 1)
"""Before it Excel and LibreOffice count days differently; such a day is written as text."""
_RISKY = ("=", "+", "-", "@", "'", "\t")


def cell_at(sheet: Worksheet, rij: int, kolom: int) -> Cell:
    """Return a cell by its row and column from one; a sheet that we make has no merged cells."""
    return cast("Cell", sheet.cell(rij, kolom))


def write_cell(cell: Cell, soort: Soort, waarde: Any) -> None:
    """Put a value in a cell; nothing when there is none. Raises BadInput when it doesn't fit."""
    cell.number_format = OPMAAK[soort]
    if waarde is None or waarde == "":
        return
    if isinstance(waarde, Keuze):
        _write_text(cell, waarde.label)
    elif isinstance(waarde, str):
        _write_text(cell, _no_example(cell, waarde))
    elif isinstance(waarde, date):
        _write_day(cell, waarde)
    else:
        _write_number(cell, Decimal(waarde) / 100 if soort is Soort.BEDRAG else Decimal(waarde))


def write_words(cell: Cell, text: str) -> None:
    """Put words of our own in a cell: a header, an explanation, an example."""
    _write_text(cell, encode(text))


def _no_example(cell: Cell, text: str) -> str:
    """Return the written text; in a first cell it may not look like an example row."""
    if cell.column == 1 and text.casefold().startswith(VOORBEELD):
        return f"_x{ord(text[0]):04X}_{encode(text[1:])}"
    return encode(text)


def _write_text(cell: Cell, written: str) -> None:
    if len(written.encode("utf-16-le")) // 2 > LANGSTE_TEKST:
        blad = cell.parent.title if cell.parent else ""
        raise BadInput([Fout(blad, cell.coordinate, "De tekst past niet in een cel van Excel.")])
    cell.value = written
    # openpyxl makes a formula of '=1+1' and an error of '#N/A'; here it is always text.
    cell.data_type = "s"
    if written.startswith(_RISKY):
        cell.quotePrefix = True


def _write_day(cell: Cell, day: date) -> None:
    if day < EERSTE_EXCELDAG:
        _write_text(cell, f"{day.day:02}-{day.month:02}-{day.year:04}")
    else:
        cell.value = day
        cell.number_format = OPMAAK[Soort.DATUM]


def _write_number(cell: Cell, number: Decimal) -> None:
    if not number.is_finite() or len(number.as_tuple().digits) > CIJFERS:
        _write_text(cell, str(number).replace(".", ","))
    else:
        whole = number == number.to_integral_value()
        cell.value = int(number) if whole else float(number)
