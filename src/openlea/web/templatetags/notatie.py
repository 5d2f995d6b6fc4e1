"""Dutch notation on screen: 1.234,5 and € 1.234 and 27 november 2026, never broken over a line."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django import template
from django.utils import timezone

from openlea.core import notatie
from openlea.policy import schrijfwijze
from openlea.policy.schrijfwijze import MAANDEN_KORT

GEEN_WAARDE = "–"
VAST = "\N{NO-BREAK SPACE}"
DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")
SWAP = str.maketrans({",": ".", ".": ","})

register = template.Library()
Number = int | float | Decimal


def _decimal(value: object) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


@register.filter
def getal(value: Number | None, decimals: int | None = None) -> str:
    """Return 1234.5 as '1.234,5'; with `decimals` rounded half up; None as a dash."""
    number = _decimal(value)
    if number is None:
        return GEEN_WAARDE
    if decimals is None:
        return schrijfwijze.number(number)
    rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    # Minus nought reads as a debt that isn't there.
    return f"{rounded or abs(rounded):,f}".translate(SWAP)


@register.filter
def euro(cents: int | None) -> str:
    """Return whole cents as '€ -39.740' or '€ 12,50'; None as a dash."""
    return _bound(notatie.euro(int(cents))) if cents or cents == 0 else GEEN_WAARDE


@register.filter
def euro_rond(cents: int | None) -> str:
    """Return cents rounded to whole euros, so that a column of amounts stands in line."""
    number = _decimal(cents)
    return GEEN_WAARDE if number is None else f"€{VAST}{getal(number / 100, 0)}"


@register.filter
def bedrag(cents: int | None) -> str:
    """Return cents rounded to whole euros without the sign, for a column headed in euro."""
    number = _decimal(cents)
    return GEEN_WAARDE if number is None else getal(number / 100, 0)


@register.filter
def vaste_euro(text: str) -> str:
    """Return a sentence in which no amount breaks between its sign and its digits."""
    return text.replace("€ ", f"€{VAST}")


@register.filter
def procent(value: Number | None, decimals: int | None = None) -> str:
    """Return 4.4 as '4,4 %'; the value is already a percentage."""
    shown = getal(value, decimals)
    return shown if shown == GEEN_WAARDE else f"{shown}{VAST}%"


@register.filter
def datum(value: date | None) -> str:
    """Return a day as '27 november 2026'; None as a dash."""
    day = _day(value)
    return _bound(schrijfwijze.day(day)) if day else GEEN_WAARDE


@register.filter
def datum_kort(value: date | None) -> str:
    """Return a day as '27 nov 2026'; None as a dash."""
    day = _day(value)
    return _bound(f"{day.day} {MAANDEN_KORT[day.month - 1]} {day.year}") if day else GEEN_WAARDE


@register.filter
def dag(value: date | None) -> str:
    """Return a day of this season as 'vr 27 nov'; None as a dash."""
    day = _day(value)
    if not day:
        return GEEN_WAARDE
    return _bound(f"{DAGEN[day.weekday()]} {day.day} {MAANDEN_KORT[day.month - 1]}")


def _bound(text: str) -> str:
    return text.replace(" ", VAST)


def _day(value: date | None) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value or None
