"""How long a program waits before it can count segregation, beside importing PySAL's package."""

import subprocess
import sys

from benchmarks.measure import Measurement
from benchmarks.segregatie_world import peers

CLOCK = "import time; s = time.perf_counter(); import {}; print(time.perf_counter() - s)"


class Import(Measurement):
    """Seconds that fresh programs say of themselves; the best of each."""

    def run(self) -> tuple[float, float]:
        """Return the best seconds of both, in turns."""
        pairs = [
            (
                seconds(sys.executable, "openlea.engines.segregation"),
                seconds(peers(), "segregation"),
            )
            for _ in range(self.rounds)
        ]
        return min(ours for ours, _ in pairs), min(theirs for _, theirs in pairs)


def seconds(python: str, module: str) -> float:
    """Return how long a fresh interpreter takes to import a module."""
    program = [python, "-c", CLOCK.format(module)]
    said = subprocess.run(program, check=True, capture_output=True, text=True).stdout
    return float(said.splitlines()[-1])


MEASUREMENT = Import(
    what="segregatie laden",
    peer="PySAL segregation importeren",
    ours=lambda: None,
    theirs=lambda: None,
    at_most=0.1,
    rounds=3,
)
