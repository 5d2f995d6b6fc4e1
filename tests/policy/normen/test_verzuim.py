"""Absence is counted over lesson weeks in a row, so a holiday hides nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.normen.verzuim import most_in_a_row
from tests.policy.normen.wet_op_dag import ask

UREN = st.lists(st.integers(0, 40).map(Decimal), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("uren", "most", "oordeel"),
    [
        ("3,4,4,5", 16, "melden"),
        ("8,0,0,8", 16, "melden"),
        ("8,vakantie,0,0,8", 16, "melden"),
        ("5,5,5,0", 15, "nog niet melden"),
        ("8,0,0,0,8", 8, "nog niet melden"),
        ("16", 16, "melden"),
        ("1,1,1,1,4,4,4,4,1", 16, "melden"),
        ("15,5; 0,5", 16, "melden"),
    ],
)
def test_sixteen_hours_in_four_lesson_weeks_must_be_reported(
    uren: str, most: int, oordeel: str
) -> None:
    uitkomst = ask("verzuim_16_uur", uren=uren)
    assert (uitkomst.waarde, uitkomst.oordeel) == (most, oordeel)


def test_the_answer_names_the_weeks() -> None:
    assert "lesweek 2 tot en met 5" in ask("verzuim_16_uur", uren="0,4,4,4,4,0").toelichting


@given(UREN, st.integers(1, 8))
def test_the_most_is_no_less_than_any_window_and_is_one(uren: list[Decimal], weken: int) -> None:
    most, first = most_in_a_row(uren, weken)
    assert most == sum(uren[first - 1 : first - 1 + weken])
    assert all(most >= sum(uren[at : at + weken]) for at in range(len(uren)))
    assert max(uren) <= most <= sum(uren)


@given(UREN, st.integers(0, 40).map(Decimal))
def test_a_week_more_never_lowers_the_most(uren: list[Decimal], more: Decimal) -> None:
    assert most_in_a_row([*uren, more], 4)[0] >= most_in_a_row(uren, 4)[0]
