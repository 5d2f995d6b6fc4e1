"""Places the same children many times: everything but the lot is set up once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from openlea.core.plaatsing import Lotvorm, Wijze
from openlea.engines.placement import (
    NONE,
    Market,
    Outcome,
    Seats,
    boston,
    defer,
    defer_linked,
    seats_of,
    serial,
)
from openlea.services.plaats.lotingen import SCALE, SPARE, Geluk
from openlea.services.plaats.opstelling import Opstelling, second_round

Lots = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Stand:
    """What one lottery gave: per child the wish (-1: none) and the place after both rounds."""

    rank: Sequence[int]
    place: Sequence[int]
    second: Mapping[int, int]


class Herhaling:
    """The children, places and rules of one variant, ready for lot after lot."""

    def __init__(self, setup: Opstelling) -> None:
        """Widen the classes for the lots of the laboratory, and lay out the kinds of seats."""
        self._setup = setup
        self._base = [[key * SCALE for key in own] for own in setup.base]
        plain = Market(setup.wishes, self._base, setup.capacity)
        self._seats: Seats | None = None
        self._market = plain
        self._wish_of: Sequence[Sequence[int]] = ()
        if setup.reserves and setup.regels.wijze is Wijze.DA and not self._together:
            self._seats = seats_of(plain, setup.members, setup.reserves, spare=SPARE)
            self._market = self._seats.market
            self._wish_of = [_owners(ends) for ends in self._seats.first]

    @property
    def _together(self) -> bool:
        return bool(self._setup.links) and self._setup.regels.gekoppeld_samen

    def place(self, geluk: Geluk, loting: int) -> Stand:
        """Return the outcome of one lottery."""
        rules = self._setup.regels
        lots = geluk.single(loting)
        many = rules.loting is Lotvorm.MEERVOUDIG and rules.wijze is not Wijze.SERIE
        found = self._outcome(lots, geluk.multiple(loting) if many else None)
        rank, place = self._plain(found)
        second: Mapping[int, int] = {}
        if rules.tweede_ronde:
            second = second_round(self._setup, place, lots)
            place = list(place)
            for child, at in second.items():
                place[child] = at
        return Stand(rank, place, second)

    def _outcome(self, lots: Sequence[int], per_wish: Lots | None) -> Outcome:
        wijze = self._setup.regels.wijze
        if wijze is Wijze.SERIE:
            return serial(self._market, sorted(range(len(lots)), key=lots.__getitem__))
        if wijze is Wijze.BOSTON:
            return boston(self._drawn(lots, per_wish))
        if self._together:
            market = self._drawn(lots, per_wish)
            setup = self._setup
            seats = seats_of(market, setup.members, setup.reserves) if setup.reserves else None
            return defer_linked(market, setup.links, seats).outcome
        return defer(self._market, lots) if per_wish is None else defer(self._spread(per_wish))

    def _drawn(self, lots: Sequence[int], per_wish: Lots | None) -> Market:
        """Return the market with its lots in the keys."""
        if per_wish is not None:
            return self._spread(per_wish)
        keys = [[key + lot for key in own] for own, lot in zip(self._base, lots, strict=True)]
        return Market(self._setup.wishes, keys, self._setup.capacity)

    def _spread(self, per_wish: Lots) -> Market:
        """Return the market with a lot of its own at every wish, in each of its kinds of seats."""
        standing = self._market.standing
        if self._seats:
            per_wish = [
                [lots[wish] for wish in own]
                for lots, own in zip(per_wish, self._wish_of, strict=True)
            ]
        keys = [
            [key + lot for key, lot in zip(own, lots, strict=True)]
            for own, lots in zip(standing, per_wish, strict=True)
        ]
        return Market(self._market.wishes, keys, self._market.capacity)

    def _plain(self, found: Outcome) -> tuple[Sequence[int], Sequence[int]]:
        """Return wishes and places; kinds of seats as the places they belong to."""
        if self._seats is None:
            return found.rank, found.place
        where = self._seats.place
        rank = [
            own[at] if at >= 0 else NONE for own, at in zip(self._wish_of, found.rank, strict=True)
        ]
        return rank, [where[at] if at >= 0 else NONE for at in found.place]


def _owners(ends: Sequence[int]) -> list[int]:
    """Return per kind of seats which wish it belongs to, from where each wish begins."""
    return [wish for wish, (a, b) in enumerate(pairwise(ends)) for _ in range(a, b)]
