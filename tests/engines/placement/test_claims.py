"""Who is honest never loses by it where that is claimed, and a liar is found where it isn't."""

import random
from collections.abc import Callable, Iterator
from itertools import product

import pytest
from hypothesis import given

from openlea.engines.placement import (
    Link,
    Market,
    Method,
    Outcome,
    Reason,
    Reserve,
    Rules,
    Stability,
    boston,
    claims,
    defer,
    defer_linked,
    defer_reserved,
    serial,
)
from tests.engines.placement.markets import liking, markets, misreports, reporting

Fill = Callable[[Market], Outcome]
GROUP = [{0, 2}]
HARD = [Reserve(0, 1, 0)]
SOFT = [Reserve(0, 1, 0, soft=True)]


def in_turn(market: Market) -> Outcome:
    """Fill in the order of the numbers."""
    return serial(market, range(len(market.wishes)))


def hard(market: Market) -> Outcome:
    """Fill with a seat of the first place for members alone."""
    return defer_reserved(market, GROUP, HARD)


def soft(market: Market) -> Outcome:
    """Fill with a seat of the first place for members first."""
    return defer_reserved(market, GROUP, SOFT)


def soft_last(market: Market) -> Outcome:
    """Fill with the open seats first, then the one of members."""
    return defer_reserved(market, GROUP, SOFT, (-1, 0))


def together(market: Market) -> Outcome:
    """Fill with the first two linked."""
    return defer_linked(market, [Link((0, 1))]).outcome


def short(market: Market) -> Outcome:
    """Fill by the first two wishes alone."""
    cut = Market([w[:2] for w in market.wishes], [k[:2] for k in market.standing], market.capacity)
    return defer(cut)


def gains(market: Market, fill: Fill) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield who gets a place it truly likes better by handing in another list, and that list."""
    honest = fill(market).place
    for one in range(len(market.wishes)):
        best = liking(market, one, honest[one])
        for said in misreports(market, one) if best else ():
            got = fill(reporting(market, one, said)).place[one]
            if liking(market, one, got) < best:
                yield one, said


@pytest.mark.parametrize("fill", [defer, in_turn, hard, soft, soft_last])
@given(market=markets(applicants=5, places=3, seats=2, least=1))
def test_the_truth_never_costs_a_place_where_that_is_claimed(fill: Fill, market: Market) -> None:
    assert list(gains(market, fill)) == []


@pytest.mark.parametrize("fill", [boston, short, together])
def test_a_lie_that_pays_is_found_where_honesty_is_not_claimed(fill: Fill) -> None:
    draw = random.Random(3)  # noqa: S311
    for _ in range(3000):
        wishes = [draw.sample(range(3), 3) for _ in range(4)]
        orders = [draw.sample(range(4), 4) for _ in range(3)]
        keys = [[orders[place][n] for place in own] for n, own in enumerate(wishes)]
        if any(gains(Market(wishes, keys, [1, 1, 2]), fill)):
            return
    pytest.fail("no lie pays: the search can't fail, or the claim is too modest")


def test_every_market_of_three_on_two_places_agrees() -> None:
    lists = [(0,), (1,), (0, 1), (1, 0)]
    orders = [(0, 1, 2), (2, 1, 0), (1, 2, 0)]
    for wishes in product(lists, repeat=3):
        for one, other in product(orders, repeat=2):
            rows = (one, other)
            keys = [[rows[place][n] for place in own] for n, own in enumerate(wishes)]
            for capacity in product((0, 1, 2), repeat=2):
                market = Market(wishes, keys, capacity)
                assert not any(gains(market, defer))
                assert not any(gains(market, hard)) if capacity[0] else True


def test_claims_say_what_the_searches_above_found() -> None:
    assert claims(Rules()).stability is Stability.STABLE
    assert claims(Rules()).strategy_proof
    assert claims(Rules(hard=True)).stability is Stability.FOR_ITS_SEATS
    assert claims(Rules(soft=True)).strategy_proof
    linked = claims(Rules(linked=True, soft=True))
    assert (linked.stability, linked.strategy_proof) == (Stability.NO, False)
    assert linked.reasons == (Reason.DEFERRED, Reason.SOFT, Reason.LINKED)
    assert not claims(Rules(Method.BOSTON)).strategy_proof
    turn = claims(Rules(Method.SERIAL))
    assert (turn.stability, turn.strategy_proof) == (Stability.NO, True)
    assert claims(Rules(Method.SERIAL, one_order=True)).stability is Stability.STABLE


@pytest.mark.parametrize("part", ["linked", "short_lists", "ranked_key", "second_round"])
def test_what_breaks_honesty_is_named(part: str) -> None:
    found = claims(Rules(**{part: True}))  # type: ignore[arg-type]
    assert not found.strategy_proof
    assert len(found.reasons) == 2
