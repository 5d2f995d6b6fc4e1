"""Which school year a day lies in, how it is written, and which comes before and after it."""

import re
from datetime import date

BEGINS = (8, 1)
"""A school year runs from 1 August up to 31 July (WPO artikel 1)."""
_WRITTEN = re.compile(r"(20\d\d)-(20\d\d)")


def school_year_of(day: date) -> str:
    """Return the school year of a day, as '2026-2027'."""
    return _written(day.year if (day.month, day.day) >= BEGINS else day.year - 1)


def is_school_year(text: str) -> bool:
    """Say whether a text is a school year: two years, the second one the next."""
    found = _WRITTEN.fullmatch(text)
    return found is not None and int(found[2]) == int(found[1]) + 1


def year_before(schooljaar: str) -> str:
    """Return the school year before one."""
    return _written(int(schooljaar[:4]) - 1)


def year_after(schooljaar: str) -> str:
    """Return the school year after one."""
    return _written(int(schooljaar[:4]) + 1)


def _written(first: int) -> str:
    return f"{first}-{first + 1}"
