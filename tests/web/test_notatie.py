"""Numbers, money and days stand on screen as a Dutch reader writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.web.templatetags import notatie

VAST = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (1234.5, None, "1.234,5"),
        (Decimal("71.50"), None, "71,5"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-0.4"), 0, "0"),
        (7, 1, "7,0"),
        (None, None, "–"),
        ("", None, "–"),
        (Decimal("NaN"), None, "–"),
    ],
)
def test_a_number_is_written_with_a_point_per_thousand_and_a_decimal_comma(
    value: Decimal | None, decimals: int | None, shown: str
) -> None:
    assert notatie.getal(value, decimals) == shown


@pytest.mark.parametrize(
    ("cents", "shown"), [(-3_974_000, "€ -39.740"), (1250, "€ 12,50"), (0, "€ 0"), (None, "–")]
)
def test_an_amount_never_breaks_over_a_line_and_nought_is_not_unknown(
    cents: int | None, shown: str
) -> None:
    assert notatie.euro(cents) == shown.replace(" ", VAST)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_a_column_of_amounts_is_rounded_to_the_nearest_euro(cents: int) -> None:
    shown = int(notatie.bedrag(cents).replace(".", ""))
    assert abs(shown * 100 - cents) <= 50
    assert notatie.euro_rond(cents) == f"€{VAST}{notatie.bedrag(cents)}"


@given(st.dates())
def test_a_day_is_written_in_words_that_lead_back_to_the_day(day: date) -> None:
    number, month, year = notatie.datum(day).split(VAST)
    assert (int(number), int(year)) == (day.day, day.year)
    assert notatie.datum_kort(day).split(VAST)[1] == (month[:3] if month != "maart" else "mrt")


def test_a_moment_is_the_day_it_was_in_the_netherlands() -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)
    assert notatie.dag(late) == f"vr{VAST}27{VAST}nov"
    assert notatie.dag(None) == "–"
