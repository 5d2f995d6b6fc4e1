"""What a norm comes out at, told with the numbers that went in."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import floor

from openlea.policy import schrijfwijze

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst:
    """What came out: the value with its unit, and a sentence that tells how.

    `oordeel` says in a few words what it means, such as 'voldoet niet'; empty when nothing is
    judged. `stappen` are the steps in between, in order. A value of None says that there is none,
    such as the end of a plicht that never begins.
    """

    norm: str
    waarde: Decimal | date | bool | None
    eenheid: str
    toelichting: str
    oordeel: str = ""
    stappen: tuple[str, ...] = ()

    @property
    def waarde_tekst(self) -> str:
        """Return the value as people read it: '105', '12 januari 2027', 'ja', 'geen'."""
        if self.waarde is None:
            return "geen"
        if isinstance(self.waarde, bool):
            return "ja" if self.waarde else "nee"
        if isinstance(self.waarde, date):
            return schrijfwijze.day(self.waarde)
        return schrijfwijze.number(self.waarde)


def half_up(value: Fraction) -> int:
    """Return the nearest whole number; a half goes up."""
    return floor(value + HALF)


def decimal(value: Fraction | Decimal | int, places: int = 2) -> Decimal:
    """Return a value with so many decimals, half up."""
    part = Fraction(value)
    return Decimal(half_up(part * 10**places)).scaleb(-places)


def written(value: Fraction | Decimal | int, places: int = 2) -> str:
    """Return a value in Dutch notation with at most so many decimals: '38,33'."""
    return schrijfwijze.number(decimal(value, places))
