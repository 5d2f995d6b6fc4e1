"""A link opens one ask, for fourteen days, until it is taken back."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.verzoek import Toegangslink, VerzoekStaat
from openlea.policy.toegangslink import LinkOordeel, judge_link

MADE = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
MOMENT = timedelta(seconds=1)
LINK = Toegangslink(verzoek=7, gemaakt_op=MADE)


def judge(
    link: Toegangslink = LINK,
    verzoek: int = 7,
    staat: VerzoekStaat = VerzoekStaat.OPEN,
    after: timedelta = MOMENT,
) -> LinkOordeel:
    """Return what happens to who follows the link some time after it was made."""
    return judge_link(link, verzoek, staat, MADE + after)


def test_a_link_opens_from_the_moment_it_is_made_through_fourteen_days() -> None:
    assert judge(after=timedelta(0)) is LinkOordeel.GELDIG
    assert judge(after=timedelta(days=14)) is LinkOordeel.GELDIG
    assert judge(after=timedelta(days=14) + MOMENT) is LinkOordeel.VERLOPEN


def test_a_link_from_the_future_opens_nothing() -> None:
    assert judge(after=-MOMENT) is LinkOordeel.VERLOPEN


@given(st.integers().filter(lambda other: other != 7), st.sampled_from(VerzoekStaat))
def test_a_link_never_opens_another_ask_whatever_became_of_it(
    other: int, staat: VerzoekStaat
) -> None:
    assert judge(verzoek=other, staat=staat) is LinkOordeel.ANDER_VERZOEK


def test_a_link_that_was_taken_back_opens_nothing_from_that_moment() -> None:
    taken = replace(LINK, ingetrokken_op=MADE + timedelta(days=2))
    assert judge(taken, after=timedelta(days=2) - MOMENT) is LinkOordeel.GELDIG
    assert judge(taken, after=timedelta(days=2)) is LinkOordeel.INGETROKKEN
    assert judge(taken, after=timedelta(days=3)) is LinkOordeel.INGETROKKEN


@pytest.mark.parametrize("staat", [VerzoekStaat.OVERGEDRAGEN, VerzoekStaat.VERVALLEN])
def test_who_was_asked_before_is_told_that_nothing_is_wanted_any_more(staat: VerzoekStaat) -> None:
    assert judge(staat=staat) is LinkOordeel.AFGEHANDELD


def test_an_answer_can_be_put_right_within_the_same_fourteen_days() -> None:
    assert judge(staat=VerzoekStaat.GEDAAN) is LinkOordeel.GELDIG
    assert judge(staat=VerzoekStaat.GEDAAN, after=timedelta(days=15)) is LinkOordeel.VERLOPEN
