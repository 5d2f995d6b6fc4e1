"""The round goes in the order of the law, and the law's own four weeks are kept."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.catalogue.huisvestingskast import find_huisvestingsregels
from openlea.core.catalogue import SHIPPED
from openlea.policy.huisvestingsronde import (
    TAKEN,
    VOORZIENINGEN,
    Taakhouder,
    current_year,
    judge_ceiling,
    round_of,
)

DAGEN = find_huisvestingsregels((SHIPPED,), "").on(date(2026, 11, 23)).ronde


def test_a_programme_is_decided_in_the_year_before_it() -> None:
    # WPO 95, 2: what is paid in the year after the decision.
    steps = {one.code: one.voor for one in round_of(2027, DAGEN).stappen}
    assert steps["aanvraag_voor"] == date(2026, 2, 1)
    assert steps["programma_voor"] == date(2026, 12, 31)


@given(st.integers(2016, 2100))
def test_the_steps_are_in_order_and_the_talk_is_within_four_weeks(jaar: int) -> None:
    ronde = round_of(jaar, DAGEN)
    days = [one.voor for one in ronde.stappen]
    assert days == sorted(days)
    # WPO 95, 8.
    assert days[-1] - days[-3] <= timedelta(weeks=4)


def test_an_aanvraag_comes_before_its_day() -> None:
    ronde = round_of(2027, DAGEN)
    assert ronde.is_on_time(date(2026, 1, 31))
    assert not ronde.is_on_time(date(2026, 2, 1))


@pytest.mark.parametrize(
    ("today", "jaar", "stap"),
    [
        (date(2026, 11, 23), 2027, "programma_voor"),
        (date(2027, 1, 10), 2027, "beschikking_weken"),
        (date(2027, 1, 28), 2027, "uitvoering_weken"),
        (date(2027, 1, 29), 2028, "aanvraag_voor"),
        (date(2027, 2, 1), 2028, "aanvullen_voor"),
    ],
)
def test_the_next_step_is_the_first_whose_day_has_not_passed(
    today: date, jaar: int, stap: str
) -> None:
    assert current_year(DAGEN, today) == jaar
    found = round_of(jaar, DAGEN).next_step(today)
    assert found is not None
    assert found.code == stap


def test_only_the_days_that_were_read_count_as_read() -> None:
    read = [one.code for one in round_of(2027, DAGEN).stappen if one.gelezen]
    assert read == ["uitvoering_weken"]


def test_a_ceiling_tells_what_is_left_and_what_has_no_amount() -> None:
    found = judge_ceiling(Decimal(100), [Decimal(60), None, Decimal(50)])
    assert (found.toegekend, found.over, found.zonder_bedrag) == (110, -10, 1)
    assert judge_ceiling(None, []).over is None


def test_renovation_is_no_voorziening_and_is_nobodys_by_law() -> None:
    # WPO 92 doesn't name it; bill 36692 isn't law.
    assert "renovatie" not in VOORZIENINGEN
    assert [one.wie for one in TAKEN if one.wat.startswith("Renovatie")] == [Taakhouder.SAMEN]


def test_every_duty_names_where_it_stands() -> None:
    assert all(one.waar for one in TAKEN)
    assert {one.wie for one in TAKEN} == set(Taakhouder)
    assert not all(one.is_read for one in TAKEN)
