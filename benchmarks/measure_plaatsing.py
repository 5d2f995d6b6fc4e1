"""Deferred acceptance for 8,000 applicants, 100 places and 12 wishes, beside matching.

Both from plain lists to places, with the check of the input that both have.
Where one applicant gets another place than with the peer, nothing is measured: the run stops.
"""

import json
import subprocess
import tempfile
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.plaatsing_world import APPLICANTS, PLACES, peers, town
from openlea.engines.placement import check, defer

MARKET = town(APPLICANTS, PLACES)
PEER = Path(__file__).with_name("plaatsing_peer.py")


class Beside(Measurement):
    """Ours here, theirs once in the interpreter of the peers, on the same market."""

    def run(self) -> tuple[float, float]:
        """Return the best seconds of ours and those of the peer, after places were found equal."""
        with tempfile.TemporaryDirectory() as folder:
            given = Path(folder) / "markt.json"
            words = {"wishes": MARKET.wishes, "standing": MARKET.standing}
            given.write_text(json.dumps({**words, "capacity": MARKET.capacity}), encoding="utf-8")
            said = subprocess.run(
                [peers(), str(PEER), str(given)], check=True, capture_output=True, text=True
            ).stdout
        theirs = json.loads(said.splitlines()[-1])
        if theirs["places"] != list(defer(MARKET).place):
            raise RuntimeError("the peer places somebody elsewhere")
        print(f"  matching, oplossen alleen: {theirs['solving']:.2f} s")
        ours, _ = super().run()
        return ours, float(theirs["seconds"])


def ours() -> None:
    """Check the market and place everybody."""
    check(MARKET)
    defer(MARKET)


MEASUREMENT = Beside(
    what="plaatsing",
    peer="matching, HospitalResident: het spel maken en oplossen",
    ours=ours,
    theirs=lambda: None,
    at_most=1 / 300,
    rounds=40,
    n=APPLICANTS,
)
