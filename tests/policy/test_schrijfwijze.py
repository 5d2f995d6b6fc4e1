"""Numbers, days and lists as Dutch readers write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.schrijfwijze import MAANDEN, count, day, listing, month, number

NUMBERS = st.decimals(-(10**9), 10**9, places=3) | st.integers()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1234.50"), "1.234,5"),
        (Decimal(1234567), "1.234.567"),
        (Decimal("100.00"), "100"),
        (Decimal("0.05"), "0,05"),
        (Decimal("10.10"), "10,1"),
        (Decimal("-12.5"), "-12,5"),
        (100, "100"),
        (0, "0"),
        (Decimal("-0.0"), "0"),
        (2**53 + 1, "9.007.199.254.740.993"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_a_number_has_a_point_per_thousand_and_a_decimal_comma(
    value: Decimal | int, text: str
) -> None:
    assert number(value) == text


@given(NUMBERS)
def test_no_digit_that_counts_is_lost_in_writing(value: Decimal | int) -> None:
    assert Decimal(number(value).replace(".", "").replace(",", ".")) == value


@given(NUMBERS)
def test_a_number_never_ends_in_idle_noughts_or_a_lone_comma(value: Decimal | int) -> None:
    heel, comma, deel = number(value).partition(",")
    assert heel
    assert not comma or (deel and not deel.endswith("0"))


def test_a_day_is_written_out_so_that_nobody_swaps_day_and_month() -> None:
    assert day(date(2026, 3, 1)) == "1 maart 2026"
    assert day(date(2026, 1, 12)) == "12 januari 2026"
    assert day(date(2026, 12, 31)) == "31 december 2026"


@given(st.dates(), st.dates())
def test_a_month_names_its_year_only_when_that_is_another_year(value: date, today: date) -> None:
    naam, _, jaar = month(value, today).partition(" ")
    assert naam == MAANDEN[value.month - 1]
    assert jaar == ("" if value.year == today.year else str(value.year))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ((), ""),
        (("a",), "a"),
        (("a", "b"), "a en b"),
        (("a", "b", "c", "d"), "a, b, c en d"),
    ],
)
def test_the_last_of_a_list_comes_after_en(words: tuple[str, ...], text: str) -> None:
    assert listing(words) == text


def test_one_is_one_thing_and_every_other_number_is_more() -> None:
    said = [count(amount, "actie", "acties") for amount in (0, 1, 2, 1200)]
    assert said == ["0 acties", "1 actie", "2 acties", "1.200 acties"]
