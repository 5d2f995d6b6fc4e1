"""All indices of segregation for every municipality, beside PySAL's segregation.

Where the two differ by more than 1e-9 anywhere, nothing is measured: the run stops.
"""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from benchmarks.measure import Measurement
from benchmarks.segregatie_world import MUNICIPALITIES, peers, schools
from openlea.engines.segregation import INDICES, indices

COUNTS, AREA = schools()
PEER = Path(__file__).with_name("segregatie_peer.py")


class Beside(Measurement):
    """Ours here, theirs in the interpreter of the peers, on the same counts."""

    def run(self) -> tuple[float, float]:
        """Return the best seconds of both, after the values were found equal."""
        with tempfile.TemporaryDirectory() as folder:
            given = Path(folder) / "scholen.npz"
            np.savez(given, counts=COUNTS, area=AREA)
            said = subprocess.run(
                [peers(), str(PEER), str(given)], check=True, capture_output=True, text=True
            ).stdout
        theirs = json.loads(said.splitlines()[-1])
        _compare(theirs["values"])
        ours, _ = super().run()
        return ours, float(theirs["seconds"])


def _compare(values: dict[str, list[float]]) -> None:
    """Stop when an index isn't the same as the peer's to 1e-9; all of ours must be there."""
    mine = indices(COUNTS, AREA)
    for name in INDICES:
        gap = np.abs(mine[name] - np.array(values[name])).max()
        if not gap <= 1e-9:
            raise RuntimeError(f"{name} differs from the peer's by {gap}")


MEASUREMENT = Beside(
    what="segregatie",
    peer="PySAL segregation, dezelfde negen maten per gemeente",
    ours=lambda: indices(COUNTS, AREA),
    theirs=lambda: None,
    at_most=0.01,
    n=MUNICIPALITIES,
)
