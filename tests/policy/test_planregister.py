"""A plan says in time that it runs out, and what it lacks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.core.catalogue import SHIPPED
from openlea.core.plankaart import Plan, read_plankaarten
from openlea.core.plansoort import OverlegUitkomst
from openlea.core.plicht import Onderwerp
from openlea.policy.planregister import Planstaat, stand_of_plan, state_of_plan

KAARTEN = read_plankaarten((SHIPPED,))
TODAY = date(2026, 11, 22)
DELEN = (Onderwerp(code="a", titel="Aanbod"), Onderwerp(code="b", titel="Geld"))
PLAN = Plan(
    nummer=1,
    soort="ondersteuningsplan",
    titel="Ondersteuningsplan 2024-2028",
    houder="swv",
    van=date(2024, 8, 1),
    tot=date(2028, 7, 31),
    vastgesteld_op=date(2024, 4, 20),
    overleg_op=date(2024, 3, 1),
    overleg_uitkomst=OverlegUitkomst.OVEREENSTEMMING,
    delen=("a", "b"),
)


def signals(plan: Plan, *others: Plan, soort: str = "ondersteuningsplan") -> tuple[str, ...]:
    return stand_of_plan(plan, KAARTEN[soort], DELEN, TODAY, others).signalen


def test_a_plan_in_order_asks_nothing() -> None:
    stand = stand_of_plan(PLAN, KAARTEN["ondersteuningsplan"], DELEN, TODAY)
    assert (stand.staat, stand.signalen, stand.deel_mist) == (Planstaat.GELDT, (), ())


@pytest.mark.parametrize(
    ("tot", "staat"),
    [
        (TODAY - timedelta(days=1), Planstaat.VERLOPEN),
        (TODAY, Planstaat.LOOPT_AF),
        (date(2027, 11, 22), Planstaat.LOOPT_AF),
        (date(2027, 11, 23), Planstaat.GELDT),
        (None, Planstaat.GELDT),
    ],
)
def test_it_warns_twelve_months_ahead(tot: date | None, staat: Planstaat) -> None:
    assert state_of_plan(replace(PLAN, tot=tot), TODAY) is staat


def test_a_plan_that_nobody_decided_is_a_draft() -> None:
    draft = replace(PLAN, vastgesteld_op=None, van=date(2027, 8, 1))
    assert state_of_plan(draft, TODAY) is Planstaat.CONCEPT
    assert not signals(draft)
    assert "nog niet vastgesteld" in signals(replace(PLAN, vastgesteld_op=None))[0]


def test_a_plan_that_begins_later_does_not_hold_yet() -> None:
    assert state_of_plan(replace(PLAN, van=date(2027, 1, 1)), TODAY) is Planstaat.KOMT


def test_a_plan_that_runs_out_asks_a_successor_until_there_is_one() -> None:
    ending = replace(PLAN, tot=date(2027, 7, 31))
    assert "opvolger" in signals(ending)[0]
    assert not signals(replace(ending, opvolger=9))
    assert not signals(ending, replace(PLAN, nummer=2, van=date(2027, 8, 1)))
    assert signals(ending, replace(PLAN, nummer=2, houder="ander", van=date(2027, 8, 1)))


def test_an_expired_plan_asks_one_thing_only() -> None:
    expired = replace(PLAN, tot=date(2026, 7, 31), overleg_op=None)
    assert len(signals(expired)) == 1


def test_a_plan_may_not_hold_longer_than_the_law_lets_it() -> None:
    assert not signals(replace(PLAN, tot=date(2028, 7, 31)))
    assert "31 juli 2028" in signals(replace(PLAN, tot=date(2028, 8, 1)))[0]
    assert "31 juli 2028" in signals(replace(PLAN, tot=None))[0]


def test_the_consultation_is_about_the_draft() -> None:
    assert "geen overleg" in signals(replace(PLAN, overleg_op=None))[0]
    assert "na het vaststellen" in signals(replace(PLAN, overleg_op=date(2024, 5, 1)))[0]
    assert "afliep" in signals(replace(PLAN, overleg_uitkomst=None))[0]
    waiting = replace(
        PLAN, overleg_uitkomst=OverlegUitkomst.GESCHIL, vastgesteld_op=None, van=date(2027, 8, 1)
    )
    assert "geschil" in signals(waiting)[0]


def test_a_kind_without_a_consultation_asks_none() -> None:
    bare = replace(PLAN, soort="ihp", overleg_op=None, tot=date(2040, 12, 31))
    assert not signals(bare, soort="ihp")


def test_a_missing_part_is_named() -> None:
    stand = stand_of_plan(replace(PLAN, delen=("b",)), KAARTEN["ondersteuningsplan"], DELEN, TODAY)
    assert [one.titel for one in stand.deel_mist] == ["Aanbod"]
    assert [one.titel for one in stand.deel_er] == ["Geld"]


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 8000))
def test_the_days_left_and_the_state_never_contradict(van: date, length: int) -> None:
    plan = replace(PLAN, van=van, tot=van + timedelta(days=length), vastgesteld_op=van)
    stand = stand_of_plan(plan, KAARTEN["ihp"], (), TODAY)
    assert stand.dagen is not None
    assert (stand.staat is Planstaat.VERLOPEN) == (stand.dagen < 0)
