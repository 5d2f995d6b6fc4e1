"""A budget over 7,000 schools with what each weight a tenth other does, beside pandas.

Where the two give any school another euro, nothing is measured: the run stops.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.measure import Measurement
from benchmarks.segregatie_world import peers
from openlea.engines.apportionment import combine, divide, swing

SCHOOLS, BUDGET, FLOOR, CEILING = 7000, 300_000_000, 2_500, 150_000
PEER = Path(__file__).with_name("verdeling_peer.py")
CHANCE = np.random.default_rng(7)
# A score that few have much of, a count, and what lies beyond a threshold: a third has nothing.
POINTS = np.stack(
    [
        np.round(CHANCE.gamma(0.7, 60.0, SCHOOLS), 2),
        CHANCE.poisson(12, SCHOOLS).astype(float),
        np.round(np.maximum(CHANCE.normal(1, 3, SCHOOLS), 0) * CHANCE.integers(10, 90, SCHOOLS), 1),
    ]
)
WEIGHTS = np.array([50.0, 30.0, 20.0])
ORDER = np.arange(SCHOOLS)


def ours() -> list[list[int]]:
    """Return the amounts per school, then those of every lower and higher weight."""
    shares = combine(POINTS, WEIGHTS)
    floor = np.where(shares > 0, FLOOR, 0)
    base = divide(BUDGET, shares, floor=floor, ceiling=CEILING, order=ORDER)
    swung = swing(BUDGET, POINTS, WEIGHTS, floor=floor, ceiling=CEILING, order=ORDER)
    return [base.tolist(), *swung.reshape(-1, SCHOOLS).tolist()]


class Beside(Measurement):
    """Ours here, theirs in the interpreter of the peers, on the same points."""

    def run(self) -> tuple[float, float]:
        """Return the best seconds of both, after every amount was found equal."""
        with tempfile.TemporaryDirectory() as folder:
            given = Path(folder) / "punten.npz"
            limits = {"budget": BUDGET, "floor": FLOOR, "ceiling": CEILING}
            np.savez(given, points=POINTS, weights=WEIGHTS, **limits)
            said = subprocess.run(
                [peers(), str(PEER), str(given)], check=True, capture_output=True, text=True
            ).stdout
        theirs = json.loads(said.splitlines()[-1])
        if theirs["amounts"] != ours():
            raise RuntimeError("the peer divides otherwise")
        mine, _ = super().run()
        return mine, float(theirs["seconds"])


MEASUREMENT = Beside(
    what="verdeling",
    peer="pandas, dezelfde verdeling met gevoeligheid",
    ours=ours,
    theirs=lambda: None,
    at_most=1.0,
    n=SCHOOLS,
)
