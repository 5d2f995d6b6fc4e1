"""Sets up children, places and rules for the engine, once; a lottery only fills in the lots."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from openlea.core.plaatsing import (
    HIGHEST_LOT,
    LOT_STEP,
    Criterium,
    Kind,
    Lotvorm,
    Plek,
    Regels,
    Wijze,
)
from openlea.engines.placement import (
    NONE,
    Link,
    Market,
    Outcome,
    Reserve,
    ReservedOutcome,
    boston,
    defer,
    defer_linked,
    defer_reserved,
    seats_of,
    serial,
)
from openlea.policy.voorrang import classes, no_class, reserved_seats
from openlea.services.plaats.nabij import near_by, nearest

Ranks = Mapping[str, int]
"""Per child its place in one lottery, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opstelling:
    """Everything that doesn't depend on the lot: wishes as numbers, classes, reserved seats.

    `base` has per child and wish its class times 2**32; `drawn_as` the number by whose lot a child
    goes: its own, or the first one of the children it is linked with.
    """

    kinderen: Sequence[Kind]
    plekken: Sequence[Plek]
    regels: Regels
    wishes: Sequence[Sequence[int]]
    base: Sequence[Sequence[int]]
    capacity: Sequence[int]
    drawn_as: Sequence[str]
    links: Sequence[Link]
    members: Sequence[Collection[int]]
    reserves: Sequence[Reserve]
    near_first: Callable[[str], Sequence[int]]
    """Per PC4 all places, nearest first; each PC4 is sorted once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitslag:
    """One outcome: the engine's own, its market, and who got a place in the second round."""

    outcome: Outcome
    market: Market
    second: Mapping[int, int]

    def place_of(self, child: int) -> int:
        """Return the place a child got in either round, -1 for none."""
        return self.second.get(child, self.outcome.place[child])


def set_up(kinderen: Sequence[Kind], plekken: Sequence[Plek], regels: Regels) -> Opstelling:
    """Return the children and places as the engine wants them."""
    number = {plek.id: n for n, plek in enumerate(plekken)}
    near = near_by(plekken, regels)
    last = no_class(regels)
    wishes, base = [], []
    plain = [last * HIGHEST_LOT] * max((len(kind.wensen) for kind in kinderen), default=0)
    for kind in kinderen:
        wishes.append([number[plek] for plek in kind.wensen])
        found = {} if regels.wijze is Wijze.SERIE else classes(kind, regels, near)
        own = plain[: len(kind.wensen)]
        if found:
            own = [found.get(plek, last) * HIGHEST_LOT for plek in kind.wensen]
        base.append(own)
    return Opstelling(
        kinderen=kinderen,
        plekken=plekken,
        regels=regels,
        wishes=wishes,
        base=base,
        capacity=[plek.capaciteit for plek in plekken],
        drawn_as=[min((kind.nummer, *kind.gekoppeld)) for kind in kinderen],
        links=_links(kinderen),
        members=[_members(kinderen, quotum.groep) for quotum in regels.quota],
        reserves=[
            Reserve(n, reserved_seats(plek.capaciteit, q.procent), group, soft=not q.hard)
            for n, plek in enumerate(plekken)
            for group, q in enumerate(regels.quota)
        ],
        near_first=cache(lambda pc4: [number[plek] for plek in nearest(pc4, plekken)]),
    )


def _members(kinderen: Sequence[Kind], groep: Criterium) -> frozenset[int]:
    if groep is Criterium.INDICATIE:
        return frozenset(n for n, kind in enumerate(kinderen) if kind.indicatie)
    return frozenset(n for n, kind in enumerate(kinderen) if kind.doelgroep)


def _links(kinderen: Sequence[Kind]) -> tuple[Link, ...]:
    """Return the children who are linked, each group once."""
    number = {kind.nummer: n for n, kind in enumerate(kinderen) if kind.gekoppeld}
    groups = {
        tuple(sorted(number[one] for one in (kind.nummer, *kind.gekoppeld)))
        for kind in kinderen
        if kind.gekoppeld
    }
    return tuple(Link(group) for group in sorted(groups))


