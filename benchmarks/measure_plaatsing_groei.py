"""Placing 100,000 applicants on 1,500 places, beside what nearly a straight line would take.

The peer is ours at 8,000 and 120: from there the time may grow with exponent 1.15.
"""

import time

from benchmarks.measure import Measurement
from benchmarks.plaatsing_world import town
from openlea.engines.placement import Market, defer

EXPONENT = 1.15
SIZES = [(8_000, 120), (16_000, 240), (32_000, 480), (100_000, 1_500)]


class Growth(Measurement):
    """Times of four sizes, with as many applicants per place in each."""

    def run(self) -> tuple[float, float]:
        """Return the seconds of the largest, and those that the exponent allows."""
        for applicants, places in SIZES:
            market = town(applicants, places)
            seconds = min(_seconds(market) for _ in range(self.rounds))
            print(f"  {applicants} op {places}: {seconds:.3f} s")
            if applicants == SIZES[0][0]:
                allowed = seconds * (SIZES[-1][0] / applicants) ** EXPONENT
        return seconds, allowed


def _seconds(market: Market) -> float:
    """Return how long one placement takes."""
    started = time.perf_counter()
    defer(market)
    return time.perf_counter() - started


MEASUREMENT = Growth(
    what="100.000 aanmeldingen op 1.500 plaatsen",
    peer="8.000 op 120, tot de macht 1,15",
    ours=lambda: None,
    theirs=lambda: None,
    at_most=1.0,
    rounds=12,
    n=100_000,
)
