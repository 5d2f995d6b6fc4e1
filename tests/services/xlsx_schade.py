"""Ways to damage a good workbook, each with the cell that must be named, always the same."""

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from typing import Any

import openpyxl
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.formula import ArrayFormula

from openlea.policy.agenda_rijen import OUDER, SLEUTELS, VERWIJST
from openlea.services.write_xlsx import write_xlsx
from openlea.services.xlsx.bladen import BLADEN, PER_NAAM
from openlea.services.xlsx.kolom import Kolom, Soort
from tests.services.xlsx_voorbeeld import AGENDA


@dataclass(frozen=True)
class Schade:
    """One damaged workbook: how it is made, and the sheet and cell that the error must name."""

    naam: str
    make: Callable[[], bytes]
    blad: str = ""
    cel: str = ""


@cache
def good() -> bytes:
    """Return a good workbook as we write it."""
    return write_xlsx(AGENDA)


@cache
def bare() -> bytes:
    """Return the same cells without notes and lists, which makes it quick to change."""
    book = openpyxl.load_workbook(io.BytesIO(good()))
    del book["Leesmij"]
    for sheet in book.worksheets:
        sheet.data_validations.dataValidation.clear()
        for row in sheet.iter_rows():
            for cell in row:
                cell.comment = None
    return saved(book)


def saved(book: Workbook) -> bytes:
    """Return a workbook as bytes."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def changed(change: Callable[[Workbook], object]) -> Callable[[], bytes]:
    """Return a maker that opens the good workbook, changes it and saves it."""

    def make() -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(bare()))
        change(book)
        return saved(book)

    return make


def put(blad: str, cel: str, value: Any, **attributes: Any) -> Schade:
    """Return the damage of one cell that holds something else."""

    def change(book: Workbook) -> None:
        cell = book[blad][cel]
        cell.value = value
        for name, attribute in attributes.items():
            setattr(cell, name, attribute)

    said = value.text if isinstance(value, ArrayFormula) else value
    return Schade(f"{blad}!{cel}={str(said)[:20]!r}", changed(change), blad, cel)


def places(*soorten: Soort) -> list[tuple[str, str, Kolom]]:
    """Return sheet, cell and column of every cell in the first row of these kinds of value."""
    return [
        (blad.naam, f"{get_column_letter(n)}2", kolom)
        for blad in BLADEN
        for n, kolom in enumerate(blad.kolommen, start=1)
        if kolom.soort in soorten
    ]


def _some(kans: random.Random, count: int, *soorten: Soort) -> list[tuple[str, str, Kolom]]:
    found = places(*soorten)
    return kans.sample(found, min(count, len(found)))


FOREIGN_DAYS = (
    "March 3, 2025",
    "3 March 2025",
    "Mar 3 2025",
    "3. März 2025",
    "3 mars 2025",
    "2025/03/03",
    "3-13-2025",
    "3/4/2025",
    "31-02-2025",
    "03-03-25",
    "2025-02-30",
    "zo snel mogelijk",
)
NO_NUMBERS = ("veel", "1,234.50", "12.50", "1e5", "--", "1,2,3", "1.23.456", "12 tot 14", "½")


def wrong_values(kans: random.Random) -> Iterator[Schade]:
    """Yield cells with a formula or an error in them."""
    every = tuple(Soort)
    for blad, cel, _ in _some(kans, 14, *every):
        yield put(blad, cel, "=1+1")
    for blad, cel, _ in _some(kans, 2, *every):
        yield put(blad, cel, ArrayFormula(cel, "=SUM(1,2)"))
    errors = ("#N/A", "#REF!", "#DIV/0!", "#NAME?", "#VALUE!", "#NULL!")
    for (blad, cel, _), error in zip(_some(kans, 6, *every), errors, strict=True):
        yield put(blad, cel, error)


def wrong_days_and_numbers(kans: random.Random) -> Iterator[Schade]:
    """Yield days of another language and numbers that aren't Dutch, or of another type."""
    for text in FOREIGN_DAYS:
        [(blad, cel, _)] = _some(kans, 1, Soort.DATUM)
        yield put(blad, cel, text)
    for value in (45_000, 2025, 1.5, True, datetime(2025, 3, 3, 14, 30)):  # noqa: DTZ001
        [(blad, cel, _)] = _some(kans, 1, Soort.DATUM)
        yield put(blad, cel, value, number_format="General" if value != 1.5 else "0.0")
    for text in NO_NUMBERS:
        [(blad, cel, _)] = _some(kans, 1, Soort.GETAL, Soort.BEDRAG, Soort.GEHEEL)
        yield put(blad, cel, text)
    for blad, cel, _ in _some(kans, 4, Soort.GETAL, Soort.BEDRAG, Soort.GEHEEL):
        yield put(blad, cel, True)
        yield put(blad, cel, date(2025, 3, 3))
    for blad, cel, _ in _some(kans, 4, Soort.GEHEEL):
        yield put(blad, cel, 2025.5)
    for blad, cel, _ in _some(kans, 4, Soort.BEDRAG):
        yield put(blad, cel, 10.005)
    yield put("Begroting", "K2", 0.001)
    yield put("Geldstromen", "E2", "duizend euro")


