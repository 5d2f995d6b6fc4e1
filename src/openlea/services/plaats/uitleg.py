"""Why a child didn't get a higher wish: how the last one placed stood there, and nobody else.

Named tuples, because tens of thousands are made at once.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import inf
from typing import NamedTuple

from openlea.core.plaatsing import HIGHEST_LOT, LOT_STEP
from openlea.services.plaats.opstelling import Opstelling, Uitslag, open_bound

BAND = 10
"""Places in the lottery told together: of ten numbers nobody knows who was the last one placed."""


class Reden(NamedTuple):
    """Why not here: own class and lot, class and lot of the last one placed, place in the queue.

    `klasse_laatste` is None when no seat was for everybody. `band` holds the lot of the last one
    among ten, and is only there when the lot decided. With `samen` linked children didn't fit.
    """

    plek: int
    klasse: int
    lot: int
    klasse_laatste: int | None
    band: tuple[int, int] | None
    reserve: int
    samen: bool = False


class Plaatsing(NamedTuple):
    """What a child got: a place or -1, which wish (0: none of them), in which round, and why."""

    plek: int
    wens: int
    ronde: int
    lot: int
    redenen: tuple[Reden, ...]


def explain(setup: Opstelling, uitslag: Uitslag) -> Sequence[Plaatsing]:
    """Return per child its place, and for each higher wish why not."""
    queues = reserve_queues(setup, uitslag)
    bounds = [_parted(open_bound(uitslag, n)) for n in range(len(setup.plekken))]
    together = setup.regels.gekoppeld_samen
    found = []
    for child, rank in enumerate(uitslag.outcome.rank):
        places, keys = setup.wishes[child], uitslag.market.standing[child]
        linked = together and bool(setup.kinderen[child].gekoppeld)
        redenen = tuple(
            [
                _reden(places[wish], int(keys[wish]), bounds[places[wish]], queues, linked=linked)
                for wish in range(rank if rank >= 0 else len(places))
            ]
        )
        ronde = 2 if child in uitslag.second else 1
        lot = int(keys[0]) % HIGHEST_LOT // LOT_STEP if keys else 0
        found.append(Plaatsing(uitslag.place_of(child), rank + 1, ronde, lot, redenen))
    return found


Bound = tuple[int, int] | None


def _parted(key: float | None) -> Bound:
    """Return class and lot of a key; None when no seat was for everybody."""
    if key is None or key == -inf:
        return None
    klasse, lot = divmod(int(key), HIGHEST_LOT)
    return klasse, lot // LOT_STEP


def _reden(
    plek: int, key: int, bound: Bound, queues: Mapping[int, Sequence[int]], *, linked: bool
) -> Reden:
    klasse, lot = divmod(key, HIGHEST_LOT)
    lot //= LOT_STEP
    reserve = bisect_left(queues[plek], key) + 1
    if bound is None:
        return Reden(plek, klasse, lot, None, None, reserve, linked)
    last, last_lot = bound
    band = _band(last_lot, lot) if last == klasse and last_lot <= lot else None
    return Reden(plek, klasse, lot, last, band, reserve, linked and (klasse, lot) < bound)


def _band(last: int, own: int) -> tuple[int, int]:
    """Return ten places of the lottery that hold the last one and lie before one's own."""
    high = min(-(-last // BAND) * BAND, max(own - 1, last))
    return max(1, high - BAND + 1), high


def reserve_queues(setup: Opstelling, uitslag: Uitslag) -> Mapping[int, Sequence[int]]:
    """Return per place the keys of who would rather have been there, the next one first."""
    queues: dict[int, list[int]] = {n: [] for n in range(len(setup.plekken))}
    for child, rank in enumerate(uitslag.outcome.rank):
        if rank == 0:
            continue
        places, keys = setup.wishes[child], uitslag.market.standing[child]
        for wish in range(rank if rank >= 0 else len(places)):
            queues[places[wish]].append(int(keys[wish]))
    for queue in queues.values():
        queue.sort()
    return queues
