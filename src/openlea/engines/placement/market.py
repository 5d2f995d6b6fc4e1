"""A market: who wishes which places, how each stands there, and how many a place can take.

An applicant, a place and a wish are numbers from 0. A key says how an applicant stands at a place:
lower is better, and no two have the same key at one place, so whoever makes the market has decided
every tie beforehand (a class of priority times 2**32 plus a lot number, say). Nothing here draws.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf

Key = int | float
NONE = -1  # no place, no wish, no reserve


@dataclass(frozen=True, slots=True)
class Market:
    """The places each applicant wishes, best first; its key at each wish; the seats of each place.

    `standing` is parallel to `wishes`. `check` says whether a market is one; the rest trusts it.
    """

    wishes: Sequence[Sequence[int]]
    standing: Sequence[Sequence[Key]]
    capacity: Sequence[int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The place of each applicant and which wish that was, -1 for none; the bound of each place.

    A bound is the key of the last one kept: None where seats are left, -inf where there are none.
    """

    place: tuple[int, ...]
    rank: tuple[int, ...]
    bound: tuple[Key | None, ...]


def check(market: Market) -> None:
    """Raise ValueError naming the first thing that makes this no market of strict keys."""
    if len(market.wishes) != len(market.standing):
        raise ValueError("every applicant needs a list of wishes and a list of keys")
    for place, seats in enumerate(market.capacity):
        if seats < 0:
            raise ValueError(f"place {place} has fewer than no seats")
    known = frozenset(range(len(market.capacity)))
    for applicant, (places, keys) in enumerate(zip(market.wishes, market.standing, strict=True)):
        wished = set(places)
        if not len(wished) == len(places) == len(keys):
            raise ValueError(f"applicant {applicant}: a wish stands twice or lacks its key")
        if not wished <= known:
            raise ValueError(f"applicant {applicant}: a wish is for no place there is")
    held: list[list[Key]] = [[] for _ in market.capacity]
    add = [own.append for own in held]
    flat = chain.from_iterable
    for place, key in zip(flat(market.wishes), flat(market.standing), strict=True):
        add[place](key)
    for place, own in enumerate(held):
        # An infinite key would pass for a bound; with what is no number the sum is none either.
        strict, total = set(own), sum(own)
        if len(strict) < len(own) or inf in strict or -inf in strict or total != total:  # noqa: PLR0124
            raise ValueError(f"place {place}: two keys are the same, or one decides nothing")


def outcome_of(market: Market, rank: Sequence[int]) -> Outcome:
    """Return the outcome in which everybody has the wish of that rank, with its bounds."""
    last: list[Key] = [-inf for _ in market.capacity]
    left = list(market.capacity)
    places = []
    for applicant, wish in enumerate(rank):
        place = market.wishes[applicant][wish] if wish >= 0 else NONE
        places.append(place)
        if place >= 0:
            left[place] -= 1
            last[place] = max(last[place], market.standing[applicant][wish])
    bound = (None if free > 0 else key for free, key in zip(left, last, strict=True))
    return Outcome(tuple(places), tuple(rank), tuple(bound))
