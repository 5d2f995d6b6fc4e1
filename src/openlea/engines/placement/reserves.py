"""Seats kept for a group: hard (for members alone) or soft (others may use what members leave).

Every place looks at its seats in a declared order, and each kind of seat has its own keys: the
slot-specific priorities of Kominers and Sönmez (2016); soft reserves are those of Hafalir, Yenmez
and Yildirim (2013). Who loses one kind of seat is looked at for the next kind. That is deferred
acceptance in which each kind of seat is a place of its own, and so the outcome is stable for these
seats and nobody gains by hiding a wish.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import inf

from openlea.engines.placement.deferred import defer
from openlea.engines.placement.market import NONE, Key, Market, Outcome

OPEN = -1  # as a group: everybody; in an order: the seats that aren't reserved


@dataclass(frozen=True, slots=True)
class Reserve:
    """Some seats of a place, within its capacity, for a group; soft when others may follow."""

    place: int
    capacity: int
    group: int
    soft: bool = False


@dataclass(frozen=True, slots=True)
class SeatBound:
    """The last one kept in one kind of seats: its key, and whether it belongs to the group.

    `reserve` is the row of the reserve, -1 for the open seats. No key: there are seats left.
    """

    reserve: int
    key: Key | None
    member: bool


@dataclass(frozen=True, slots=True)
class ReservedOutcome(Outcome):
    """An outcome with the reserve each applicant sits in (-1: an open seat, or no place).

    `seats` has per place a bound per kind of seats, in the order in which they were filled.
    """

    seat: tuple[int, ...]
    seats: tuple[tuple[SeatBound, ...], ...]


@dataclass(frozen=True, slots=True)
class Seats:
    """A market in which each kind of seats is a place: `place` and `reserve` say which it was.

    `first` has per applicant where each of its old wishes begins in its new ones, and the end.
    Who isn't a member has a key above `top` in a soft reserve: its own, plus `shift`.
    """

    market: Market
    place: tuple[int, ...]
    reserve: tuple[int, ...]
    first: tuple[tuple[int, ...], ...]
    top: Key
    shift: int


def defer_reserved(
    market: Market,
    members: Sequence[Collection[int]],
    reserves: Sequence[Reserve],
    order: Sequence[int] = (),
) -> ReservedOutcome:
    """Return the stable outcome best for every applicant, with these seats reserved.

    `members` has the applicants of each group. `order` names rows of `reserves`, and OPEN for the
    seats left over; what it doesn't name follows, the reserves as they stand and the open seats
    last. With a soft reserve keys are whole numbers, or ValueError is raised; so it is when a place
    reserves more seats than it has.
    """
    seats = seats_of(market, members, reserves, order)
    return reserved_outcome(market, seats, defer(seats.market))


def seats_of(
    market: Market,
    members: Sequence[Collection[int]],
    reserves: Sequence[Reserve],
    order: Sequence[int] = (),
    *,
    spare: int = 0,
) -> Seats:
    """Return the market in which every kind of seats is a place of its own.

    `spare` is what lots may still add to a key (see `defer`), less than which nothing is moved.
    """
    kinds = _kinds(market, reserves, order)
    rows = [(place, row) for place, own in enumerate(kinds) for row in own]
    number = {pair: at for at, pair in enumerate(rows)}
    groups = [frozenset(group) for group in members]
    soft = any(one.soft for one in reserves)
    top, shift = _top_and_shift(market, spare) if soft else (inf, 0)
    wishes, standing, first = [], [], []
    for applicant, places in enumerate(market.wishes):
        wished: list[int] = []
        keys: list[Key] = []
        begins = [0]
        for place, key in zip(places, market.standing[applicant], strict=True):
            for row in kinds[place]:
                added = _added(row, reserves, groups, applicant, shift)
                if added is not None:
                    wished.append(number[place, row])
                    keys.append(key + added)
            begins.append(len(wished))
        wishes.append(wished)
        standing.append(keys)
        first.append(tuple(begins))
    capacity = [_capacity(market, reserves, place, row) for place, row in rows]
    spread = Market(wishes, standing, capacity)
    where, which = tuple(p for p, _ in rows), tuple(r for _, r in rows)
    return Seats(spread, where, which, tuple(first), top, shift)


def reserved_outcome(market: Market, seats: Seats, found: Outcome) -> ReservedOutcome:
    """Return an outcome on kinds of seats as one on places."""
    rank = [
        NONE if wish < 0 else next(n for n, end in enumerate(ends[1:]) if wish < end)
        for ends, wish in zip(seats.first, found.rank, strict=True)
    ]
    bounds: list[list[SeatBound]] = [[] for _ in market.capacity]
    for at, row in enumerate(seats.reserve):
        bounds[seats.place[at]].append(_bound(seats, row, found.bound[at]))
    place = tuple(NONE if at < 0 else seats.place[at] for at in found.place)
    seat = tuple(NONE if at < 0 else seats.reserve[at] for at in found.place)
    last = tuple(
        None if any(one.key is None for one in own) else max(one.key or 0 for one in own)
        for own in bounds  # each has at least its open seats
    )
    return ReservedOutcome(place, tuple(rank), last, seat, tuple(map(tuple, bounds)))


def _kinds(market: Market, reserves: Sequence[Reserve], order: Sequence[int]) -> list[list[int]]:
    """Return per place its kinds of seats, as rows of reserves, in the order they are filled."""
    for place, seats in enumerate(market.capacity):
        if sum(one.capacity for one in reserves if one.place == place) > seats:
            raise ValueError(f"place {place} reserves more seats than it has")
    named = list(dict.fromkeys(order))
    rest = [row for row in range(len(reserves)) if row not in named]
    whole = [*named, *rest] if OPEN in named else [*named, *rest, OPEN]
    kinds: list[list[int]] = [[] for _ in market.capacity]
    for row in whole:
        for own in kinds if row == OPEN else [kinds[reserves[row].place]]:
            own.append(row)
    return kinds


def _top_and_shift(market: Market, spare: int) -> tuple[int, int]:
    """Return the largest key with its lot, and what makes any key larger than that."""
    keys = [key for own in market.standing for key in own]
    if not all(isinstance(key, int) for key in keys):
        raise ValueError("with soft reserves a key is a whole number")
    top, low = int(max(keys, default=0)) + spare, int(min(keys, default=0))
    return top, top - low + 1


def _added(
    row: int,
    reserves: Sequence[Reserve],
    groups: Sequence[frozenset[int]],
    applicant: int,
    shift: int,
) -> int | None:
    """Return what comes on top of a key in this kind of seats; None for who can't have one."""
    if row == OPEN or reserves[row].group == OPEN or applicant in groups[reserves[row].group]:
        return 0
    return shift if reserves[row].soft else None


def _capacity(market: Market, reserves: Sequence[Reserve], place: int, row: int) -> int:
    """Return how many seats of this kind a place has."""
    if row != OPEN:
        return reserves[row].capacity
    return market.capacity[place] - sum(r.capacity for r in reserves if r.place == place)


def _bound(seats: Seats, row: int, key: Key | None) -> SeatBound:
    """Return the bound of a kind of seats with the applicant's own key in it."""
    if key is None or key == -inf:
        return SeatBound(row, key, member=False)
    inside = key <= seats.top
    return SeatBound(row, key if inside else key - seats.shift, member=inside and row != OPEN)
