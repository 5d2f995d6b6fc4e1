"""Lay an agenda out as a workbook: a sheet of explanation, the agenda itself, and its rows."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from openlea.core.agenda import Agenda
from openlea.policy.agenda_controle import LANGSTE_AGENDA
from openlea.policy.agenda_rijen import Rij, lay_out
from openlea.services.xlsx import opmaak
from openlea.services.xlsx.bladen import AGENDA, BLADEN, SLEUTELKOP, UITLEGKOP, WAARDEKOP
from openlea.services.xlsx.cel_schrijven import cell_at, write_cell, write_words
from openlea.services.xlsx.kolom import Blad, Soort
from openlea.services.xlsx.leesmij import write_explanation

VOORBEELDBEDRAG = 1_500_000
"""Cents: the amount in the example rows."""


def lay_out_workbook(agenda: Agenda, *, voorbeelden: bool = False) -> Workbook:
    """Return the workbook of an agenda; with an example row per sheet when that is asked."""
    book = Workbook()
    write_explanation(book.worksheets[0])
    _write_agenda(book.create_sheet(AGENDA.naam), agenda)
    rijen, jaren = lay_out(agenda), _years(agenda)
    for blad in BLADEN:
        sheet = book.create_sheet(blad.naam)
        _write_head(sheet, blad, jaren)
        if voorbeelden:
            _write_example(sheet, blad, jaren)
        first = 3 if voorbeelden else 2
        for n, rij in enumerate(rijen[blad.naam], start=first):
            _write_row(sheet, n, blad, rij, jaren)
        width = len(blad.kolommen) + (len(jaren) if blad.per_jaar else 0)
        opmaak.finish(sheet, width, sheet.max_row)
    book.active = 1
    return book


def _years(agenda: Agenda) -> Sequence[int]:
    """Return the years of the agenda, and any other year that has an amount."""
    amounts = [stroom.bedragen for stroom in agenda.begroting.geldstromen]
    amounts += [post.bedragen for post in agenda.begroting.posten]
    used = {jaar for bedragen in amounts for jaar in bedragen}
    return sorted(used | set(range(agenda.van, min(agenda.tot, agenda.van + LANGSTE_AGENDA) + 1)))


def _write_agenda(sheet: Worksheet, agenda: Agenda) -> None:
    opmaak.head(sheet, 1, [SLEUTELKOP, WAARDEKOP, UITLEGKOP])
    rij = 1
    for kolom in AGENDA.kolommen:
        waarde = getattr(agenda, kolom.veld)
        # A field that holds many has a row for each, and one empty row to begin with.
        for deel in (waarde or ("",)) if isinstance(waarde, tuple) else (waarde,):
            rij += 1
            write_words(cell_at(sheet, rij, 1), opmaak.kop_van(AGENDA, kolom))
            write_cell(cell_at(sheet, rij, 2), kolom.soort, deel)
            write_words(cell_at(sheet, rij, 3), kolom.uitleg)
            opmaak.explain(sheet, f"B{rij}", opmaak.meaning(AGENDA, kolom))
            opmaak.offer(sheet, f"B{rij}", AGENDA, kolom)
            for n in (1, 2, 3):
                cell_at(sheet, rij, n).alignment = opmaak.BOVEN
    for letter, width in (("A", 24), ("B", 60), ("C", 60)):
        sheet.column_dimensions[letter].width = width
    opmaak.finish(sheet, 3, rij)
    sheet.auto_filter.ref = None


def _write_head(sheet: Worksheet, blad: Blad, jaren: Sequence[int]) -> None:
    koppen = [opmaak.kop_van(blad, kolom) for kolom in blad.kolommen]
    opmaak.head(sheet, 1, koppen + [str(jaar) for jaar in jaren if blad.per_jaar])
    for n, kolom in enumerate(blad.kolommen, start=1):
        letter = get_column_letter(n)
        opmaak.shape_column(sheet, letter, kolom.soort, kolom.breedte)
        opmaak.explain(sheet, f"{letter}1", opmaak.meaning(blad, kolom))
        opmaak.offer(sheet, f"{letter}2:{letter}{opmaak.LAATSTE_LIJSTRIJ}", blad, kolom)
    for n, jaar in enumerate(jaren if blad.per_jaar else (), start=len(blad.kolommen) + 1):
        letter = get_column_letter(n)
        opmaak.shape_column(sheet, letter, Soort.BEDRAG, 16)
        opmaak.explain(sheet, f"{letter}1", f"Het bedrag in {jaar}, in euro's. Leeg: geen bedrag.")


def _write_row(sheet: Worksheet, n: int, blad: Blad, rij: Rij, jaren: Sequence[int]) -> None:
    for letter, kolom in enumerate(blad.kolommen, start=1):
        _write_value(sheet, n, letter, kolom.soort, rij.veld(kolom.veld))
    if blad.per_jaar:
        for letter, jaar in enumerate(jaren, start=len(blad.kolommen) + 1):
            _write_value(sheet, n, letter, Soort.BEDRAG, rij.veld("bedragen").get(jaar))


def _write_value(sheet: Worksheet, rij: int, kolom: int, soort: Soort, waarde: Any) -> None:
    cell = cell_at(sheet, rij, kolom)
    write_cell(cell, soort, waarde)
    cell.alignment = opmaak.BOVEN


def _write_example(sheet: Worksheet, blad: Blad, jaren: Sequence[int]) -> None:
    for n, kolom in enumerate(blad.kolommen, start=1):
        if n == 1:
            write_words(cell_at(sheet, 2, 1), f"Voorbeeld: {kolom.voorbeeld}")
        else:
            _write_value(sheet, 2, n, kolom.soort, kolom.voorbeeld)
    if blad.per_jaar:
        for n, _ in enumerate(jaren, start=len(blad.kolommen) + 1):
            _write_value(sheet, 2, n, Soort.BEDRAG, VOORBEELDBEDRAG)
    for cell in sheet[2]:
        cell.font = opmaak.VOORBEELDLETTER
