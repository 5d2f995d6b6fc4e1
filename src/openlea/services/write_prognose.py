"""Write a forecast to a file: a row per school, scenario and year, as csv, Excel or JSON."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from openlea.core.errors import BadInput, Fout
from openlea.services.prognose.uitkomst import Prognose, Reeks

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FORMATEN = ("csv", "xlsx", "json")
KOPPEN = ("Vestiging", "School", "Scenario", "Jaar", "Laag", "Midden", "Hoog")
GEHEEL = "alle scholen"
_RISKY = ("=", "+", "-", "@", "\t")
Regel = tuple[str | int, ...]


def write_prognose(prognose: Prognose, formaat: str) -> bytes:
    """Return the file as csv (UTF-8, semicolons), xlsx or json; BadInput for another word."""
    if formaat == "json":
        return json.dumps(prognose.as_plain(), ensure_ascii=False, indent=2).encode()
    if formaat == "xlsx":
        return _workbook(prognose)
    if formaat != "csv":
        reden = f"'{formaat}' kan niet. Kies uit: {', '.join(FORMATEN)}."
        raise BadInput([Fout("", "out", reden)])
    lines = [KOPPEN, *_rows(prognose)]
    text = "".join(";".join(map(_cell, line)) + "\r\n" for line in lines)
    return text.encode("utf-8-sig")


def _rows(prognose: Prognose) -> Iterator[Regel]:
    """Yield the gemeente per scenario, and its schools as expected."""
    for scenario, reeks in prognose.scenarios.items():
        yield from _series(prognose.gemeente, GEHEEL, scenario, reeks)
    for one in prognose.scholen:
        yield from _series(one.school.vestiging, one.school.naam, "midden", one.reeks)


def _series(code: str, naam: str, scenario: str, reeks: Reeks) -> Iterator[Regel]:
    for one in reeks:
        told = one.as_plain()
        yield (code, naam, scenario, one.jaar, told["laag"], told["midden"], told["hoog"])


def _cell(value: str | int) -> str:
    """Return a value as a cell that no spreadsheet runs."""
    text = str(value)
    if isinstance(value, str) and text.startswith(_RISKY):
        text = f"'{text}"
    if any(mark in text for mark in ';"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _workbook(prognose: Prognose) -> bytes:
    from openpyxl import Workbook

    from openlea.services.xlsx.cel_schrijven import cell_at, write_cell
    from openlea.services.xlsx.inpakken import pack
    from openlea.services.xlsx.kolom import Soort
    from openlea.services.xlsx.opmaak import head

    book = Workbook()
    if book.active is not None:
        book.remove(book.active)
    sheet = book.create_sheet("Prognose")
    head(sheet, 1, list(KOPPEN))
    for n, row in enumerate(_rows(prognose), start=2):
        for m, value in enumerate(row, start=1):
            kind = Soort.GEHEEL if isinstance(value, int) else Soort.TEKST
            write_cell(cell_at(sheet, n, m), kind, value)
    _sources(book.create_sheet("Uitleg"), prognose)
    return pack(book)


def _sources(sheet: "Worksheet", prognose: Prognose) -> None:
    """Write what was counted and assumed, each with its source."""
    from openlea.services.xlsx.cel_schrijven import cell_at, write_cell
    from openlea.services.xlsx.kolom import Soort
    from openlea.services.xlsx.opmaak import head

    head(sheet, 1, ["Wat", "Bron"])
    counted = f"leerlingen geteld in {', '.join(map(str, prognose.geteld))}"
    told = [(counted, prognose.bron), *prognose.aannames]
    told.append(("laag en hoog: 80 van de 100 keer ligt het aantal ertussen", "openlea prognose"))
    if prognose.geen_terugtoets:
        told.append((prognose.geen_terugtoets, prognose.bron))
    for n, row in enumerate(told, start=2):
        for m, value in enumerate(row, start=1):
            write_cell(cell_at(sheet, n, m), Soort.TEKST, value)
