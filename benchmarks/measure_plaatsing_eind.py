"""A placement from file to reasons, beside its core alone: parse, priorities, quota, explanation.

8,000 children, 100 places, 12 wishes, a quarter of the seats for a group. The core is the engine
on the market and the reserved seats that the same file gives; both give the same places.
"""

import random
import tempfile
import time
from functools import cached_property
from pathlib import Path

from benchmarks.measure import Measurement
from benchmarks.plaatsing_world import APPLICANTS, PLACES, town
from openlea.engines.placement import Outcome, defer_reserved
from openlea.policy.loting import draw_key, ranks
from openlea.services.plaats.lezen import Aanvraag, Gelezen, read_gelezen
from openlea.services.plaats.opstelling import Ranks
from openlea.services.plaats.uitrekenen import Uitgerekend, work_out

REGELS = """naam = "Meting"
bron = "benchmarks"
bronadres = "https://example.org/"
van = 2026-01-01
nagelezen = true
wijze = "da"
loting = "enkel"
[wensen]
ten_hoogste = 12
[[voorrang]]
criterium = "broer_zus"
[[quotum]]
groep = "doelgroep"
procent = 25
"""


class End(Measurement):
    """Ours from the files on; theirs the engine alone, on what those files say."""

    @cached_property
    def folder(self) -> Path:
        """Return the folder with the files of one town, made once."""
        folder = Path(tempfile.mkdtemp())
        draw = random.Random(1)  # noqa: S311 - a measurement, no secret
        lines = ["nummer;wensen;broer_zus;doelgroep"]
        for n, own in enumerate(town(APPLICANTS, PLACES).wishes):
            sibling = f"P{own[0]}" if draw.random() < 0.1 else ""
            group = "ja" if draw.random() < 0.2 else "nee"
            wishes = "|".join(f"P{one}" for one in own)
            lines.append(f"kind-{n:05d};{wishes};{sibling};{group}")
        (folder / "kinderen.csv").write_text("\n".join(lines), encoding="utf-8")
        seats = int(0.95 * APPLICANTS / PLACES) + 1
        rows = [f"P{n};School {n};{seats}" for n in range(PLACES)]
        schools = "\n".join(["plek;naam;capaciteit", *rows])
        (folder / "scholen.csv").write_text(schools, encoding="utf-8")
        (folder / "regels.toml").write_text(REGELS, encoding="utf-8")
        return folder

    def run(self) -> tuple[float, float]:
        """Return the best seconds of the whole and of the core, on the same children."""
        done = self.whole()
        setup, market = done.setup, done.uitslag.market
        best, core = [], []
        for _ in range(self.rounds):
            started = time.perf_counter()
            self.whole()
            between = time.perf_counter()
            bare = defer_reserved(market, setup.members, setup.reserves)
            core.append(time.perf_counter() - between)
            best.append(between - started)
        if _places(bare) != _places(done.uitslag.outcome):
            raise RuntimeError("the core places somebody elsewhere")
        return min(best), min(core)

    def whole(self) -> Uitgerekend:
        """Read the files, draw, place and explain."""
        folder = self.folder
        asked = Aanvraag(
            folder / "kinderen.csv", folder / "scholen.csv", str(folder / "regels.toml")
        )
        found = read_gelezen(asked)
        drawn = _drawn(found)
        return work_out(found.kinderen, found.plekken, found.regels, lambda _plek: drawn)


def _places(outcome: Outcome) -> list[int]:
    return list(outcome.place)


def _drawn(found: Gelezen) -> Ranks:
    return ranks(draw_key(bytes(32), "meting"), [kind.nummer for kind in found.kinderen], "")


MEASUREMENT = End(
    what="plaatsing van begin tot eind",
    peer="de kern alleen, met vrijgehouden plaatsen",
    ours=lambda: None,
    theirs=lambda: None,
    at_most=3.0,
    rounds=12,
    n=APPLICANTS,
)
