"""What goes on a day goes by its term alone: not a day early, and never what is held."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.bewaring import Kandidaat, Stop
from openlea.policy.bewaring import fingerprint, last_day, to_clear, to_clear_in_row

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
LISTS = st.lists(
    st.builds(Kandidaat, st.integers(1, 60), DAYS), max_size=25, unique_by=lambda one: one.nummer
)
STOPS = st.lists(st.builds(Stop, st.just("werk"), st.none() | st.integers(1, 60)), max_size=3)
MONTHS = st.integers(0, 120)


@pytest.mark.parametrize(
    ("sinds", "maanden", "until"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2025, 6, 1), 0, date(2025, 6, 1)),
        (date(9999, 6, 1), 1200, date.max),
    ],
)
def test_a_term_ends_on_the_same_day_of_a_later_month(
    sinds: date, maanden: int, until: date
) -> None:
    assert last_day(sinds, maanden) == until


@given(LISTS, MONTHS, STOPS, DAYS)
def test_what_goes_is_past_its_term_and_not_held_and_all_of_it(
    found: list[Kandidaat], maanden: int, stops: list[Stop], on: date
) -> None:
    out = to_clear(found, maanden, stops, on)
    since = {one.nummer: one.sinds for one in found}
    held = {stop.nummer for stop in stops}
    past = {number for number, day in since.items() if last_day(day, maanden) < on}
    assert set(out.weg) | set(out.vastgehouden) == past
    assert not set(out.weg) & set(out.vastgehouden)
    assert not set(out.weg) & held
    assert not (None in held and out.weg)


@given(LISTS, MONTHS, DAYS)
def test_on_the_last_day_itself_it_is_still_there(
    found: list[Kandidaat], maanden: int, on: date
) -> None:
    goes = set(to_clear(found, maanden, (), on).weg)
    assert not {one.nummer for one in found if last_day(one.sinds, maanden) == on} & goes


@given(LISTS, MONTHS, DAYS, st.integers(1, 400))
def test_a_later_day_never_keeps_what_an_earlier_one_let_go(
    found: list[Kandidaat], maanden: int, on: date, later: int
) -> None:
    early = to_clear(found, maanden, (), on).weg
    assert set(early) <= set(to_clear(found, maanden, (), on + timedelta(days=later)).weg)


@given(LISTS, MONTHS, STOPS, DAYS)
def test_of_a_chain_only_the_beginning_goes(
    found: list[Kandidaat], maanden: int, stops: list[Stop], on: date
) -> None:
    out = to_clear_in_row(found, maanden, stops, on)
    rest = {one.nummer for one in found} - set(out.weg)
    assert all(gone < stays for gone in out.weg for stays in rest)
    assert set(out.weg) <= set(to_clear(found, maanden, stops, on).weg)


@given(st.lists(st.integers(0, 10**6), max_size=30), st.randoms())
def test_a_fingerprint_is_of_the_numbers_and_not_of_their_order(
    numbers: list[int], random: object
) -> None:
    shuffled = list(numbers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fingerprint(numbers) == fingerprint(shuffled)
    assert fingerprint([*numbers, 10**7]) != fingerprint(numbers)
