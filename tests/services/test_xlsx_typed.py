"""What a civil servant types in Excel is understood, or refused with a reason a person can use."""

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from openlea.core.agenda import Schaal
from openlea.core.errors import BadInput
from openlea.policy.agenda_rijen import lay_out
from openlea.services.read_xlsx import read_xlsx
from openlea.services.xlsx.bladen import BLADEN
from openlea.services.xlsx.getal_lezen import Unreadable, parse_day, parse_number
from tests.services.xlsx_schade import bare, changed, saved
from tests.services.xlsx_voorbeeld import AGENDA


@pytest.mark.parametrize(
    ("blad", "cel", "typed", "read"),
    [
        ("Acties", "I2", "3 maart 2025", date(2025, 3, 3)),
        ("Acties", "I2", "3 mrt. 2025", date(2025, 3, 3)),
        ("Acties", "I2", " 3-3-2025 ", date(2025, 3, 3)),
        ("Acties", "I2", "03/03/2025", date(2025, 3, 3)),
        ("Acties", "I2", "13/4/2025", date(2025, 4, 13)),
        ("Acties", "I2", "3.4.2025", date(2025, 4, 3)),
        ("Acties", "I2", "2025-03-03", date(2025, 3, 3)),
        ("Acties", "G2", "2", 2),
        ("Acties", "G2", 2.0, 2),
        ("Acties", "E2", "LOKAAL EN REGIONAAL", Schaal.BEIDE),
        ("Acties", "E2", "beide", Schaal.BEIDE),
        ("Acties", "F2", 2025, "2025"),
        ("Acties", "F2", 2.5, "2,5"),
        ("Acties", "C2", "  Taal thuis  ", "Taal thuis"),
        ("Streefwaarden", "F2", "1.234,50", Decimal("1234.5")),
        ("Streefwaarden", "F2", "1.234", Decimal(1234)),
        ("Streefwaarden", "F2", 0.1 + 0.2, Decimal("0.3")),
        ("Streefwaarden", "F2", "50 %", Decimal(50)),
        ("Wijzigingen", "D2", "€ 1.234,50", 123_450),
        ("Wijzigingen", "D2", "-1.234,-", -123_400),
        ("Wijzigingen", "D2", 0.07, 7),
        ("Wijzigingen", "D2", 1234567890.12, 123_456_789_012),
    ],
)
def test_what_a_civil_servant_types_is_understood(
    blad: str, cel: str, typed: object, read: object
) -> None:
    agenda = read_xlsx(changed(lambda book: _put(book, blad, cel, typed))())
    kolom = next(b for b in BLADEN if b.naam == blad).kolommen[ord(cel[0]) - ord("A")]
    assert lay_out(agenda)[blad][0].veld(kolom.veld) == read


def _put(book: Workbook, blad: str, cel: str, value: Any, number_format: str = "General") -> None:
    cell = book[blad][cel]
    assert isinstance(cell, Cell)
    cell.value, cell.number_format = value, number_format


def test_a_percentage_reads_as_it_is_shown() -> None:
    agenda = read_xlsx(changed(lambda book: _put(book, "Streefwaarden", "F2", 0.375, "0.0%"))())
    assert agenda.streefwaarden[0].nulmeting == Decimal("37.5")


def test_a_code_that_was_typed_as_a_number_is_its_digits() -> None:
    book = openpyxl.load_workbook(io.BytesIO(bare()))
    for blad, cel in (("Ambities", "A2"), ("Speerpunten", "B2"), ("Speerpunten", "B3")):
        book[blad][cel] = 1
    assert read_xlsx(saved(book)) == AGENDA


def test_rows_and_columns_may_stand_in_another_order() -> None:
    book = openpyxl.load_workbook(io.BytesIO(bare()))
    sheet = book["Acties"]
    rows = [list(row) for row in sheet.values]
    sheet.delete_rows(1, sheet.max_row)
    for row in (rows[0], rows[2], rows[1]):
        sheet.append(row[::-1])
    for cell in (cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)):
        cell.data_type = "s"
    assert read_xlsx(saved(book)) == AGENDA


