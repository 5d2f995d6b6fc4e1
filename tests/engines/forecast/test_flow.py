"""Whoever is forecast was there, came or was born: the balance of every unit, age and year."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openlea.engines.forecast import Move, Plan, attracted, project


def test_the_share_of_two_areas_makes_sixty() -> None:
    """Area A: 120 children × 40 %, area B: 80 × 15 %; together 48 + 12."""
    assert attracted([[120], [80]], [[[0.40]], [[0.15]]]) == pytest.approx(np.array([[60.0]]))


def test_who_goes_on_and_who_joins_make_a_hundred_and_ninety_four() -> None:
    """Class 1 has 200; 0.95 of them go on, and 4 join from outside."""
    arrivals = np.array([[[0.0, 4.0]]])
    plan = Plan(
        start=np.array([[200.0, 0.0]]),
        ratio=np.array([[0.95]]),
        entry=np.zeros((1, 1)),
        arrivals=arrivals,
    )
    assert project(plan).people[1, 0, 1] == pytest.approx(194.0)


def test_the_shares_of_an_area_cannot_send_more_than_live_there() -> None:
    with pytest.raises(ValueError, match="at most 1"):
        attracted([[100]], [[[0.7], [0.4]]])


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    units, ages, years = draw(st.integers(2, 5)), draw(st.integers(2, 6)), draw(st.integers(1, 8))
    random = np.random.default_rng(draw(st.integers(0, 10**6)))
    moves = []
    if draw(st.booleans()):
        share = draw(st.floats(0, 1))
        begin = draw(st.integers(0, years - 1))
        moves.append(Move(unit=0, begin=begin, to=(1,), share=(share,)))
    return Plan(
        start=random.gamma(2, 20, (units, ages)),
        ratio=random.uniform(0, 1.3, (units, ages - 1)),
        entry=random.gamma(2, 20, (years, units)),
        arrivals=random.gamma(1, 2, (years, units, ages)) if draw(st.booleans()) else None,
        leaving=random.uniform(0, 1, (units, ages)) if draw(st.booleans()) else None,
        moves=tuple(moves),
    )


@given(plans())
@settings(deadline=None, max_examples=80)
def test_nobody_appears_or_vanishes_unaccounted(plan: Plan) -> None:
    found = project(plan)
    assert found.gap() < 1e-6
    assert (found.people >= 0).all()


@given(plans())
@settings(deadline=None, max_examples=40)
def test_with_everybody_going_on_the_ages_only_shift(plan: Plan) -> None:
    plain = Plan(start=plan.start, ratio=np.ones_like(plan.ratio), entry=plan.entry)
    people = project(plain).people
    assert people[1:, :, 1:] == pytest.approx(people[:-1, :, :-1])
    assert people[1:, :, 0] == pytest.approx(plan.entry)


@given(plans(), st.floats(1, 2))
@settings(deadline=None, max_examples=40)
def test_more_births_never_make_fewer_people(plan: Plan, more: float) -> None:
    higher = Plan(
        start=plan.start,
        ratio=plan.ratio,
        entry=plan.entry * more,
        arrivals=plan.arrivals,
        leaving=plan.leaving,
        moves=plan.moves,
    )
    assert (project(higher).totals >= project(plan).totals - 1e-9).all()


def test_a_unit_that_closes_sends_its_people_and_its_entry_to_others() -> None:
    plan = Plan(
        start=np.array([[10.0, 8.0], [5.0, 5.0], [0.0, 0.0]]),
        ratio=np.ones((3, 1)),
        entry=np.array([[6.0, 3.0, 0.0], [6.0, 3.0, 0.0]]),
        moves=(Move(unit=0, begin=1, to=(1, 2), share=(0.75, 0.25)),),
    )
    totals = project(plan).totals
    assert totals[1].tolist() == [16, 8, 0]
    assert totals[2].tolist() == [0, 6 + 0.75 * 12, 0.25 * 12]
    assert totals[2].sum() == 18, "who was one year old, and all who entered"


def test_a_unit_that_opens_takes_what_others_had_until_then() -> None:
    plan = Plan(
        start=np.array([[9.0, 9.0], [0.0, 0.0]]),
        ratio=np.ones((2, 1)),
        entry=np.array([[6.0, 3.0]] * 3),
        moves=(Move(unit=1, end=2, to=(0,), share=(1.0,)),),
    )
    totals = project(plan).totals
    assert totals[:, 0].tolist() == [18, 18, 18, 15]
    assert totals[:, 1].tolist() == [0, 0, 0, 3]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"ratio": np.ones((1, 2))}, "fit"),
        ({"entry": -np.ones((1, 1))}, "from 0 up"),
        ({"leaving": np.full((1, 2), 1.5)}, "at most everybody"),
        ({"moves": (Move(unit=3),)}, "isn't there"),
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, object], why: str) -> None:
    given_: dict[str, object] = {
        "start": np.ones((1, 2)),
        "ratio": np.ones((1, 1)),
        "entry": np.ones((1, 1)),
    }
    with pytest.raises(ValueError, match=why):
        Plan(**(given_ | change))  # type: ignore[arg-type]


def test_a_move_sends_at_most_everybody_and_not_to_who_is_closed_too() -> None:
    with pytest.raises(ValueError, match="at most 1"):
        Move(unit=0, to=(1,), share=(1.2,))
    both = (Move(unit=0, to=(1,), share=(1.0,)), Move(unit=1, to=(0,), share=(1.0,)))
    with pytest.raises(ValueError, match="closed itself"):
        Plan(start=np.ones((2, 2)), ratio=np.ones((2, 1)), entry=np.ones((1, 2)), moves=both)