def wrong_words(kans: random.Random) -> Iterator[Schade]:
    """Yield words that aren't in a list, and codes that Excel changed into something else."""
    for blad, cel, _ in _some(kans, 10, Soort.KEUZE):
        yield put(blad, cel, "misschien")
    for blad, cel, _ in _some(kans, 4, Soort.CODE, Soort.TEKST):
        yield put(blad, cel, date(2025, 12, 10))
        yield put(blad, cel, False)
    for blad, cel, _ in _some(kans, 3, Soort.CODE):
        yield put(blad, cel, 100_000, number_format="0.00E+00")
    # openpyxl cuts off a longer text that it is given; other programs write it whole.
    yield put("Acties", "D2", "a", _value="a" * 40_000)


def wrong_meaning(kans: random.Random) -> Iterator[Schade]:
    """Yield values that are well formed and yet can't be true."""
    for blad, cel, kolom in _some(kans, 70, *Soort):
        if kolom.veld in PER_NAAM[blad].verplicht and blad != "Werkgroepen":
            yield put(blad, cel, None)
        if kolom.veld == OUDER or (blad, kolom.veld) in VERWIJST:
            yield put(blad, cel, "bestaat-niet")
    for blad in ("Partijen", "Werkgroepen", "Ambities", "Speerpunten", "Acties", "Doelen"):
        yield _copied(blad)
    for blad in ("Streefwaarden", "Indicatoren", "Geldstromen", "Begroting", "Subsidies"):
        yield _copied(blad)
    for blad, cel in (("Jaarwaarden", "B2"), ("Wijzigingen", "B2"), ("Realisatie", "B2")):
        yield put(blad, cel, 2031)
    yield put("Subsidies", "E2", 1999)
    yield put("Acties", "G2", 24)
    yield put("Acties", "H2", 1)
    yield put("Acties", "J2", date(2024, 12, 31))
    yield put("Acties", "I3", date(2031, 1, 1))
    yield put("Acties", "N2", "1A1")
    yield put("Begroting", "D2", "P2")
    yield put("Begroting", "K2", 20_000_000_000)
    yield put("Subsidies", "F2", -1)
    yield put("Doelen", "A2", "1A1")
    yield put("Verbanden", "B2", "1A1")
    yield put("Partijen", "B2", "a" * 161)
    yield put("Voortgang", "B2", "3-3-0205")
    yield Schade("jaarkolom buiten", changed(_later_year), "Begroting", "N2")


def _copied(blad: str) -> Schade:
    def change(book: Workbook) -> None:
        book[blad].append([cell.value for cell in book[blad][2]])

    keys = [k.veld for k in PER_NAAM[blad].kolommen]
    letter = get_column_letter(keys.index(SLEUTELS[blad][-1]) + 1)
    rows = {"Acties": 4, "Speerpunten": 4, "Partijen": 4, "Werkgroepen": 4, "Begroting": 4}
    return Schade(f"{blad} dubbele code", changed(change), blad, f"{letter}{rows.get(blad, 3)}")


def _later_year(book: Workbook) -> None:
    book["Begroting"]["N1"], book["Begroting"]["N2"] = "2028", 12


