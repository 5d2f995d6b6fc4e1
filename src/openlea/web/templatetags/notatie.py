"""Dutch notation on screen: 1.234,5 and € 1.234 and vrijdag 27 november 2026."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django import template
from django.utils import timezone
from django.utils.numberformat import format as with_separators

GEEN_WAARDE = "–"
VAST = "\N{NO-BREAK SPACE}"
MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip
MAANDEN_KORT = (
    "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
DAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")

register = template.Library()
Number = int | float | Decimal


def _decimal(value: object) -> Decimal | None:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _rounded(number: Decimal, decimals: int) -> str:
    rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    # Minus nought reads as a debt that isn't there.
    shown = with_separators(
        rounded or abs(rounded),
        ",",
        decimals,
        grouping=3,
        thousand_sep=".",
        force_grouping=True,
        use_l10n=False,
    )
    return str(shown)


def _own_decimals(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


@register.filter
def getal(value: Number | None, decimals: int | None = None) -> str:
    """Return 1234.5 as '1.234,5'; with `decimals` rounded half up; None as a dash."""
    number = _decimal(value)
    if number is None:
        return GEEN_WAARDE
    return _rounded(number, _own_decimals(number) if decimals is None else decimals)


@register.filter
def euro(cents: int | None, decimals: int | None = None) -> str:
    """Return whole cents as '€ -39.740' or '€ 12,50'; `decimals` 0 or 2 forces one of both."""
    number = _decimal(cents)
    if number is None:
        return GEEN_WAARDE
    if decimals is None:
        decimals = 2 if number % 100 else 0
    return f"€{VAST}{_rounded(number / 100, decimals)}"


@register.filter
def procent(value: Number | None, decimals: int | None = None) -> str:
    """Return 4.4 as '4,4 %'; the value is already a percentage."""
    shown = getal(value, decimals)
    return shown if shown == GEEN_WAARDE else f"{shown}{VAST}%"


def _day(value: date | None) -> date | None:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value or None


@register.filter
def datum(value: date | None) -> str:
    """Return a day as '27 november 2026'; None as a dash."""
    day = _day(value)
    return f"{day.day}{VAST}{MAANDEN[day.month - 1]} {day.year}" if day else GEEN_WAARDE


@register.filter
def datum_kort(value: date | None) -> str:
    """Return a day as '27 nov 2026'; None as a dash."""
    day = _day(value)
    return f"{day.day}{VAST}{MAANDEN_KORT[day.month - 1]}{VAST}{day.year}" if day else GEEN_WAARDE


@register.filter
def dag(value: date | None) -> str:
    """Return a day of this season as 'vr 27 nov'; None as a dash."""
    day = _day(value)
    if not day:
        return GEEN_WAARDE
    return f"{DAGEN[day.weekday()]}{VAST}{day.day}{VAST}{MAANDEN_KORT[day.month - 1]}"
