"""What comes before and after: a place one has already, the reserve list, and a second round."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from openlea.engines.placement.deferred import defer
from openlea.engines.placement.fairness import seats_left
from openlea.engines.placement.market import NONE, Key, Market, Outcome


def secure(market: Market, current: Sequence[int]) -> Market:
    """Return the market in which who has a place (-1: none) keeps it or gets something better.

    The own place becomes the last wish, with a key before all others there, so deferred acceptance
    can't take it away. Raises ValueError when a place has fewer seats than it has owners. Beside
    hard reserves it holds as long as the owners fit in the seats they may have.
    """
    owners = [sum(own == place for own in current) for place in range(len(market.capacity))]
    for place, (own, seats) in enumerate(zip(owners, market.capacity, strict=True)):
        if own > seats:
            raise ValueError(f"place {place} is secured for {own} and has {seats} seats")
    lowest = min((key for keys in market.standing for key in keys), default=0)
    wishes, standing = list(market.wishes), list(market.standing)
    for applicant, place in enumerate(current):
        if place == NONE:
            continue
        listed = list(wishes[applicant])
        end = listed.index(place) if place in listed else len(listed)
        # Who comes first in the market comes first among owners; all of them have a seat anyway.
        key: Key = lowest - len(current) + applicant
        wishes[applicant] = [*listed[:end], place]
        standing[applicant] = [*standing[applicant][:end], key]
    return replace(market, wishes=wishes, standing=standing)


def reserve_list(market: Market, outcome: Outcome) -> tuple[tuple[int, ...], ...]:
    """Return per place who would rather be there than where it is, in the order of the keys."""
    waiting: list[list[tuple[Key, int]]] = [[] for _ in market.capacity]
    for applicant, rank in enumerate(outcome.rank):
        wishes, keys = market.wishes[applicant], market.standing[applicant]
        for wish in range(len(wishes) if rank == NONE else rank):
            waiting[wishes[wish]].append((keys[wish], applicant))
    return tuple(tuple(applicant for _, applicant in sorted(own)) for own in waiting)


def second_round(
    first: Market, outcome: Outcome, again: Market, fill: Callable[[Market], Outcome] = defer
) -> Outcome:
    """Return the outcome after a second round of who has no place, for the seats left.

    `again` has the new wishes and keys of the same applicants, then those of newcomers; its
    capacity is that of both rounds together, so a place may have added seats. Who was placed keeps
    its place and rank; every other rank is a wish of the second round. Bounds are those of the
    second round. Raises ValueError when a place has fewer seats than it gave away.
    """
    after = Market(first.wishes, first.standing, again.capacity)
    left = seats_left(after, outcome)
    if min(left, default=0) < 0:
        raise ValueError("a place has fewer seats than the first round gave away")
    came = len(again.wishes) - len(outcome.place)
    place = (*outcome.place, *[NONE] * came)
    rank = (*outcome.rank, *[NONE] * came)
    wishes = [list(own) if at == NONE else [] for own, at in zip(again.wishes, place, strict=True)]
    keys = [list(own) if at == NONE else [] for own, at in zip(again.standing, place, strict=True)]
    found = fill(Market(wishes, keys, left))
    return Outcome(
        tuple(new if old == NONE else old for old, new in zip(place, found.place, strict=True)),
        tuple(new if old == NONE else old for old, new in zip(rank, found.rank, strict=True)),
        found.bound,
    )