def wrong_tables(kans: random.Random) -> Iterator[Schade]:
    """Yield sheets and columns that are gone, renamed, doubled, hidden, merged or overgrown."""
    names = [blad.naam for blad in BLADEN]
    for naam in ("Agenda", *kans.sample(names, 6)):
        yield Schade(f"{naam} weg", changed(partial(_gone, naam)), naam)
    for naam in kans.sample(names, 4):
        yield Schade(f"{naam} hernoemd", changed(partial(_renamed, naam)), naam)
    for naam in kans.sample(names, 3):
        yield Schade(f"{naam} verborgen", changed(partial(_hide, naam)), naam)
    yield Schade("zeer verborgen", changed(_hide_deep), "Acties")
    yield Schade("grafiekblad", changed(_chart), "Doelen")
    for blad, cel, kolom in _some(kans, 8, *Soort):
        kop, top = kolom.kop, f"{cel[:-1]}1"
        yield Schade(f"{blad} zonder {kop}", changed(_without(blad, cel)), blad)
        yield put(blad, top, f"{kop[:-1]}x")
    for blad, cel, _ in _some(kans, 3, *Soort):
        yield put(blad, f"{cel[:-1]}1", "=A1")
        yield Schade(
            f"{blad}!{cel} samengevoegd",
            changed(partial(_merge, blad, cel)),
            blad,
            cel,
        )
    for blad in kans.sample(names, 3):
        last = len(PER_NAAM[blad].kolommen) + (3 if PER_NAAM[blad].per_jaar else 0)
        extra, far = get_column_letter(last + 1), get_column_letter(last + 3)
        yield put(blad, f"{extra}1", "Eigen kolom")
        yield put(blad, f"{extra}1", "Code" if blad != "Werkgroepen" else "Naam")
        yield put(blad, f"{far}2", "los woord")
        yield Schade(f"{blad} rij weg", changed(partial(_hide_row, blad)), blad, "A2")
        yield Schade(f"{blad} kolom weg", changed(partial(_hide_column, blad)), blad, "A1")
    yield put("Werkgroepen", "XFD1048576", "verdwaald")


def _gone(blad: str, book: Workbook) -> None:
    book.remove(book[blad])


def _renamed(blad: str, book: Workbook) -> None:
    book[blad].title = blad[:-1]


def _hide(blad: str, book: Workbook) -> None:
    book[blad].sheet_state = "hidden"


def _hide_deep(book: Workbook) -> None:
    book["Acties"].sheet_state = "veryHidden"


def _merge(blad: str, cel: str, book: Workbook) -> None:
    book[blad].merge_cells(f"{cel}:{cel[:-1]}4")


def _hide_row(blad: str, book: Workbook) -> None:
    book[blad].row_dimensions[2].hidden = True


def _hide_column(blad: str, book: Workbook) -> None:
    book[blad].column_dimensions["A"].hidden = True


def _chart(book: Workbook) -> None:
    book.remove(book["Doelen"])
    book.create_chartsheet("Doelen").add_chart(BarChart())


def _without(blad: str, cel: str) -> Callable[[Workbook], None]:
    return lambda book: book[blad].delete_cols(openpyxl.utils.cell.coordinate_to_tuple(cel)[1])


def wrong_agenda_sheet() -> Iterator[Schade]:
    """Yield damage to the sheet that has a row per field."""
    yield put("Agenda", "B2", None)
    yield put("Agenda", "B3", "volgend jaar")
    yield put("Agenda", "B4", 2020)
    yield put("Agenda", "B4", 2099)
    yield put("Agenda", "B6", "bijna klaar")
    yield put("Agenda", "B8", "December 10, 2024")
    yield put("Agenda", "B10", "bestaat-niet")
    yield put("Agenda", "B15", 0)
    yield put("Agenda", "A5", "Visje")
    yield put("Agenda", "A5", "Titel")
    yield put("Agenda", "A5", None)
    yield put("Agenda", "A1", "Iets")
    yield put("Agenda", "D4", "los woord")
    yield put("Agenda", "B16", "=2*60")
    yield Schade("regel weg", changed(lambda b: b["Agenda"].delete_rows(5)), "Agenda")
