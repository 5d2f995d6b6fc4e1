"""What one person typed is never computed by the spreadsheet of another."""

import ast
import csv
import io
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from openlea.services.desk.schrijven import csv_line
from openlea.services.write_geld_xlsx import Rij, Vel, write_geld_xlsx
from openlea.services.xlsx.cel_schrijven import write_cell
from openlea.services.xlsx.kolom import Soort
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Kolom
from openlea.web.pages.agenda.lijst import guarded
from tests.house import SOURCES, name, tree

HOSTILE = ["=1+1", "+1+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", "\t=1+1", "\r=1+1"]
CSV_WRITERS = {"web/charts/csv_tabel.py", "web/pages/agenda/lijst.py"}
"""Every place that writes CSV for people; each is held to the hostile texts below."""
FOR_OURSELVES = {
    "services/_demo_leerplicht.py",
    "services/ophalen/rijen_csv.py",
    "services/synth/leerplicht.py",
    "services/synth/overdracht.py",
    "services/synth/swv.py",
    "services/synth/uitstroom.py",
    "services/tellen/voeden.py",
}
"""Write what is read in by us and nobody typed: what a publisher sent, what we counted, and
registrations that were made up."""
BOOK_WRITERS = {
    "services/write_prognose.py",
    "services/write_geld_xlsx.py",
    "services/write_scholen_xlsx.py",
    "services/xlsx/schrijven.py",
}
"""Every place that makes a workbook; text goes into it by the two writers below."""


@cache
def _calls(file: Path) -> set[str]:
    return {ast.unparse(one.func) for one in ast.walk(tree(file)) if isinstance(one, ast.Call)}


def _where(*called: str) -> set[str]:
    return {name(file).split("openlea/")[-1] for file in SOURCES if _calls(file) & set(called)}


def test_every_writer_of_a_spreadsheet_is_known_here() -> None:
    assert (
        _where("csv.writer", "csv.DictWriter", "writer", "DictWriter")
        == CSV_WRITERS | FOR_OURSELVES
    )
    assert _where("Workbook", "openpyxl.Workbook") <= BOOK_WRITERS
    assert not _where("write_csv_polars", "frame.write_csv", "frame.write_excel", "frame.to_csv")


def _is_harmless(cell: str) -> bool:
    return not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_looks_like_a_formula_stays_a_text_in_every_csv(text: str) -> None:
    table = csv_text([Kolom(text)], [[text]])
    cells = [cell for row in csv.reader(io.StringIO(table[1:]), delimiter=";") for cell in row]
    assert all(map(_is_harmless, [*cells, guarded(text)]))
    assert _is_harmless(csv_line([text.strip()]))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_looks_like_a_formula_stays_a_text_in_every_workbook(text: str) -> None:
    shown = text.replace("\r", "")
    book = openpyxl.load_workbook(
        io.BytesIO(write_geld_xlsx([Vel("a", (shown,), (Rij((shown,)),))]))
    )
    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row} == {"s"}
    sheet = openpyxl.Workbook().worksheets[0]
    write_cell(sheet["A1"], Soort.TEKST, shown)
    assert sheet["A1"].data_type == "s"
