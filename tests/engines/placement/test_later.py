"""Who has a place keeps it or gains; a reserve list and a second round take nothing away."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.placement import (
    NONE,
    Market,
    defer,
    is_stable,
    reserve_list,
    seats_left,
    second_round,
    secure,
)
from tests.engines.placement.markets import liking, markets


@st.composite
def owned(draw: st.DrawFn) -> tuple[Market, list[int]]:
    """Draw a market in which some have a place already, as many as there are seats."""
    market = draw(markets())
    left, current = list(market.capacity), []
    for _ in market.wishes:
        place = draw(st.integers(-1, len(left) - 1))
        current.append(place if place != NONE and left[place] else NONE)
        if current[-1] != NONE:
            left[place] -= 1
    return market, current


@given(owned())
def test_who_has_a_place_keeps_it_or_gets_a_wish_above_it(drawn: tuple[Market, list[int]]) -> None:
    market, current = drawn
    secured = secure(market, current)
    outcome = defer(secured)
    assert is_stable(secured, outcome)
    for one, place in enumerate(current):
        if place != NONE:
            got = outcome.place[one]
            assert got == place or liking(market, one, got) < liking(market, one, place)


@given(markets())
def test_who_has_nothing_changes_nothing(market: Market) -> None:
    assert defer(secure(market, [NONE] * len(market.wishes))) == defer(market)


def test_more_owners_than_seats_are_refused() -> None:
    with pytest.raises(ValueError, match="secured for 2"):
        secure(Market([[0], [0]], [[1], [2]], [1]), [0, 0])


@given(markets())
def test_a_reserve_list_is_in_the_order_of_the_keys_and_holds_who_would_rather_come(
    market: Market,
) -> None:
    outcome = defer(market)
    for place, waiting in enumerate(reserve_list(market, outcome)):
        keys = [market.standing[n][list(market.wishes[n]).index(place)] for n in waiting]
        assert keys == sorted(keys)
        rather = {
            n
            for n, own in enumerate(market.wishes)
            if place in own and liking(market, n, place) < liking(market, n, outcome.place[n])
        }
        assert set(waiting) == rather


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Market, Market]:
    """Draw a first round and a second one: other wishes, two newcomers, perhaps more seats."""
    market = draw(markets(applicants=6))
    wide, count = len(market.capacity), len(market.wishes) + 2
    orders = [draw(st.permutations(range(count))) for _ in range(wide)]
    wishes = [draw(st.permutations(range(wide))) for _ in range(count)]
    keys = [[orders[place][n] for place in own] for n, own in enumerate(wishes)]
    added = draw(st.integers(0, 2))
    return market, Market(wishes, keys, [seats + added for seats in market.capacity])


@given(rounds())
def test_a_second_round_leaves_the_first_as_it_is_and_fills_what_is_left(
    drawn: tuple[Market, Market],
) -> None:
    first, again = drawn
    outcome = defer(first)
    after = second_round(first, outcome, again)
    placed = {one for one, place in enumerate(outcome.place) if place != NONE}
    for one in placed:
        assert (after.place[one], after.rank[one]) == (outcome.place[one], outcome.rank[one])
    left = seats_left(again, after)
    assert min(left) >= 0
    for one in set(range(len(again.wishes))) - placed:
        # Everybody named every place: who has none found them all full.
        assert after.place[one] != NONE or not any(left)


def test_a_newcomer_gets_a_seat_that_was_left_and_nobody_loses_one() -> None:
    first = Market([[0], [0]], [[1], [2]], [1, 1])
    outcome = defer(first)
    assert outcome.place == (0, NONE)
    again = Market([[1], [1], [1]], [[1], [3], [2]], [1, 2])
    assert second_round(first, outcome, again).place == (0, 1, 1)
    assert second_round(first, outcome, replace(again, capacity=[1, 1])).place == (0, NONE, 1)
    with pytest.raises(ValueError, match="fewer seats"):
        second_round(first, outcome, replace(again, capacity=[0, 2]))
