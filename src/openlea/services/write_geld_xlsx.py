"""Write tables of money as a workbook, just as they were seen on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Waarde = str | int | date | None
"""What may stand in a cell: words, whole cents, a day, or nothing."""


@dataclass(frozen=True, slots=True)
class Rij:
    """A row; a bold one is a header or a total."""

    cellen: tuple[Waarde, ...]
    vet: bool = False


@dataclass(frozen=True, slots=True)
class Vel:
    """A sheet: its name, its headers and its rows."""

    naam: str
    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]


def write_geld_xlsx(vellen: Sequence[Vel]) -> bytes:
    """Return the workbook; amounts are numbers in euros, text never runs as a formula."""
    from openpyxl import Workbook

    from openlea.services.xlsx.inpakken import pack

    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    for vel in vellen:
        _fill(book.create_sheet(vel.naam[:31]), vel)
    return pack(book)


def _fill(sheet: "Worksheet", vel: Vel) -> None:
    from openpyxl.styles import Font

    from openlea.services.xlsx.cel_schrijven import cell_at
    from openlea.services.xlsx.opmaak import finish, head

    head(sheet, 1, list(vel.koppen))
    for n, rij in enumerate(vel.rijen, start=2):
        for m, waarde in enumerate(rij.cellen, start=1):
            cell = cell_at(sheet, n, m)
            _write(cell, waarde)
            if rij.vet:
                cell.font = Font(bold=True)
    for m, kop in enumerate(vel.koppen, start=1):
        longest = max([len(kop), *(_length(rij.cellen, m - 1) for rij in vel.rijen)])
        sheet.column_dimensions[cell_at(sheet, 1, m).column_letter].width = min(longest + 3, 60)
    finish(sheet, len(vel.koppen), len(vel.rijen) + 1)


def _write(cell: "Cell", waarde: Waarde) -> None:
    from openlea.services.xlsx.cel_schrijven import write_cell
    from openlea.services.xlsx.kolom import Soort

    if isinstance(waarde, int):
        write_cell(cell, Soort.BEDRAG, waarde)
    elif isinstance(waarde, date):
        write_cell(cell, Soort.DATUM, waarde)
    else:
        write_cell(cell, Soort.TEKST, waarde)


def _length(cellen: tuple[Waarde, ...], index: int) -> int:
    waarde = cellen[index] if index < len(cellen) else None
    if waarde is None:
        return 0
    return 15 if isinstance(waarde, int) else len(str(waarde))
