"""Nobody envies with reason, no wished seat is empty, and it doesn't matter who asks first."""

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.placement import (
    NONE,
    Cause,
    Market,
    Outcome,
    boston,
    check,
    defer,
    envy,
    is_stable,
    serial,
    waste,
    why,
)
from tests.engines.placement.markets import fillings, liking, markets

# Two want place 0 first and the second stands before the first there.
PAIR = Market([[0, 1], [0]], [[2, 1], [1]], [1, 1])


@given(markets())
def test_nobody_has_justified_envy_no_seat_is_wasted_and_no_place_is_overfull(
    market: Market,
) -> None:
    check(market)
    outcome = defer(market)
    assert envy(market, outcome) == ()
    assert waste(market, outcome) == ()
    for place, seats in enumerate(market.capacity):
        assert outcome.place.count(place) <= seats
    assert is_stable(market, outcome)


@given(markets(applicants=5, places=3, seats=2))
def test_of_all_stable_fillings_it_is_the_best_for_every_applicant(market: Market) -> None:
    found = defer(market)
    stable = [each.place for each in fillings(market) if is_stable(market, each)]
    assert found.place in stable
    for places in stable:
        for one, place in enumerate(places):
            assert liking(market, one, found.place[one]) <= liking(market, one, place)


@given(markets(), st.randoms(use_true_random=False))
def test_the_order_of_the_applicants_does_not_matter(market: Market, random: object) -> None:
    order = list(range(len(market.wishes)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = replace(
        market,
        wishes=[market.wishes[one] for one in order],
        standing=[market.standing[one] for one in order],
    )
    one, other = defer(market), defer(shuffled)
    assert [one.place[n] for n in order] == list(other.place)
    assert one.bound == other.bound


@given(markets())
def test_the_bound_decides_every_wish_so_that_everybody_can_check_its_own(market: Market) -> None:
    outcome = defer(market)
    bounds = [inf if key is None else key for key in outcome.bound]
    for one, (wishes, keys) in enumerate(zip(market.wishes, market.standing, strict=True)):
        inside = [p for p, key in zip(wishes, keys, strict=True) if key <= bounds[p]]
        assert outcome.place[one] == (inside[0] if inside else NONE)
        refusals = why(market, outcome, one)
        assert [r.place for r in refusals] == list(wishes[: len(refusals)])
        assert {r.cause for r in refusals} <= {Cause.KEY, Cause.NO_SEATS}
        assert len(refusals) == liking(market, one, outcome.place[one])


@given(markets(seats=2))
def test_without_competition_everybody_has_its_first_wish_in_every_way(market: Market) -> None:
    roomy = replace(market, capacity=[len(market.wishes)] * len(market.capacity))
    first = tuple(own[0] if own else NONE for own in market.wishes)
    order = range(len(market.wishes))
    for outcome in (defer(roomy), boston(roomy), serial(roomy, order)):
        assert outcome.place == first
        assert is_stable(roomy, outcome)


@given(markets())
def test_one_order_for_all_places_makes_serial_and_deferred_the_same(market: Market) -> None:
    same = replace(market, standing=[[n] * len(own) for n, own in enumerate(market.wishes)])
    assert serial(same, range(len(market.wishes))) == defer(same)


@given(markets())
def test_boston_and_serial_waste_nothing_and_overfill_nothing(market: Market) -> None:
    for outcome in (boston(market), serial(market, range(len(market.wishes)))):
        assert waste(market, outcome) == ()
        assert all(outcome.place.count(p) <= s for p, s in enumerate(market.capacity))


def test_boston_lets_a_first_wish_go_before_a_better_key_and_why_says_it_was_the_rule() -> None:
    market = Market([[0, 1], [1, 0], [0]], [[1, 1], [2, 2], [0]], [1, 1])
    outcome = boston(market)
    assert outcome.place == (NONE, 1, 0)
    assert [(e.applicant, e.place, e.holder) for e in envy(market, outcome)] == [(0, 1, 1)]
    assert [r.cause for r in why(market, outcome, 0)] == [Cause.KEY, Cause.RULE]
    assert not is_stable(market, outcome)


def test_the_judge_sees_what_is_unfair_so_that_its_silence_means_something() -> None:
    assert defer(PAIR).place == (1, 0)
    unfair = Outcome((0, NONE), (0, NONE), (None, None))
    assert [(e.applicant, e.holder) for e in envy(PAIR, unfair)] == [(1, 0)]
    empty = Outcome((NONE, 0), (NONE, 0), (None, None))
    assert [(w.applicant, w.place) for w in waste(PAIR, empty)] == [(0, 1)]
    assert not is_stable(PAIR, replace(unfair, place=(0, 0), rank=(0, 0)))
    assert not is_stable(PAIR, replace(unfair, place=(1, 1), rank=(1, 0)))


def test_a_place_without_seats_says_so() -> None:
    market = Market([[0]], [[1]], [0])
    outcome = defer(market)
    assert outcome == Outcome((NONE,), (NONE,), (-inf,))
    assert boston(market) == serial(market, [0]) == outcome
    assert [r.cause for r in why(market, outcome, 0)] == [Cause.NO_SEATS]


@pytest.mark.parametrize(
    ("wishes", "standing", "capacity", "told"),
    [
        ([[0]], [], [1], "list of keys"),
        ([[0, 0]], [[1, 2]], [1], "stands twice"),
        ([[0]], [[1, 2]], [1], "lacks its key"),
        ([[1]], [[1]], [1], "no place there is"),
        ([[-1]], [[1]], [1], "no place there is"),
        ([[0], [0]], [[1], [1]], [1], "decides nothing"),
        ([[0]], [[nan]], [1], "decides nothing"),
        ([[0]], [[-inf]], [1], "decides nothing"),
        ([[0]], [[1]], [-1], "fewer than no seats"),
    ],
)
def test_what_would_make_a_place_depend_on_who_asks_first_is_refused(
    wishes: list[list[int]], standing: list[list[float]], capacity: list[int], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        check(Market(wishes, standing, capacity))


@given(markets(), st.randoms(use_true_random=False))
def test_lots_given_apart_are_the_same_as_lots_in_the_keys(market: Market, random: object) -> None:
    lots = list(range(len(market.wishes)))
    random.shuffle(lots)  # type: ignore[attr-defined]
    classes = [[place % 2 << 32 for place in own] for own in market.wishes]
    whole = [[one + lot for one in row] for row, lot in zip(classes, lots, strict=True)]
    apart = defer(replace(market, standing=classes), lots)
    assert apart == defer(replace(market, standing=whole))


@pytest.mark.parametrize("times", [0.5, 2**80])
@given(market=markets())
def test_broken_and_very_long_keys_place_as_short_whole_ones(times: float, market: Market) -> None:
    other = replace(market, standing=[[key * times for key in row] for row in market.standing])
    assert defer(other).place == defer(market).place
