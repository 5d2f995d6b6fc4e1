"""Which days the Algemene termijnenwet calls a holiday, and how a legal term ends because of it."""

from datetime import date, timedelta

ZATERDAG, ZONDAG = 5, 6
EERSTE_KONINGSDAG = 2014
"""Until and including 2013 the day of the monarch was 30 April."""


def first_easter_day(jaar: int) -> date:
    """Return Sunday of Easter in the Gregorian calendar (method of Meeus)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(jaar, f // 31, f % 31 + 1)


def holidays(jaar: int) -> frozenset[date]:
    """Return the general holidays of Algemene termijnenwet article 3, first paragraph, in a year.

    Days that a royal decree puts on a par with them (third paragraph) are not among them.
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
    return day.weekday() >= ZATERDAG or day in holidays(day.year)


def next_open_day(day: date) -> date:
    """Return the day itself, or the first one after it that is no Saturday, Sunday or holiday."""
    while is_free(day):
        day += timedelta(days=1)
    return day
