"""Reserved seats go to whom they are for; with them, every seat has its own order and keeps it."""

from collections.abc import Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.placement import (
    NONE,
    OPEN,
    Cause,
    Market,
    Outcome,
    Reserve,
    defer,
    defer_reserved,
    is_stable_reserved,
    seats_of,
    waste,
    why,
)
from tests.engines.placement.markets import fillings, liking, markets


def chosen(
    market: Market,
    members: Sequence[Collection[int]],
    reserves: Sequence[Reserve],
    order: Sequence[int],
    place: int,
    asking: Collection[int],
) -> set[int]:
    """Return whom a place takes of those who ask, seat by seat: the definition, word for word."""

    def key(one: int) -> float:
        return market.standing[one][list(market.wishes[one]).index(place)]

    held: set[int] = set()
    reserved = sum(r.capacity for r in reserves if r.place == place)
    for row in order:
        if row != OPEN and reserves[row].place != place:
            continue
        seats = market.capacity[place] - reserved if row == OPEN else reserves[row].capacity
        for _ in range(seats):
            left = sorted(set(asking) - held, key=key)
            inside = left if row == OPEN else [n for n in left if n in members[reserves[row].group]]
            others = left if row != OPEN and reserves[row].soft else []
            held.update([*inside, *others][:1])
    return held


@st.composite
def reserved(
    draw: st.DrawFn,
) -> tuple[Market, list[set[int]], list[Reserve], list[int]]:
    """Draw a market with up to three reserves for two groups, in any order."""
    market = draw(markets(applicants=5, places=2, seats=3))
    everybody = range(len(market.wishes))
    members = [{n for n in everybody if draw(st.booleans())} for _ in range(2)]
    left, reserves = list(market.capacity), []
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(left) - 1))
        seats = draw(st.integers(0, left[place]))
        left[place] -= seats
        reserves.append(Reserve(place, seats, draw(st.integers(0, 1)), draw(st.booleans())))
    return market, members, reserves, draw(st.permutations([OPEN, *range(len(reserves))]))


Drawn = tuple[Market, list[set[int]], list[Reserve], list[int]]


def is_chosen(drawn: Drawn, outcome: Outcome) -> bool:
    """Say whether places choose whom they hold, and nobody who'd rather come would be chosen."""
    market, members, reserves, order = drawn
    for place in range(len(market.capacity)):
        held = {n for n, at in enumerate(outcome.place) if at == place}
        if chosen(market, members, reserves, order, place, held) != held:
            return False
        for one, wishes in enumerate(market.wishes):
            wish = liking(market, one, place)
            if wish < min(len(wishes), liking(market, one, outcome.place[one])):
                took = chosen(market, members, reserves, order, place, held | {one})
                if one in took:
                    return False
    return True


@given(reserved())
def test_of_all_fillings_stable_for_these_seats_it_is_the_best_for_everybody(drawn: Drawn) -> None:
    market = drawn[0]
    found = defer_reserved(*drawn)
    assert is_chosen(drawn, found)
    assert is_stable_reserved(seats_of(*drawn), found)
    for other in fillings(market):
        if is_chosen(drawn, other):
            for one, place in enumerate(other.place):
                assert liking(market, one, found.place[one]) <= liking(market, one, place)


@given(reserved())
def test_nobody_sits_in_a_hard_reserve_of_others_and_no_reserve_is_overfull(drawn: Drawn) -> None:
    _, members, reserves, _ = drawn
    found = defer_reserved(*drawn)
    for row, reserve in enumerate(reserves):
        sitting = [n for n, seat in enumerate(found.seat) if seat == row]
        assert len(sitting) <= reserve.capacity
        assert all(found.place[n] == reserve.place for n in sitting)
        assert reserve.soft or set(sitting) <= set(members[reserve.group])


@given(reserved())
def test_soft_reserves_leave_no_wished_seat_empty(drawn: Drawn) -> None:
    market, members, reserves, order = drawn
    soft = [Reserve(r.place, r.capacity, r.group, soft=True) for r in reserves]
    assert waste(market, defer_reserved(market, members, soft, order)) == ()


@given(markets())
def test_without_reserves_it_is_plain_deferred_acceptance(market: Market) -> None:
    one, other = defer_reserved(market, [], []), defer(market)
    assert (one.place, one.rank, one.bound) == (other.place, other.rank, other.bound)


@given(reserved())
def test_the_bounds_of_the_seats_say_why_a_wish_was_not_met(drawn: Drawn) -> None:
    market, members, reserves, _ = drawn
    found = defer_reserved(*drawn)
    for one in range(len(market.wishes)):
        for refusal in why(market, found, one):
            for seat in refusal.seats:
                row = seat.reserve
                mine = row == OPEN or one in members[reserves[row].group]
                if mine or reserves[row].soft:
                    assert seat.key is not None
                    assert refusal.key > seat.key or (seat.member and not mine)


# Two seats, three who ask: 0 and 1 have the best keys, 2 alone is a member.
THREE = Market([[0], [0], [0]], [[1], [2], [3]], [2])


def test_a_reserve_lets_a_member_in_and_the_order_of_seats_matters() -> None:
    keep = [Reserve(0, 1, 0)]
    assert defer_reserved(THREE, [{2}], keep).place == (0, NONE, 0)
    assert defer_reserved(THREE, [{0}], keep).place == (0, 0, NONE)
    # The best key is a member's own: with open seats first, its reserve is left for another.
    assert defer_reserved(THREE, [{0, 2}], keep).place == (0, 0, NONE)
    assert defer_reserved(THREE, [{0, 2}], keep, (OPEN, 0)).place == (0, NONE, 0)


def test_a_hard_seat_stays_empty_and_a_soft_one_does_not() -> None:
    hard = defer_reserved(THREE, [set()], [Reserve(0, 1, 0)])
    assert hard.place == (0, NONE, NONE)
    assert [r.cause for r in why(THREE, hard, 1)] == [Cause.RULE]
    assert defer_reserved(THREE, [set()], [Reserve(0, 1, 0, soft=True)]).place == (0, 0, NONE)


def test_the_judge_of_reserves_sees_a_seat_given_to_the_wrong_one() -> None:
    rules = ([{2}], [Reserve(0, 1, 0)])
    found = defer_reserved(THREE, *rules)
    seats = seats_of(THREE, *rules)
    wrong = type(found)((0, 0, NONE), (0, 0, NONE), found.bound, (OPEN, 0, NONE), found.seats)
    unfair = type(found)((NONE, 0, 0), (NONE, 0, 0), found.bound, (NONE, OPEN, 0), found.seats)
    assert is_stable_reserved(seats, found)
    assert not is_stable_reserved(seats, wrong)
    assert not is_stable_reserved(seats, unfair)


def test_more_reserved_seats_than_seats_and_broken_keys_are_refused() -> None:
    with pytest.raises(ValueError, match="more seats than it has"):
        defer_reserved(THREE, [{0}], [Reserve(0, 3, 0)])
    with pytest.raises(ValueError, match="whole number"):
        defer_reserved(Market([[0]], [[0.5]], [1]), [{0}], [Reserve(0, 1, 0, soft=True)])
