"""The holidays of the Algemene termijnenwet, against two calendars that others keep."""

from datetime import date, timedelta

import holidays as others
import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.feestdagen import (
    GELIJKGESTELD,
    GELIJKGESTELD_IN,
    first_easter_day,
    holidays,
    is_free,
    next_open_day,
)

JAREN = range(1990, 2101)
DAYS = st.dates(date(1970, 1, 1), date(2150, 12, 31))
NAMES_2026 = {
    "nieuwjaarsdag": date(2026, 1, 1),
    "goede vrijdag": date(2026, 4, 3),
    "tweede paasdag": date(2026, 4, 6),
    "koningsdag": date(2026, 4, 27),
    "bevrijdingsdag": date(2026, 5, 5),
    "hemelvaartsdag": date(2026, 5, 14),
    "tweede pinksterdag": date(2026, 5, 25),
    "eerste kerstdag": date(2026, 12, 25),
    "tweede kerstdag": date(2026, 12, 26),
}


def test_the_law_names_these_days_and_no_other() -> None:
    assert holidays(2026) == set(NAMES_2026.values())


@given(st.integers(1583, 4099))
def test_easter_is_where_the_church_has_it(jaar: int) -> None:
    assert first_easter_day(jaar) == easter(jaar)
    assert first_easter_day(jaar).weekday() == 6


@pytest.mark.parametrize("jaar", JAREN)
def test_another_calendar_has_the_same_days_off(jaar: int) -> None:
    # That calendar counts Easter and Pentecost Sunday, and 5 May once in five years; for the law
    # every Sunday is free anyway, and so is every 5 May.
    theirs = set(others.country_holidays("NL", years=jaar))
    sundays = {first_easter_day(jaar), first_easter_day(jaar) + timedelta(days=49)}
    assert holidays(jaar) == theirs - sundays | {date(jaar, 5, 5)}


def test_the_day_of_the_monarch_is_never_kept_on_a_sunday() -> None:
    assert date(2025, 4, 26) in holidays(2025)
    assert date(2025, 4, 27) not in holidays(2025)
    assert date(2013, 4, 30) in holidays(2013)
    assert date(2006, 4, 29) in holidays(2006)


def test_liberation_day_ends_no_term_in_any_year() -> None:
    assert all(is_free(date(jaar, 5, 5)) for jaar in JAREN)


def test_a_decree_puts_the_friday_after_ascension_day_on_a_par_with_a_holiday() -> None:
    assert all(day.weekday() == 4 and day.year in GELIJKGESTELD_IN for day in GELIJKGESTELD)
    for jaar in GELIJKGESTELD_IN:
        after_ascension = first_easter_day(jaar) + timedelta(days=40)
        assert after_ascension in GELIJKGESTELD, jaar
    assert next_open_day(date(2026, 5, 14)) == date(2026, 5, 18)
    assert next_open_day(date(2026, 1, 1)) == date(2026, 1, 5)


@given(DAYS)
def test_the_next_open_day_is_the_first_that_is_open(day: date) -> None:
    found = next_open_day(day)
    assert found >= day
    assert not is_free(found)
    assert all(is_free(day + timedelta(days=at)) for at in range((found - day).days))


@given(DAYS)
def test_nobody_waits_longer_than_a_long_weekend(day: date) -> None:
    # Good Friday to Easter Monday is four days; Christmas may join a weekend.
    assert (next_open_day(day) - day).days <= 4
