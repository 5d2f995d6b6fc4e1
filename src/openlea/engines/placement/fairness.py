"""Whether an outcome is fair: nobody has justified envy, and no wished seat is left empty.

Gale and Shapley (1962); the two together with 'nobody above capacity' are called stable (Balinski
and Sönmez 1999). These functions look at the places alone, not at the bounds somebody reported.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from openlea.engines.placement.market import NONE, Key, Market, Outcome
from openlea.engines.placement.reserves import ReservedOutcome, Seats


@dataclass(frozen=True, slots=True)
class Envy:
    """An applicant that stands before the holder at a place it would rather have."""

    applicant: int
    place: int
    holder: int


@dataclass(frozen=True, slots=True)
class Waste:
    """An applicant that would rather have a place with a seat left."""

    applicant: int
    place: int


def envy(market: Market, outcome: Outcome) -> tuple[Envy, ...]:
    """Return who has justified envy, at which place, and of whom: the one who stands last there."""
    last = _last(market, outcome)
    return tuple(
        Envy(applicant, place, last[place][1])
        for applicant, place, key in _wished(market, outcome)
        if key < last[place][0]
    )


def waste(market: Market, outcome: Outcome) -> tuple[Waste, ...]:
    """Return who would rather have a place that has a seat left, and which."""
    left = seats_left(market, outcome)
    wished = _wished(market, outcome)
    return tuple(Waste(applicant, place) for applicant, place, _ in wished if left[place] > 0)


def is_stable(market: Market, outcome: Outcome) -> bool:
    """Say whether all got a place of their wishes, none is overfull, and no envy or waste is."""
    pairs = zip(outcome.place, market.wishes, strict=True)
    wished = all(place == NONE or place in wishes for place, wishes in pairs)
    full = min(seats_left(market, outcome), default=0) >= 0
    return wished and full and not envy(market, outcome) and not waste(market, outcome)


def is_stable_reserved(seats: Seats, outcome: ReservedOutcome) -> bool:
    """Say whether an outcome is stable for the kinds of seats: in the sense of the reserves."""
    number = {pair: at for at, pair in enumerate(zip(seats.place, seats.reserve, strict=True))}
    taken = zip(outcome.place, outcome.seat, strict=True)
    place = tuple(NONE if at == NONE else number[at, row] for at, row in taken)
    pairs = zip(place, seats.market.wishes, strict=True)
    if not all(at == NONE or at in wishes for at, wishes in pairs):
        return False
    rank = (
        NONE if at == NONE else tuple(wishes).index(at)
        for at, wishes in zip(place, seats.market.wishes, strict=True)
    )
    return is_stable(seats.market, Outcome(place, tuple(rank), ()))


def seats_left(market: Market, outcome: Outcome) -> tuple[int, ...]:
    """Return the seats left at each place."""
    left = list(market.capacity)
    for place in outcome.place:
        if place != NONE:
            left[place] -= 1
    return tuple(left)


def _last(market: Market, outcome: Outcome) -> list[tuple[Key, int]]:
    """Return per place the key and the number of the holder who stands last; -inf for nobody."""
    last: list[tuple[Key, int]] = [(-inf, NONE) for _ in market.capacity]
    for applicant, (place, rank) in enumerate(zip(outcome.place, outcome.rank, strict=True)):
        if place != NONE:
            last[place] = max(last[place], (market.standing[applicant][rank], applicant))
    return last


def _wished(market: Market, outcome: Outcome) -> Iterator[tuple[int, int, Key]]:
    """Yield every applicant with a place it would rather have had, and its key there."""
    for applicant, rank in enumerate(outcome.rank):
        end = len(market.wishes[applicant]) if rank == NONE else rank
        for wish in range(end):
            yield applicant, market.wishes[applicant][wish], market.standing[applicant][wish]