def test_empty_rows_between_and_sheets_of_their_own_are_no_fault() -> None:
    book = openpyxl.load_workbook(io.BytesIO(bare()))
    book["Acties"].insert_rows(3, 5)
    book["Acties"]["B4"] = "   "
    book.create_sheet("Kladblok")["A1"] = "=1+1"
    book.move_sheet("Kladblok", -5)
    assert read_xlsx(saved(book)) == AGENDA


def test_a_fault_in_a_row_that_was_moved_is_named_where_it_now_stands() -> None:
    book = openpyxl.load_workbook(io.BytesIO(bare()))
    sheet = book["Voortgang"]
    sheet.insert_rows(2, 3)
    sheet.append(["1E1", date(1900, 3, 3), "Trekker", "Op schema"])
    sheet.append(["1A1", date(2025, 12, 1), "Trekker", "Op schema"])
    with pytest.raises(BadInput) as found:
        read_xlsx(saved(book))
    assert [(f.blad, f.cel) for f in found.value.fouten] == [("Voortgang", "B7")]


def test_every_fault_is_told_at_once() -> None:
    def change(book: Workbook) -> None:
        book["Acties"]["I2"] = "March 3, 2025"
        book["Acties"]["G2"] = "twee"
        book["Begroting"]["B2"] = "bestaat-niet"
        book["Voortgang"]["A3"] = "bestaat-niet"
        book["Doelen"]["B2"] = "=1+1"

    with pytest.raises(BadInput) as found:
        read_xlsx(changed(change)())
    assert {(f.blad, f.cel) for f in found.value.fouten} == {
        ("Acties", "I2"),
        ("Acties", "G2"),
        ("Begroting", "B2"),
        ("Voortgang", "A3"),
        ("Doelen", "B2"),
    }


def test_a_word_outside_a_list_is_answered_with_the_list_and_the_nearest_word() -> None:
    with pytest.raises(BadInput) as found:
        read_xlsx(changed(lambda book: _put(book, "Acties", "L2", "op shema"))())
    [fout] = found.value.fouten
    assert "Nog niets gemeld" in fout.reden
    assert "Bedoel je 'Op schema'?" in fout.reden


def test_a_flood_of_faults_is_cut_off_and_counted() -> None:
    def change(book: Workbook) -> None:
        for n in range(600):
            book["Doelen"].append([f"X{n}", None, None])

    with pytest.raises(BadInput) as found:
        read_xlsx(changed(change)())
    assert len(found.value.fouten) == 501
    assert found.value.fouten[-1].reden == "En nog 100 fouten."


@given(st.dates(date(1000, 1, 1)))
def test_a_day_is_read_in_every_dutch_way_of_writing_it(day: date) -> None:
    assert parse_day(f"{day.day}-{day.month}-{day.year}") == day
    assert parse_day(f"{day.day:02}-{day.month:02}-{day.year}") == day
    assert parse_day(day.isoformat()) == day


@given(st.decimals(places=2, min_value=-(10**9), max_value=10**9))
def test_a_dutch_number_is_read_exactly(number: Decimal) -> None:
    dutch = f"{number:,.2f}".translate(str.maketrans(",.", ".,"))
    assert parse_number(dutch) == number
    assert parse_number(f"{number:.2f}".replace(".", ",")) == number


@given(st.text(max_size=30))
def test_any_text_is_a_number_and_a_day_or_a_dutch_reason(text: str) -> None:
    for parse in (parse_number, parse_day):
        assert _reason(parse, text).endswith(".")


def _reason(parse: Callable[[str], object], text: str) -> str:
    try:
        parse(text)
    except Unreadable as reden:
        return str(reden)
    return "Goed."
