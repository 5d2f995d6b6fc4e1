"""Read one sheet as a table: every row with its number and the value of every column."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from openlea.core.errors import Fout
from openlea.policy.agenda_rijen import KINDEREN, VERWIJST
from openlea.services.xlsx.bladen import VOORBEELD
from openlea.services.xlsx.cel import Unreadable, read_cell
from openlea.services.xlsx.kolom import Blad, Kolom, Soort
from openlea.services.xlsx.koppen import match_headers

GENOEMD = {*KINDEREN.values(), *(doel for bladen in VERWIJST.values() for doel in bladen)}
"""Sheets whose rows are named by others: a row of these is never left out silently."""


@dataclass(slots=True)
class Regel:
    """One row of a sheet, with its number in Excel."""

    nummer: int
    waarden: dict[str, Any]


@dataclass(slots=True)
class Tabel:
    """A sheet as it was read; `heel` says that its codes can be trusted for further checks."""

    blad: Blad
    letters: Mapping[str, str]
    rijen: list[Regel] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    heel: bool = True


def rows_of(sheet: Worksheet) -> dict[int, dict[str, Cell]]:
    """Return the cells that hold something, by row and column letter."""
    rows: dict[int, dict[str, Cell]] = {}
    # The sheet's own store: asking for rows would make every empty cell up to the last one.
    for cell in sheet._cells.values():  # noqa: SLF001
        if isinstance(cell, Cell) and not _is_blank(cell.value):
            rows.setdefault(int(cell.row or 0), {})[cell.column_letter] = cell
    return dict(sorted(rows.items()))


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def hidden_faults(sheet: Worksheet, naam: str, rows: Mapping[int, object]) -> Iterator[Fout]:
    """Yield a fault for hidden rows and columns: nothing comes in that nobody saw."""
    hidden = [n for n in rows if n in sheet.row_dimensions and sheet.row_dimensions[n].hidden]
    if hidden:
        amount = f"{len(hidden)} rijen zijn" if len(hidden) > 1 else "Deze rij is"
        reden = f"{amount} verborgen of weggefilterd. Maak alles zichtbaar."
        yield Fout(naam, f"A{hidden[0]}", reden)
    for letter, column in sheet.column_dimensions.items():
        if column.hidden:
            first = get_column_letter(column.min) if column.min else letter
            yield Fout(naam, f"{first}1", "Deze kolom is verborgen. Maak alles zichtbaar.")


def read_table(sheet: Worksheet, blad: Blad, jaren: Sequence[int]) -> Tabel:
    """Return the sheet with every row that could be read and every fault that was met."""
    rows = rows_of(sheet)
    header = rows.pop(1, {})
    letters, fouten = match_headers(blad, header.values(), jaren)
    tabel = Tabel(blad, letters, fouten=fouten, heel=not fouten)
    tabel.fouten += hidden_faults(sheet, blad.naam, rows)
    if len(letters) == 0:
        return tabel
    for nummer, cells in rows.items():
        if not _is_example(cells.get(letters.get(blad.kolommen[0].veld, ""))):
            _read_row(tabel, nummer, cells, header)
    return tabel


def _is_example(cell: Cell | None) -> bool:
    return cell is not None and str(cell.value).strip().casefold().startswith(VOORBEELD)


def _read_row(tabel: Tabel, nummer: int, cells: Mapping[str, Cell], header: Iterable[str]) -> None:
    blad, before = tabel.blad, len(tabel.fouten)
    for letter in cells.keys() - set(header):
        reden = "Deze cel staat buiten de tabel: er staat geen kop boven. Maak hem leeg."
        tabel.fouten.append(Fout(blad.naam, f"{letter}{nummer}", reden))
    waarden = {
        kolom.veld: _read(tabel, kolom, nummer, cells.get(tabel.letters[kolom.veld]))
        for kolom in blad.kolommen
        if kolom.veld in tabel.letters
    }
    if blad.per_jaar:
        waarden["bedragen"] = _amounts(tabel, nummer, cells)
    if len(tabel.fouten) == before or blad.naam in GENOEMD:
        tabel.rijen.append(Regel(nummer, waarden))


def _read(tabel: Tabel, kolom: Kolom, nummer: int, cell: Cell | None) -> Any:
    """Return the value of a cell; after a fault something harmless, so that checking can go on."""
    blad = tabel.blad
    needed = kolom.veld in blad.verplicht
    plek = f"{tabel.letters[kolom.veld]}{nummer}"
    try:
        value = None if cell is None else read_cell(cell, kolom)
        if value is not None:
            return value
        if not needed:
            return blad.standaard.get(kolom.veld)
        reden = f"'{kolom.kop}' is leeg. Vul het in."
    except Unreadable as found:
        reden = str(found)
    tabel.fouten.append(Fout(blad.naam, plek, reden))
    if not needed:
        return blad.standaard.get(kolom.veld)
    if blad.naam in GENOEMD and (kolom.soort is Soort.CODE or kolom is blad.kolommen[0]):
        tabel.heel = False
    return next(iter(kolom.keuze)) if kolom.keuze else "?"


def _amounts(tabel: Tabel, nummer: int, cells: Mapping[str, Cell]) -> dict[int, int]:
    amounts = {}
    for jaar, letter in sorted(tabel.letters.items()):
        if jaar.isdigit() and letter in cells:
            kolom = Kolom(jaar, jaar, "", Soort.BEDRAG)
            try:
                cents = read_cell(cells[letter], kolom)
            except Unreadable as found:
                tabel.fouten.append(Fout(tabel.blad.naam, f"{letter}{nummer}", str(found)))
            else:
                amounts[int(jaar)] = cents
    return amounts
