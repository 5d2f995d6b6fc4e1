"""Why an applicant has no higher wish: for each, the key of the last one kept beside its own."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from openlea.engines.placement.market import NONE, Key, Market, Outcome
from openlea.engines.placement.reserves import ReservedOutcome, SeatBound


class Cause(StrEnum):
    """What kept an applicant out: its key, a place without seats, or the rule itself.

    The rule: the key was good enough, but a round (Boston), a turn (serial), a reserve or a link
    decided otherwise. Who declared the rule knows which.
    """

    KEY = "key"
    NO_SEATS = "no_seats"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A higher wish that wasn't met: its rank, the place, the own key, the bound, and the cause.

    `seats` has the bound of every kind of seats where some were reserved, else nothing.
    """

    rank: int
    place: int
    key: Key
    bound: Key | None
    cause: Cause
    seats: tuple[SeatBound, ...] = ()


def why(market: Market, outcome: Outcome, applicant: int) -> tuple[Refusal, ...]:
    """Return, best wish first, what kept an applicant out of each wish above its place."""
    rank = outcome.rank[applicant]
    wishes, keys = market.wishes[applicant], market.standing[applicant]
    return tuple(
        _refusal(outcome, wish, wishes[wish], keys[wish])
        for wish in range(len(wishes) if rank == NONE else rank)
    )


def _refusal(outcome: Outcome, wish: int, place: int, key: Key) -> Refusal:
    """Return why this wish wasn't met."""
    bound = outcome.bound[place]
    seats = outcome.seats[place] if isinstance(outcome, ReservedOutcome) else ()
    if bound == -inf:
        return Refusal(wish, place, key, bound, Cause.NO_SEATS, seats)
    beaten = bound is not None and key > bound
    return Refusal(wish, place, key, bound, Cause.KEY if beaten else Cause.RULE, seats)
