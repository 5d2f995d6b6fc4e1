"""A toelaatbaarheidsverklaring holds at least one whole school year, and ends with one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.errors import BadInput
from openlea.policy.normen.toelaatbaarheid import earliest_end, is_end_of_schooljaar
from tests.policy.normen.wet_op_dag import ask


@pytest.mark.parametrize(
    ("vanaf", "end"),
    [
        ("2026-08-01", date(2027, 7, 31)),
        ("2026-08-02", date(2028, 7, 31)),
        ("2027-02-01", date(2028, 7, 31)),
        ("2026-07-31", date(2027, 7, 31)),
    ],
)
def test_what_begins_during_a_year_gets_the_rest_of_it_on_top(vanaf: str, end: date) -> None:
    assert ask("tlv", vanaf=vanaf).waarde == end


@pytest.mark.parametrize(
    ("tot", "oordeel"),
    [
        ("2026-08-01", "te kort"),
        ("2027-07-30", "te kort"),
        ("2027-07-31", "lang genoeg"),
        ("2028-01-31", "eindigt niet met een schooljaar"),
        ("2031-07-31", "lang genoeg"),
    ],
)
def test_the_last_day_is_checked(tot: str, oordeel: str) -> None:
    assert ask("tlv", vanaf="2026-08-01", tot=tot).oordeel == oordeel


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(BadInput, match="31 juli 2026 ligt voor 1 augustus 2026"):
        ask("tlv", vanaf="2026-08-01", tot="2026-07-31")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(1, 8))
def test_it_always_holds_so_many_whole_years_and_less_than_one_more(
    vanaf: date, jaren: int
) -> None:
    end = earliest_end(vanaf, jaren)
    assert is_end_of_schooljaar(end)
    days = (end - vanaf + timedelta(days=1)).days
    assert 365 * jaren <= days < 366 * (jaren + 1)
