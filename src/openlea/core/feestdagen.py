"""Which days the Algemene termijnenwet calls a holiday, and how a legal term ends because of it."""

from datetime import date, timedelta
from functools import lru_cache

ZATERDAG, ZONDAG = 5, 6
EERSTE_KONINGSDAG = 2014
"""Until and including 2013 the day of the monarch was 30 April."""

GELIJKGESTELD = frozenset(
    {
        *(date(2023, 4, 28), date(2023, 5, 19), date(2024, 5, 10), date(2024, 12, 27)),
        *(date(2025, 5, 30), date(2026, 1, 2), date(2026, 5, 15), date(2027, 5, 7)),
        *(date(2028, 4, 28), date(2028, 5, 26)),
    }
)
"""Days that a royal decree puts on a par with holidays (article 3, third paragraph): 'Besluit
gelijkstelling van 28 april 2023 … en 30 mei 2025' and '… van 2 januari 2026 … en 26 mei 2028'."""
GELIJKGESTELD_IN = range(2023, 2029)
"""The years whose decree is known here; in any other year such a day may be missing."""


def first_easter_day(jaar: int) -> date:
    """Return Sunday of Easter in the Gregorian calendar (method of Meeus)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(jaar, f // 31, f % 31 + 1)


@lru_cache(maxsize=512)
def holidays(jaar: int) -> frozenset[date]:
    """Return the holidays of Algemene termijnenwet article 3 in a year, Good Friday among them.

    Days that a royal decree puts on a par with them are in GELIJKGESTELD.
    """
    easter = first_easter_day(jaar)
    moving = {easter + timedelta(days=days) for days in (-2, 1, 39, 50)}
    fixed = {date(jaar, maand, dag) for maand, dag in ((1, 1), (5, 5), (12, 25), (12, 26))}
    return frozenset(moving | fixed | {_day_of_the_monarch(jaar)})


def _day_of_the_monarch(jaar: int) -> date:
    """Return the day on which the birthday is kept: never a Sunday."""
    kept = date(jaar, 4, 27 if jaar >= EERSTE_KONINGSDAG else 30)
    return kept - timedelta(days=1) if kept.weekday() == ZONDAG else kept


def is_free(day: date) -> bool:
    """Return whether a term can't end on this day: a Saturday, a Sunday or a general holiday."""
    return day.weekday() >= ZATERDAG or day in GELIJKGESTELD or day in holidays(day.year)


def next_open_day(day: date) -> date:
    """Return the day itself, or the first one after it that is no Saturday, Sunday or holiday."""
    while is_free(day):
        day += timedelta(days=1)
    return day
