"""A step is done when people met and wrote down what it yielded; the first that isn't, is next."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from openlea.policy.vierstappen import (
    Stapmoment,
    StapStaat,
    days_in_order,
    next_step,
    state_of_step,
)

DAG = date(2026, 11, 22)
STAPPEN = ("verkennen", "betekenis", "grenzen", "vaststellen")
MOMENTEN = st.lists(
    st.builds(
        Stapmoment,
        stap=st.sampled_from(STAPPEN),
        op=st.dates(date(2026, 1, 1), date(2027, 1, 1)),
        gehouden=st.booleans(),
        opbrengst=st.booleans(),
    ),
    max_size=8,
)


@given(MOMENTEN, st.sampled_from(STAPPEN))
def test_a_step_is_done_only_when_it_was_held_and_says_what_it_yielded(
    momenten: list[Stapmoment], stap: str
) -> None:
    done = any(m.stap == stap and m.gehouden and m.opbrengst for m in momenten)
    assert (state_of_step(stap, momenten) is StapStaat.KLAAR) == done


@given(MOMENTEN)
def test_every_step_before_the_next_one_is_done(momenten: list[Stapmoment]) -> None:
    now = next_step(STAPPEN, momenten)
    before = STAPPEN[: STAPPEN.index(now)] if now else STAPPEN
    assert all(state_of_step(one, momenten) is StapStaat.KLAAR for one in before)


@given(MOMENTEN, st.sampled_from(STAPPEN))
def test_another_meeting_never_undoes_a_step(momenten: list[Stapmoment], stap: str) -> None:
    before = state_of_step(stap, momenten)
    more = [*momenten, Stapmoment(stap=stap, op=DAG, gehouden=False)]
    if before is StapStaat.KLAAR:
        assert state_of_step(stap, more) is StapStaat.KLAAR
    else:
        assert state_of_step(stap, more) is StapStaat.GEPLAND


def test_a_step_without_a_meeting_is_still_to_be_planned() -> None:
    assert state_of_step("grenzen", []) is StapStaat.OPEN


def test_a_held_step_without_a_yield_asks_for_it() -> None:
    held = Stapmoment(stap="grenzen", op=DAG, gehouden=True)
    assert state_of_step("grenzen", [held]) is StapStaat.GEHOUDEN


@given(st.lists(st.none() | st.dates(), max_size=4))
def test_days_are_in_order_exactly_when_each_is_after_the_one_before(
    dagen: list[date | None],
) -> None:
    filled = [one for one in dagen if one]
    assert days_in_order(dagen) == (filled == sorted(set(filled)))


def test_days_that_are_left_open_are_passed_over() -> None:
    assert days_in_order([DAG, None, DAG + timedelta(days=7), None])
