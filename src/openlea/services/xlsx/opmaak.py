"""How a sheet looks: a frozen header, widths, filters, lists to choose from, notes on headers."""

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from openlea.core.keuze import Keuze
from openlea.services.xlsx.cel_schrijven import OPMAAK, cell_at, write_words
from openlea.services.xlsx.kolom import Blad, Kolom, Soort

LAATSTE_LIJSTRIJ = 2000
"""The lists to choose from reach to this row: five times a big agenda of 420 acties."""
STER = " *"
"""Behind the header of a column that must be filled in."""

KOPLETTER = Font(bold=True, color="FFFFFF")
KOPVLAK = PatternFill("solid", fgColor="154273")
VOORBEELDLETTER = Font(italic=True, color="5A5A5A")
TITELLETTER = Font(bold=True, size=16, color="154273")
BOVEN = Alignment(vertical="top", wrap_text=True)
_ONDERRAND = Border(bottom=Side("thin", color="154273"))


def head(sheet: Worksheet, rij: int, koppen: list[str]) -> None:
    """Write a row of headers."""
    for n, kop in enumerate(koppen, start=1):
        cell = cell_at(sheet, rij, n)
        write_words(cell, kop)
        cell.font, cell.fill, cell.border = KOPLETTER, KOPVLAK, _ONDERRAND
        cell.alignment = Alignment(vertical="center", wrap_text=True)


def kop_van(blad: Blad, kolom: Kolom) -> str:
    """Return the header of a column, with a star when it must be filled in."""
    return kolom.kop + (STER if kolom.veld in blad.verplicht else "")


def meaning(blad: Blad, kolom: Kolom) -> str:
    """Return what a column is for, what may stand in it, and whether it may be empty."""
    parts = [kolom.uitleg, f"Soort: {kolom.soort.value}."]
    if doel := blad.verwijst(kolom):
        parts.append(f"Moet staan op: {', '.join(doel)}.")
    parts.append("Verplicht." if kolom.veld in blad.verplicht else "Mag leeg blijven.")
    return "\n".join(parts)


def explain(sheet: Worksheet, plek: str, text: str) -> None:
    """Put a note on a cell that shows on hover and is read out by a screen reader."""
    note = Comment(text, "Open LEA")
    note.width, note.height = 320, 120
    sheet[plek].comment = note


def shape_column(sheet: Worksheet, letter: str, soort: Soort, breedte: int) -> None:
    """Set the width of a column, and the format of rows still to be typed."""
    column = sheet.column_dimensions[letter]
    column.width = breedte
    column.number_format = OPMAAK[soort]


def offer(sheet: Worksheet, bereik: str, blad: Blad, kolom: Kolom) -> None:
    """Offer the words of a closed list, or the codes of the one sheet that a column points to."""
    doel = blad.verwijst(kolom)
    if kolom.keuze is not None:
        rule = _closed(kolom.keuze)
    elif len(doel) == 1:
        rule = _codes(doel[0])
    else:
        return
    rule.add(bereik)
    sheet.add_data_validation(rule)


def _closed(lijst: type[Keuze]) -> DataValidation:
    words = ",".join(label for _, label in lijst.choices())
    rule = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True)
    rule.errorTitle, rule.error = "Kies uit de lijst", "Dit woord staat niet in de lijst."
    rule.showErrorMessage = True
    return rule


def _codes(doel: str) -> DataValidation:
    source = f"{quote_sheetname(doel)}!$A$2:$A${LAATSTE_LIJSTRIJ}"
    rule = DataValidation(type="list", formula1=source, allow_blank=True, errorStyle="warning")
    rule.errorTitle, rule.error = "Onbekende code", f"Deze code staat niet op het blad {doel}."
    rule.showErrorMessage = True
    return rule


def finish(sheet: Worksheet, koppen: int, rijen: int) -> None:
    """Freeze the header, filter the rows, and make the sheet print on wide paper."""
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(koppen)}{max(rijen, 2)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
