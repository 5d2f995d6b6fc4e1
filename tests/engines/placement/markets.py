"""Small markets of every kind, and all the ways to fill one, however foolish."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations, product

from hypothesis import strategies as st

from openlea.engines.placement import NONE, Market, Outcome


@st.composite
def markets(
    draw: st.DrawFn, applicants: int = 8, places: int = 4, seats: int = 3, least: int = 0
) -> Market:
    """Draw a market with strict keys, in which lists may be empty and places have no seats."""
    count = draw(st.integers(1, applicants))
    wide = draw(st.integers(1, places))
    capacity = draw(st.lists(st.integers(least, seats), min_size=wide, max_size=wide))
    orders = [draw(st.permutations(range(count))) for _ in range(wide)]
    wishes = [
        draw(st.permutations(range(wide)))[: draw(st.integers(least, wide))] for _ in range(count)
    ]
    standing = [[orders[place][n] for place in own] for n, own in enumerate(wishes)]
    return Market(wishes, standing, capacity)


def fillings(market: Market) -> Iterator[Outcome]:
    """Yield every way to give applicants a wished place or none, without overfull places."""
    choices = [range(-1, len(own)) for own in market.wishes]
    for ranks in product(*choices):
        places = [own[r] if r >= 0 else NONE for own, r in zip(market.wishes, ranks, strict=True)]
        if all(places.count(place) <= seats for place, seats in enumerate(market.capacity)):
            yield Outcome(tuple(places), ranks, (None,) * len(market.capacity))


def misreports(market: Market, applicant: int) -> Iterator[tuple[int, ...]]:
    """Yield every list of wishes an applicant could hand in instead of its own."""
    own = market.wishes[applicant]
    for length in range(len(own) + 1):
        yield from permutations(own, length)


def reporting(market: Market, applicant: int, said: tuple[int, ...]) -> Market:
    """Return the market in which an applicant hands in these wishes; its keys stay its own."""
    keys = dict(zip(market.wishes[applicant], market.standing[applicant], strict=True))
    wishes, standing = list(market.wishes), list(market.standing)
    wishes[applicant], standing[applicant] = list(said), [keys[place] for place in said]
    return replace(market, wishes=wishes, standing=standing)


def liking(market: Market, applicant: int, place: int) -> int:
    """Return how an applicant truly likes a place: lower is better, no place is worst."""
    wishes = list(market.wishes[applicant])
    return wishes.index(place) if place in wishes else len(wishes)
