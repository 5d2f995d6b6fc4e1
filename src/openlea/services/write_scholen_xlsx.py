"""Write the schools of a division as a workbook, to add columns to and send back."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from openlea.services.verdelen.tabel import BLAD, Tabel, number_in

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

WIDEST = 50


def write_scholen_xlsx(tabel: Tabel, bronnen: Sequence[Mapping[str, str]]) -> bytes:
    """Return the workbook: a sheet of schools, and one that says where each column is from."""
    from openpyxl import Workbook

    from openlea.services.xlsx.inpakken import pack

    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    cells = [[_value(text, tabel) for text in row] for _, row in tabel.rijen]
    _fill(book.create_sheet(BLAD), tabel.koppen, cells)
    told = [[one.get(key, "") for key in ("kolom", "bron", "peil", "let_op")] for one in bronnen]
    _fill(book.create_sheet("Bronnen"), ("Kolom", "Bron", "Peildatum", "Let op"), told)
    return pack(book)


def _value(text: str, tabel: Tabel) -> str | Decimal | None:
    """Return a number as a number, so that a sheet can reckon with it; a code stays text."""
    bare = text.strip()
    if bare.startswith("0") and bare.isdecimal() and bare != "0":
        return bare
    try:
        return number_in(bare, werkmap=tabel.werkmap)
    except ValueError:
        return bare


def _fill(
    sheet: "Worksheet", koppen: Sequence[str], rijen: Sequence[Sequence[str | Decimal | None]]
) -> None:
    from openlea.services.xlsx.cel_schrijven import cell_at, write_cell
    from openlea.services.xlsx.kolom import Soort
    from openlea.services.xlsx.opmaak import finish, head

    head(sheet, 1, list(koppen))
    for n, rij in enumerate(rijen, start=2):
        for m, waarde in enumerate(rij, start=1):
            soort = Soort.GETAL if isinstance(waarde, Decimal) else Soort.TEKST
            write_cell(cell_at(sheet, n, m), soort, waarde)
    for m, kop in enumerate(koppen, start=1):
        longest = max([len(kop), *(len(str(rij[m - 1])) for rij in rijen if m <= len(rij))])
        sheet.column_dimensions[cell_at(sheet, 1, m).column_letter].width = min(longest + 3, WIDEST)
    finish(sheet, len(koppen), len(rijen) + 1)
