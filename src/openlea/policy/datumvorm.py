"""What a sender writes otherwise, said in the words of the registration: days and fixed choices."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from openlea.core.keuze import Keuze
from openlea.policy.persoonswaarde import upper

EXCEL_BEGIN = date(1899, 12, 30)
EXCEL_DAYS = range(1, 73_051)
"""Day 1 of a spreadsheet is 31 December 1899; 73.050 is the last of 2099."""


class Datumvorm(Keuze):
    """How a sender writes a day when it is not one of the plain ways."""

    MDJ = "mdj", "Eerst de maand, zoals 09/30/2026"
    DMJ = "dmj", "Dag, maand en jaar aan elkaar, zoals 30092026"
    EXCEL = "excel", "Een getal uit een rekenblad, zoals 46295"


_PATTERNS = {
    Datumvorm.MDJ: re.compile("([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})([T ].*)?"),
    Datumvorm.DMJ: re.compile("([0-9]{1,2})([0-9]{2})([0-9]{4})"),
    Datumvorm.EXCEL: re.compile("([0-9]{1,5})([.][0-9]+)?"),
}


def reworded(value: str, vertaling: Mapping[str, str], vorm: Datumvorm | None) -> str:
    """Return a trimmed cell in the words of the registration; as it is when nothing is said of it.

    A day comes out as 2026-09-30. What isn't of the form stays, and is judged as any other cell.
    """
    if vorm is None:
        return vertaling.get(upper(value), value)
    found = _PATTERNS[vorm].fullmatch(value)
    return _day(vorm, found) if found else value


def _day(vorm: Datumvorm, found: re.Match[str]) -> str:
    if vorm is Datumvorm.EXCEL:
        days = int(found[1])
        told = EXCEL_BEGIN + timedelta(days=days)
        return told.isoformat() if days in EXCEL_DAYS else found[0]
    first, second, year = found[1].zfill(2), found[2].zfill(2), found[3]
    month, day = (first, second) if vorm is Datumvorm.MDJ else (second, first)
    return f"{year}-{month}-{day}"
