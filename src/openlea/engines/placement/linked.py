"""Applicants who want one place together, such as twins: found in bounded rounds, or said not.

With links there may be no stable outcome at all (Roth 1984), and no rule is sure to find one; like
Roth and Peranson (1999) this searches, and says which links it couldn't settle. Each link asks its
common places one by one; in every round all others are placed by deferred acceptance beside the
places that the links then ask. A link that doesn't get in whole asks its next place. When all sit,
a link that could now get in whole at a better place goes back there. A round never repeats a state
that was seen before, and there are at most `rounds` rounds of going back, so it always ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.engines.placement.deferred import defer
from openlea.engines.placement.market import NONE, Key, Market, Outcome
from openlea.engines.placement.reserves import Seats, reserved_outcome, seats_of

ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Link:
    """Applicants who ask one place together; after their last common place alone, when `apart`.

    Their common places are those that all of them wish, in the order of the first of them.
    """

    applicants: tuple[int, ...]
    apart: bool = True


@dataclass(frozen=True, slots=True)
class LinkedOutcome:
    """An outcome; per link whether it sits together; what blocks it; the rounds it took.

    `blocked` has each link with a place where it could get in whole and that it would rather have:
    when it is empty the outcome is stable, for the links as for everybody alone.
    """

    outcome: Outcome
    together: tuple[bool, ...]
    blocked: tuple[tuple[int, int], ...]
    rounds: int


def defer_linked(
    market: Market, links: Sequence[Link], seats: Seats | None = None, rounds: int = ROUNDS
) -> LinkedOutcome:
    """Return an outcome in which links sit together, and which of them block it.

    With reserves `seats` is the market's `seats_of`. Raises ValueError when somebody is in two
    links. The same market and links give the same outcome.
    """
    asked = [applicant for link in links for applicant in link.applicants]
    if len(set(asked)) != len(asked):
        raise ValueError("an applicant stands in more than one link")
    search = _Search(market, tuple(links), seats or seats_of(market, (), ()))
    found, blocked = search.run(rounds)
    whole: Outcome = reserved_outcome(market, search.seats, found)
    if seats is None:
        whole = Outcome(whole.place, whole.rank, whole.bound)
    return LinkedOutcome(
        whole,
        tuple(_is_together(whole, link) for link in links),
        tuple((link, search.common[link][step]) for link, step in blocked),
        search.rounds,
    )


Steps = list[int]
"""Per link how far it is in its common places; past the end, each of it is on its own."""

Found = tuple[Outcome, list[tuple[int, int]]]
"""An outcome, and the links that could go back with the step they could go back to."""


class _Search:
    """One search, on the kinds of seats of a market."""

    def __init__(self, market: Market, links: tuple[Link, ...], seats: Seats) -> None:
        self.market, self.links, self.seats = market, links, seats
        self.common = [_common(market, link) for link in links]
        self.rounds = 0

    def run(self, rounds: int) -> Found:
        """Settle, go back where a link can do better, and return what is blocked least."""
        at = [0] * len(self.links)
        tried: set[tuple[tuple[int, ...], int]] = set()
        best = self._settled(at)
        blocked = best[1]
        for _ in range(rounds):
            here = tuple(at)
            move = next(((n, step) for n, step in blocked if (here, n) not in tried), None)
            if move is None:
                break
            tried.add((here, move[0]))
            at[move[0]] = move[1]
            latest = self._settled(at)
            blocked = latest[1]
            if len(blocked) < len(best[1]):
                best = latest
        return best

    def _settled(self, at: Steps) -> Found:
        """Let every link that isn't in whole ask its next place until all are; `at` moves on."""
        while True:
            self.rounds += 1
            found = defer(self._asking(at))
            out = [n for n in range(len(at)) if self._is_out(n, at, found)]
            if not out:
                ranked = self._ranked(at, found)
                return ranked, self._blocked(at, ranked)
            for n in out:
                at[n] += 1

    def _is_out(self, n: int, at: Steps, found: Outcome) -> bool:
        """Say whether a link asks a common place and isn't in whole."""
        asks = at[n] < len(self.common[n])
        return asks and any(found.place[one] == NONE for one in self.links[n].applicants)

    def _asking(self, at: Steps) -> Market:
        """Return the market in which each link asks one place, or each of it its own wishes."""
        wishes, standing = list(self.seats.market.wishes), list(self.seats.market.standing)
        for n, link in enumerate(self.links):
            for one in link.applicants:
                wishes[one], standing[one] = self._bids(one, *self._part(n, one, at[n]))
        return Market(wishes, standing, self.seats.market.capacity)

    def _bids(self, one: int, start: int, end: int) -> tuple[Sequence[int], Sequence[Key]]:
        """Return part of what an applicant asks, with its keys."""
        whole = self.seats.market
        return whole.wishes[one][start:end], whole.standing[one][start:end]

    def _part(self, n: int, one: int, step: int) -> tuple[int, int]:
        """Return from where to where somebody asks at this step of its link."""
        if step < len(self.common[n]):
            return self._wish(one, self.common[n][step])
        return 0, len(self.seats.market.wishes[one]) if self.links[n].apart else 0

    def _wish(self, one: int, place: int) -> tuple[int, int]:
        """Return from where to where an applicant asks the kinds of seats of one place."""
        wish = tuple(self.market.wishes[one]).index(place)
        return self.seats.first[one][wish], self.seats.first[one][wish + 1]

    def _ranked(self, at: Steps, found: Outcome) -> Outcome:
        """Return the outcome with ranks in the whole lists of wishes."""
        rank = list(found.rank)
        for n, link in enumerate(self.links):
            for one in link.applicants:
                if rank[one] != NONE:
                    rank[one] += self._part(n, one, at[n])[0]
        return Outcome(found.place, tuple(rank), found.bound)

    def _blocked(self, at: Steps, found: Outcome) -> list[tuple[int, int]]:
        """Return each link with the best step at which it could get in whole after all."""
        held: list[list[int]] = [[] for _ in self.market.capacity]
        for one, kind in enumerate(found.place):
            if kind != NONE:
                held[self.seats.place[kind]].append(one)
        steps = (
            (
                n,
                next(
                    (s for s in range(self._sits(n, at[n], held)) if self._fits(n, s, held)), None
                ),
            )
            for n in range(len(self.links))
        )
        return [(n, step) for n, step in steps if step is not None]

    def _sits(self, n: int, step: int, held: list[list[int]]) -> int:
        """Return at which step a link sits together, perhaps each on its own; the end if apart."""
        own = set(self.links[n].applicants)
        here = (s for s, place in enumerate(self.common[n]) if own <= set(held[place]))
        return next(here, len(self.common[n])) if step >= len(self.common[n]) else step

    def _fits(self, n: int, step: int, held: list[list[int]]) -> bool:
        """Say whether a place would keep a whole link beside whom it keeps now."""
        place, own = self.common[n][step], self.links[n].applicants
        everybody = [*own, *(one for one in held[place] if one not in own)]
        bids = [self._bids(one, *self._wish(one, place)) for one in everybody]
        there = Market([b[0] for b in bids], [b[1] for b in bids], self.seats.market.capacity)
        return NONE not in defer(there).place[: len(own)]


def _common(market: Market, link: Link) -> tuple[int, ...]:
    """Return the places that all of a link wish, in the order of the first."""
    first, *others = link.applicants
    lists = [set(market.wishes[one]) for one in others]
    return tuple(place for place in market.wishes[first] if all(place in own for own in lists))


def _is_together(outcome: Outcome, link: Link) -> bool:
    """Say whether all of a link sit at one place."""
    places = {outcome.place[one] for one in link.applicants}
    return len(places) == 1 and NONE not in places
