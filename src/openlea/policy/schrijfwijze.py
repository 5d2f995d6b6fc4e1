"""How numbers, days and lists are written in Dutch; money is in core.notatie."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
MAANDEN_KORT = tuple("mrt" if naam == "maart" else naam[:3] for naam in MAANDEN)
_POINTS = str.maketrans({",": ".", ".": ","})


def number(value: Decimal | int) -> str:
    """Return 1234.50 as '1.234,5': a point per thousand, a decimal comma, no idle noughts."""
    # Written as it stands, an int would become a float and lose digits, and -0 would keep its sign.
    text = f"{Decimal(value) or Decimal(0):,f}".translate(_POINTS)
    return text.rstrip("0").rstrip(",") if "," in text else text


def day(value: date) -> str:
    """Return a date as '1 maart 2026'."""
    return f"{value.day} {MAANDEN[value.month - 1]} {value.year}"


def month(value: date, today: date) -> str:
    """Return a month as 'maart', or 'maart 2027' when that is another year than today's."""
    naam = MAANDEN[value.month - 1]
    return naam if value.year == today.year else f"{naam} {value.year}"


def listing(words: Sequence[str]) -> str:
    """Return 'a', 'a en b' or 'a, b en c'."""
    *head, last = words or ("",)
    return f"{', '.join(head)} en {last}" if head else last


def count(amount: int, one: str, many: str) -> str:
    """Return '1 actie' or '3 acties'."""
    return f"{number(amount)} {one if amount == 1 else many}"
