"""Cells of a workbook: what is typed in them, and the same workbook with other text in them."""

import io
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from openlea.policy.schrijfwijze import number
from openlea.services.herstel.plek import Plek
from openlea.services.xlsx.laden import load, sheets_of
from openlea.services.xlsx.tekst import decode, encode

_COORDINATE = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")


def shown_in_workbook(content: bytes, plekken: Iterable[Plek]) -> dict[Plek, str]:
    """Return what stands in each cell as a person reads it; cells that aren't there are left out.

    Raises BadInput when the workbook can't be opened.
    """
    sheets, _ = sheets_of(load(content))
    return {
        plek: _shown(cell.value) for plek in plekken if (cell := _cell(sheets, plek)) is not None
    }


def corrected_workbook(content: bytes, texts: Mapping[Plek, str]) -> bytes:
    """Return the workbook with these texts in these cells; everything else stays as it was."""
    book = load(content)
    sheets, _ = sheets_of(book)
    for plek, text in texts.items():
        cell = _cell(sheets, plek)
        if cell is not None:
            cell.number_format = "@"
            cell.value = encode(text.strip()) or None
            if cell.value is not None:
                # As text, also what begins with '=': the reader makes a number or day of it.
                cell.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheets: Mapping[str, Worksheet], plek: Plek) -> Cell | None:
    sheet = sheets.get(plek.blad)
    if sheet is None or not _COORDINATE.fullmatch(plek.cel):
        return None
    row = int(re.sub(r"\D", "", plek.cel))
    found = sheet[plek.cel] if row <= sheet.max_row + 1 else None
    return found if isinstance(found, Cell) else None


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, int | float):
        return number(Decimal(str(value)))
    return decode(str(value))