def place(setup: Opstelling, ranks: Callable[[str], Ranks]) -> Uitslag:
    """Return the outcome of one lottery; `ranks` gives the draw of a place, '' for the only one."""
    standing = _standing(setup, ranks)
    market = Market(setup.wishes, standing, setup.capacity)
    outcome = _outcome(setup, market)
    second: Mapping[int, int] = {}
    if setup.regels.tweede_ronde:
        drawn = ranks("")
        second = second_round(setup, outcome.place, [drawn[kind.nummer] for kind in setup.kinderen])
    return Uitslag(outcome=outcome, market=market, second=second)


def _standing(setup: Opstelling, ranks: Callable[[str], Ranks]) -> Sequence[Sequence[int]]:
    """Return per child and wish its key: its class and its lot."""
    if setup.regels.loting is Lotvorm.ENKEL or setup.regels.wijze is Wijze.SERIE:
        lots = _joined(setup, ranks(""))
        drawn = [lots[kind.nummer] for kind in setup.kinderen]
        return [[key + lot for key in own] for own, lot in zip(setup.base, drawn, strict=True)]
    per_place = [_joined(setup, ranks(plek.id)) for plek in setup.plekken]
    return [
        [key + per_place[plek][kind.nummer] for key, plek in zip(own, wished, strict=True)]
        for kind, own, wished in zip(setup.kinderen, setup.base, setup.wishes, strict=True)
    ]


def _joined(setup: Opstelling, ranks: Ranks) -> Ranks:
    """Return the lot of every child: its own, or that of the first of those it is linked with."""
    if not setup.links:
        return {nummer: rank * LOT_STEP for nummer, rank in ranks.items()}
    found = {}
    for kind, first in zip(setup.kinderen, setup.drawn_as, strict=True):
        beside = sorted((kind.nummer, *kind.gekoppeld)).index(kind.nummer)
        found[kind.nummer] = ranks[first] * LOT_STEP + beside
    return found


def _outcome(setup: Opstelling, market: Market) -> Outcome:
    match setup.regels.wijze:
        case Wijze.BOSTON:
            return boston(market)
        case Wijze.SERIE:
            keys = [own[0] if own else 0 for own in market.standing]
            return serial(market, sorted(range(len(keys)), key=keys.__getitem__))
        case Wijze.DA if setup.links and setup.regels.gekoppeld_samen:
            reserved = bool(setup.reserves)
            seats = seats_of(market, setup.members, setup.reserves) if reserved else None
            return defer_linked(market, setup.links, seats).outcome
        case Wijze.DA if setup.reserves:
            return defer_reserved(market, setup.members, setup.reserves)
        case Wijze.DA:
            return defer(market)


def second_round(
    setup: Opstelling, placed: Sequence[int], lots: Sequence[int]
) -> Mapping[int, int]:
    """Return per child that was left the nearest place with room, in the order of the lot."""
    left = list(setup.capacity)
    for at in placed:
        if at >= 0:
            left[at] -= 1
    waiting = [child for child, at in enumerate(placed) if at == NONE]
    found: dict[int, int] = {}
    room = sum(left)
    for child in sorted(waiting, key=lots.__getitem__):
        if not room:
            break
        kind = setup.kinderen[child]
        for at in setup.near_first(kind.pc4):
            shut = setup.plekken[at].adviezen
            if left[at] > 0 and (not shut or kind.advies in shut):
                left[at] -= 1
                room -= 1
                found[child] = at
                break
    return found


def open_bound(uitslag: Uitslag, plek: int) -> int | float | None:
    """Return the key of the last one kept in the seats that are for everybody."""
    outcome = uitslag.outcome
    if isinstance(outcome, ReservedOutcome):
        return next(seat.key for seat in outcome.seats[plek] if seat.reserve < 0)
    return outcome.bound[plek]
