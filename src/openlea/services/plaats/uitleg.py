"""Why a child didn't get a higher wish: how the last one placed stood there, and nobody else."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

from openlea.core.plaatsing import HIGHEST_LOT, LOT_STEP
from openlea.services.plaats.opstelling import Opstelling, Uitslag, open_bound

BAND = 10
"""Places in the lottery told together: of ten numbers nobody knows who was the last one placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reden:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsing:
    """What a child got: a place or -1, which wish (0: none of them), in which round, and why."""

    plek: int
    wens: int
    ronde: int
    lot: int
    redenen: tuple[Reden, ...]


def explain(setup: Opstelling, uitslag: Uitslag) -> Sequence[Plaatsing]:
    """Return per child its place, and for each higher wish why not."""
    queues = reserve_queues(setup, uitslag)
    outcome = uitslag.outcome
    bounds = [_parted(open_bound(uitslag, n)) for n in range(len(setup.plekken))]
    found = []
    for child, rank in enumerate(outcome.rank):
        higher = rank if rank >= 0 else len(setup.wishes[child])
        lots = uitslag.lots[child]
        redenen = tuple(
            _reden(setup, uitslag, child, wish, bounds, queues) for wish in range(higher)
        )
        second = child in uitslag.second
        found.append(
            Plaatsing(
                plek=uitslag.place_of(child),
                wens=rank + 1,
                ronde=2 if second else 1,
                lot=lots[0] // LOT_STEP if lots else 0,
                redenen=redenen,
            )
        )
    return found


Bound = tuple[int, int] | None


def _parted(key: float | None) -> Bound:
    """Return class and lot of a key; None when no seat was for everybody."""
    if key is None or key == -inf:
        return None
    klasse, lot = divmod(int(key), HIGHEST_LOT)
    return klasse, lot // LOT_STEP


def _reden(
    setup: Opstelling,
    uitslag: Uitslag,
    child: int,
    wish: int,
    bounds: Sequence[Bound],
    queues: Mapping[int, Sequence[int]],
) -> Reden:
    plek = setup.wishes[child][wish]
    key = int(uitslag.market.standing[child][wish])
    klasse, lot = _parted(key) or (0, 0)
    bound = bounds[plek]
    by_lot = bound is not None and bound[0] == klasse and bound[1] <= lot
    better = bound is None or (klasse, lot) < bound
    return Reden(
        plek=plek,
        klasse=klasse,
        lot=lot,
        klasse_laatste=bound[0] if bound else None,
        band=_band(bound[1], lot) if bound and by_lot else None,
        reserve=bisect_left(queues[plek], key) + 1,
        samen=better and setup.regels.gekoppeld_samen and bool(setup.kinderen[child].gekoppeld),
    )


def _band(last: int, own: int) -> tuple[int, int]:
    """Return ten places of the lottery that hold the last one and lie before one's own."""
    high = min(-(-last // BAND) * BAND, max(own - 1, last))
    return max(1, high - BAND + 1), high


def reserve_queues(setup: Opstelling, uitslag: Uitslag) -> Mapping[int, Sequence[int]]:
    """Return per place the keys of who would rather have been there, the next one first."""
    queues: dict[int, list[int]] = {}
    for child, rank in enumerate(uitslag.outcome.rank):
        if rank == 0:
            continue
        places, keys = setup.wishes[child], uitslag.market.standing[child]
        for wish in range(rank if rank >= 0 else len(places)):
            queues.setdefault(places[wish], []).append(int(keys[wish]))
    for queue in queues.values():
        queue.sort()
    return queues
