"""Twins sit together or apart as declared; the search always ends and says what it couldn't do."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.placement import (
    NONE,
    OPEN,
    Link,
    Market,
    Outcome,
    Reserve,
    ReservedOutcome,
    defer,
    defer_linked,
    envy,
    seats_of,
    waste,
)
from tests.engines.placement.markets import fillings, markets

# Roth (1984): with a couple there may be no stable outcome. The pair wants both seats of place 0.
# When it sits there, 3 (last at 0, first at 1) takes the seat of 2 at 1, and 2 goes to 0, where it
# stands before the second of the pair. So the pair leaves, 3 gets its first wish at 0, 2 goes back
# to 1, and the pair would fit at 0 again.
RESTLESS = Market(
    wishes=[[0], [0], [1, 0], [0, 1]],
    standing=[[0], [2], [1, 1], [3, 0]],
    capacity=[2, 1],
)
PAIR = [Link((0, 1), apart=False)]


@st.composite
def linked(draw: st.DrawFn) -> tuple[Market, list[Link]]:
    """Draw a market with one or two pairs; what a pair wishes may differ."""
    market = draw(markets(applicants=7, places=3, seats=3))
    rows = draw(st.permutations(range(len(market.wishes))))
    count = draw(st.integers(0, min(2, len(rows) // 2)))
    pairs = [(rows[2 * n], rows[2 * n + 1]) for n in range(count)]
    return market, [Link(pair, draw(st.booleans())) for pair in pairs]


def fits(market: Market, outcome: Outcome, link: Link, place: int) -> bool:
    """Say whether a place would take a whole link, putting out who stands behind it."""

    def key(one: int) -> float:
        return market.standing[one][list(market.wishes[one]).index(place)]

    held = {n for n, at in enumerate(outcome.place) if at == place} | set(link.applicants)
    return set(link.applicants) <= set(sorted(held, key=key)[: market.capacity[place]])


def blocking(market: Market, outcome: Outcome, link: Link) -> list[int]:
    """Return the common places a link would rather have and could get in whole."""
    first = link.applicants[0]
    common = [
        p for p in market.wishes[first] if all(p in market.wishes[n] for n in link.applicants)
    ]
    places = {outcome.place[n] for n in link.applicants}
    if len(places) == 1 and places <= set(common):
        common = common[: common.index(places.pop())]
    return [place for place in common if fits(market, outcome, link, place)]


@given(linked())
def test_a_link_sits_together_at_a_common_place_or_apart_only_when_declared(
    drawn: tuple[Market, list[Link]],
) -> None:
    market, links = drawn
    found = defer_linked(market, links)
    for link, together in zip(links, found.together, strict=True):
        places = [found.outcome.place[n] for n in link.applicants]
        if together:
            assert len(set(places)) == 1
            assert NONE not in places
        elif not link.apart:
            assert places == [NONE, NONE]


@given(linked())
def test_nobody_without_a_link_envies_or_sees_an_empty_seat_and_no_place_is_overfull(
    drawn: tuple[Market, list[Link]],
) -> None:
    market, links = drawn
    outcome = defer_linked(market, links).outcome
    tied = {n for link in links for n in link.applicants}
    assert {each.applicant for each in envy(market, outcome)} <= tied
    assert {each.applicant for each in waste(market, outcome)} <= tied
    assert all(outcome.place.count(p) <= s for p, s in enumerate(market.capacity))


@given(linked())
def test_what_it_says_of_blocking_is_so_and_nothing_is_kept_silent(
    drawn: tuple[Market, list[Link]],
) -> None:
    market, links = drawn
    found = defer_linked(market, links)
    told = dict(found.blocked)
    for n, link in enumerate(links):
        assert blocking(market, found.outcome, link)[:1] == ([told[n]] if n in told else [])


@given(markets())
def test_without_links_it_is_plain_deferred_acceptance(market: Market) -> None:
    assert defer_linked(market, []).outcome == defer(market)


@given(linked())
def test_the_same_question_has_the_same_answer(drawn: tuple[Market, list[Link]]) -> None:
    assert defer_linked(*drawn) == defer_linked(*drawn)


def steady(market: Market, links: list[Link]) -> list[Outcome]:
    """Return every filling that nobody and no link blocks, found by trying all of them."""
    tied = {n for link in links for n in link.applicants}
    return [
        each
        for each in fillings(market)
        if not {e.applicant for e in envy(market, each)} - tied
        and not {w.applicant for w in waste(market, each)} - tied
        and all(len({each.place[n] for n in link.applicants}) == 1 for link in links)
        and not any(blocking(market, each, link) for link in links)
    ]


def test_where_no_stable_outcome_exists_it_ends_and_names_the_link() -> None:
    assert steady(RESTLESS, PAIR) == []
    found = defer_linked(RESTLESS, PAIR)
    assert found.blocked == ((0, 0),)
    assert found.rounds < 10


def test_in_small_markets_an_outcome_without_blocks_is_one_that_all_fillings_confirm() -> None:
    lists = [[0, 1], [1, 0], [0]]
    settled = 0
    for wishes in product(lists, repeat=3):
        whole = [wishes[0], *wishes]
        market = Market(whole, [[n] * len(own) for n, own in enumerate(whole)], [2, 1])
        found = defer_linked(market, PAIR)
        if not found.blocked:
            settled += 1
            assert found.outcome.place in [each.place for each in steady(market, PAIR)]
    assert settled > 10


def test_a_pair_behind_the_last_seat_goes_on_together_or_parts_when_that_is_declared() -> None:
    market = Market([[0, 1], [0, 1], [0]], [[1, 1], [3, 3], [2]], [2, 1])
    assert defer_linked(market, [Link((0, 1), apart=False)]).outcome.place == (NONE, NONE, 0)
    apart = defer_linked(market, [Link((0, 1))])
    assert apart.outcome.place == (0, 1, 0)
    assert apart.together == (False,)
    roomy = Market(market.wishes, market.standing, [2, 2])
    assert defer_linked(roomy, [Link((0, 1))]).outcome.place == (1, 1, 0)


def test_a_link_keeps_to_the_reserved_seats_too() -> None:
    # Place 0 has one open seat, for 2, and two more for the group of 0; 1 is no member.
    market = Market([[0], [0], [0]], [[2], [3], [1]], [3])
    hard = seats_of(market, [{0, 2}], [Reserve(0, 2, 0)], (OPEN, 0))
    soft = seats_of(market, [{0, 2}], [Reserve(0, 2, 0, soft=True)], (OPEN, 0))
    assert defer_linked(market, PAIR, hard).outcome.place == (NONE, NONE, 0)
    found = defer_linked(market, PAIR, soft).outcome
    assert isinstance(found, ReservedOutcome)
    assert (found.place, found.seat) == ((0, 0, 0), (0, 0, OPEN))


def test_nobody_stands_in_two_links() -> None:
    with pytest.raises(ValueError, match="more than one link"):
        defer_linked(RESTLESS, [Link((0, 1)), Link((1, 2))])
