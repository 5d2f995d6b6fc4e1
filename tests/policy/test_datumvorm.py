"""A day that a sender writes otherwise becomes the same day, or is refused; never another day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.datumvorm import EXCEL_BEGIN, Datumvorm, reworded
from openlea.policy.persoonswaarde import Onbruikbaar, day_of

DAYS = st.dates(date(1900, 3, 1), date(2099, 12, 31))
WRITTEN = {
    Datumvorm.MDJ: lambda day: f"{day.month}/{day.day}/{day.year}",
    Datumvorm.DMJ: lambda day: f"{day:%d%m%Y}",
    Datumvorm.EXCEL: lambda day: str((day - EXCEL_BEGIN).days),
}


@given(DAYS, st.sampled_from(list(Datumvorm)))
def test_every_day_comes_out_as_itself(day: date, vorm: Datumvorm) -> None:
    assert reworded(WRITTEN[vorm](day), {}, vorm) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "vorm"),
    [("13/30/2026", "mdj"), ("31132026", "dmj"), ("99999", "excel"), ("geheim", "mdj")],
)
def test_what_is_no_day_is_still_refused_as_a_day(text: str, vorm: str) -> None:
    with pytest.raises(Onbruikbaar):
        day_of(reworded(text, {}, Datumvorm(vorm)))


def test_a_word_of_the_sender_becomes_that_of_the_registration_whatever_its_capitals() -> None:
    assert reworded("plaatsing", {"PLAATSING": "geplaatst"}, None) == "geplaatst"
    assert reworded("anders", {"PLAATSING": "geplaatst"}, None) == "anders"
