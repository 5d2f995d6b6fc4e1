"""Load a workbook that may come from anywhere; whatever is wrong with it has a Dutch reason."""

import io
import warnings
from collections.abc import Iterable
from difflib import get_close_matches

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from openlea.core.errors import Fout
from openlea.services.xlsx.bladen import AGENDA, BLADEN
from openlea.services.xlsx.doorlopen import check_parts
from openlea.services.xlsx.openen import open_safely, refuse


def load(content: bytes) -> Workbook:
    """Return the workbook. Raises BadFile, or BadInput for merged cells."""
    with open_safely(content) as archive:
        check_parts(archive)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(content), keep_links=False)
    except Exception:  # noqa: BLE001  openpyxl raises many things on a workbook it doesn't know
        raise refuse(
            "Dit bestand is beschadigd. Open het in Excel en bewaar het opnieuw."
        ) from None


def sheets_of(book: Workbook) -> tuple[dict[str, Worksheet], list[Fout]]:
    """Return our sheets by name, and a fault for each that is missing, hidden or no table."""
    found = {_plain(naam): book[naam] for naam in book.sheetnames}
    ours = [AGENDA.naam, *(blad.naam for blad in BLADEN)]
    sheets: dict[str, Worksheet] = {}
    fouten = []
    for naam in ours:
        sheet = found.get(_plain(naam))
        if sheet is None:
            fouten.append(Fout(naam, "", _missing(naam, book.sheetnames, ours)))
        elif not isinstance(sheet, Worksheet):
            fouten.append(Fout(naam, "", "Dit blad is een grafiek. Hier hoort een tabel."))
        elif sheet.sheet_state != "visible":
            fouten.append(Fout(naam, "", "Dit blad is verborgen. Maak het zichtbaar."))
        else:
            sheets[naam] = sheet
    return sheets, fouten


def _plain(naam: str) -> str:
    return " ".join(naam.casefold().split())


def _missing(naam: str, present: Iterable[str], ours: Iterable[str]) -> str:
    others = [other for other in present if _plain(other) not in map(_plain, ours)]
    near = get_close_matches(naam, others, 1, 0.7)
    advice = f"Heet het nu '{near[0]}'? Noem het weer '{naam}'." if near else "Voeg het toe."
    return f"Het blad '{naam}' ontbreekt. {advice} Het mag leeg zijn, met alleen de koppen."
