"""What a measurement is: the same work by us and by a named peer, in turns, best of several."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """The same work twice; `at_most` is how many times as long as the peer we may take.

    `n` is how many of what matters there were: rows, figures, cells.
    """

    what: str
    peer: str
    ours: Callable[[], object]
    theirs: Callable[[], object]
    at_most: float
    rounds: int = 5
    n: int = 1

    def run(self) -> tuple[float, float]:
        """Return the best seconds of both; in turns, so that both feel the same machine."""
        pairs = [(_seconds(self.ours), _seconds(self.theirs)) for _ in range(self.rounds)]
        return min(ours for ours, _ in pairs), min(theirs for _, theirs in pairs)


def _seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
