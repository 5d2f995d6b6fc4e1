"""Whether an agenda fits, when an item begins, and which change people must hear of."""

from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from openlea.core.overleg import Vergadermoment
from openlea.policy.vergaderplanning import (
    agenda_time,
    later,
    length,
    moment_faults,
    moved,
    must_be_told,
    span,
    starts,
    when,
)

DAY = date(2026, 11, 26)
MIDDAG = Vergadermoment(op=DAY, van=time(15, 30), tot=time(17), plek="Raadzaal")
MINUTES = st.lists(st.integers(1, 240), max_size=12)


def test_an_agenda_that_is_too_long_says_by_how_much() -> None:
    found = agenda_time([60, 45], MIDDAG)
    assert (found.totaal, found.lengte, found.over) == (105, 90, 15)
    assert "15 minuten meer" in found.zin


def test_without_an_end_nothing_is_too_long() -> None:
    assert agenda_time([600], Vergadermoment(op=DAY)).over == 0


@given(MINUTES)
def test_each_item_begins_when_the_ones_before_it_are_over(minutes: list[int]) -> None:
    found = list(starts(time(8), minutes))
    assert len(found) == len(minutes)
    for place, begin in enumerate(found):
        assert begin == later(time(8), sum(minutes[:place]))


def test_a_meeting_never_runs_into_the_next_day() -> None:
    assert later(time(23), 120) == time(23, 59)


@given(st.lists(st.integers(), unique=True, min_size=1, max_size=9), st.data())
def test_moving_loses_no_item_and_back_again_changes_nothing(
    order: list[int], data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(order))
    up = moved(order, one, -1)
    assert sorted(up) == sorted(order)
    if order.index(one):
        assert moved(up, one, 1) == tuple(order)
    else:
        assert up == tuple(order)


def test_a_meeting_that_ends_before_it_begins_is_refused_at_the_end() -> None:
    wrong = Vergadermoment(op=DAY, van=time(15), tot=time(14))
    assert [fout.cel for fout in moment_faults(wrong)] == ["tot"]
    assert [fout.cel for fout in moment_faults(Vergadermoment(op=DAY, tot=time(9)))] == ["van"]
    assert list(moment_faults(MIDDAG)) == []


def test_a_link_that_is_no_address_is_refused() -> None:
    wrong = Vergadermoment(op=DAY, link="javascript:alert(1)")
    assert [fout.cel for fout in moment_faults(wrong)] == ["link"]


def test_people_hear_of_another_place_as_of_another_day() -> None:
    elsewhere = Vergadermoment(op=DAY, van=time(15, 30), tot=time(17), plek="Bibliotheek")
    assert must_be_told(MIDDAG, elsewhere)
    assert not must_be_told(MIDDAG, MIDDAG)


def test_a_moment_reads_as_people_say_it() -> None:
    assert when(MIDDAG) == "donderdag 26 november 2026, 15.30 - 17.00 uur"
    assert when(Vergadermoment(op=DAY)) == "donderdag 26 november 2026"
    assert [span(n) for n in (1, 45, 60, 75)] == [
        "1 minuut",
        "45 minuten",
        "1 uur",
        "1 uur en 15 minuten",
    ]
    assert length(time(15), None) is None
