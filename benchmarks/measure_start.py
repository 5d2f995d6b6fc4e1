"""A filled werkruimte for every gemeente, beside reading all the tables of the bundle once.

The mean of all starts counts, that of the first one too, in which the figures are computed.
"""

import subprocess
import sys
import tempfile

from benchmarks.measure import Measurement


class Start(Measurement):
    """Times that a program says of itself, on a database that was empty when it began."""

    def run(self) -> tuple[float, float]:
        """Return the mean seconds of a start, and those of reading the bundle."""
        with tempfile.TemporaryDirectory() as folder:
            said = subprocess.run(
                [sys.executable, "-m", "benchmarks.starting", folder],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        seconds, count, reading = map(float, said.split())
        print(f"  {count:.0f} werkruimten in {seconds:.1f} s")
        if count != self.n:
            raise RuntimeError(f"{count:.0f} gemeenten instead of {self.n}")
        return seconds / count, reading


MEASUREMENT = Start(
    what="een werkruimte starten, gemiddeld over alle gemeenten",
    peer="Polars, alle tabellen van de bundel één keer lezen",
    ours=lambda: None,
    theirs=lambda: None,
    at_most=20.0,
    n=342,
)
