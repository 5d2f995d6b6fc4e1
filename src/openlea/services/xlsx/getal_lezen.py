"""Read numbers and days that people typed as text, the Dutch way, and refuse what is ambiguous."""

import re
from datetime import date
from decimal import Decimal

from openlea.policy.schrijfwijze import MAANDEN

_DUTCH = re.compile(r"[-−]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?")
_ENGLISH = re.compile(r"[-−]?(\d{1,3}(,\d{3})+\.\d+|\d+\.\d+)")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{2,4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WORDS = re.compile(r"(\d{1,2})\s+([a-zé]+)\.?\s+(\d{4})")
_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FOREIGN = re.compile(
    r"january|february|march|may\b|june|july|august\b|october|januar\b|märz|juli\b.*,|août|mars\b"
    r"|juin|juillet|février|janvier|mai\b|décembre|oktober\s*,|\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*day"
)
VOORBEELDDAG = "Schrijf dag-maand-jaar, zoals 03-03-2025 of 3 maart 2025."
_CENTURY = 4
_MONTHS = 12
_LONGEST = 60


class Unreadable(ValueError):
    """A value that can't be taken as it is; the message says why, in Dutch."""


def parse_number(text: str) -> Decimal:
    """Return '1.234,50' as 1234.50 exactly; also with €, %, or ',-'. Raises Unreadable."""
    if len(text) > _LONGEST:
        raise Unreadable("Deze tekst is te lang voor een getal.")
    bare = text.strip().removeprefix("€").removesuffix("%").strip()
    bare = re.sub(r",[-–—]+$", "", bare)
    if _DUTCH.fullmatch(bare):
        return Decimal(bare.replace(".", "").replace(",", ".").replace("−", "-"))
    if _ENGLISH.fullmatch(bare):
        raise Unreadable(f"'{text}' heeft een punt voor de decimalen. Schrijf het als 1.234,50.")
    raise Unreadable(f"'{text}' is geen getal.")


def parse_day(text: str) -> date:
    """Return a day that was typed as text. Raises Unreadable when it can be read in two ways."""
    if len(text) > _LONGEST:
        raise Unreadable(f"Deze tekst is te lang voor een datum. {VOORBEELDDAG}")
    word = " ".join(text.lower().split())
    if found := _ISO.fullmatch(word):
        return _day(text, int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(word):
        return _numeric(text, found)
    if (found := _WORDS.fullmatch(word)) and (maand := _month(found[2])):
        return _day(text, int(found[3]), maand, int(found[1]))
    if _FOREIGN.search(word):
        raise Unreadable(f"'{text}' is geen Nederlandse datum. {VOORBEELDDAG}")
    raise Unreadable(f"'{text}' is geen datum. {VOORBEELDDAG}")


def _numeric(text: str, found: re.Match[str]) -> date:
    day, month, jaar = int(found[1]), int(found[3]), found[4]
    if len(jaar) != _CENTURY:
        raise Unreadable(f"'{text}' heeft geen jaar van vier cijfers. {VOORBEELDDAG}")
    if month > _MONTHS >= day:
        raise Unreadable(f"'{text}' lijkt maand-dag-jaar. {VOORBEELDDAG}")
    # A slash is also how Americans write: 3/4/2025 is then March 4th, here 3 april.
    if found[2] == "/" and day <= _MONTHS and day != month:
        raise Unreadable(f"'{text}' kan twee dagen betekenen. {VOORBEELDDAG}")
    return _day(text, int(jaar), month, day)


def _month(word: str) -> int:
    for list_of in (MAANDEN, _SHORT):
        if word in list_of:
            return list_of.index(word) + 1
    return 0


def _day(text: str, jaar: int, maand: int, dag: int) -> date:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        raise Unreadable(f"'{text}' bestaat niet als dag. {VOORBEELDDAG}") from None
