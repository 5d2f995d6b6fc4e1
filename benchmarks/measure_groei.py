"""Loading a hundred times as many rows, beside what a straight line with a little slack would take.

The peer is ours at ten times: from there to a hundred times the time may grow with exponent 1.1.
"""

import subprocess
import sys
import tempfile

from benchmarks.measure import Measurement

EXPONENT = 1.1
MOST_MB = 2048


def load(times: int) -> tuple[float, float, int]:
    """Return seconds, peak of memory in MB and rows of one load in a program of its own."""
    with tempfile.TemporaryDirectory() as folder:
        said = subprocess.run(
            [sys.executable, "-m", "benchmarks.growing", str(times), folder],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
    seconds, megabytes, rows, rejected = said.split()
    if float(megabytes) > MOST_MB or int(rejected):
        raise RuntimeError(f"x{times}: {megabytes} MB, {rejected} rows rejected")
    return float(seconds), float(megabytes), int(rows)


class Growth(Measurement):
    """Times that a program says of itself, instead of the time that it takes to start one."""

    def run(self) -> tuple[float, float]:
        """Return the seconds of a hundred times, and those that the exponent allows."""
        for times in (1, 10, 100):
            seconds, megabytes, rows = load(times)
            print(f"  x{times}: {rows} rijen, {seconds:.2f} s, {megabytes:.0f} MB")
            if times == 10:
                allowed = seconds * 10**EXPONENT
        return seconds, allowed


MEASUREMENT = Growth(
    what="postcodebestanden van veertien gemeenten, honderd keer zoveel rijen",
    peer="tien keer zoveel rijen, tot de macht 1,1 (en steeds onder 2 GB)",
    ours=lambda: None,
    theirs=lambda: None,
    at_most=1.0,
    n=100,
)
