"""A thousand lotteries for 7,500 applicants, as in Amsterdam, beside drawing the lots alone.

The wishes stay, the lots change: every lottery is one number per applicant for all places.
"""

from benchmarks.measure import Measurement
from benchmarks.plaatsing_world import town
from openlea.engines.placement import Market, defer

APPLICANTS, PLACES, LOTTERIES = 7_500, 70, 1_000
DRAWN = town(APPLICANTS, PLACES)
# The class of priority stays, the lot comes on top.
CLASSES = [[key >> 32 << 32 for key in keys] for keys in DRAWN.standing]
MARKET = Market(DRAWN.wishes, CLASSES, DRAWN.capacity)


def lots() -> list[list[int]]:
    """Return the lots of every lottery."""
    import numpy as np

    draw = np.random.default_rng(7)
    return [draw.permutation(APPLICANTS).tolist() for _ in range(LOTTERIES)]


def ours() -> None:
    """Place everybody a thousand times."""
    for drawn in lots():
        defer(MARKET, drawn)


MEASUREMENT = Measurement(
    what="duizend lotingen van de omvang van Amsterdam",
    peer="NumPy, de lotnummers alleen",
    ours=ours,
    theirs=lots,
    at_most=300.0,
    rounds=1,
    n=LOTTERIES,
)
