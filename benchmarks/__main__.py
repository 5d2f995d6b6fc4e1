"""Runs every measurement and prints how long we take for each second of the peer."""

import json
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Measurement

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "results.json"


def measurements() -> list[Measurement]:
    """Return what every file called measure_<subject>.py wants measured."""
    modules = sorted(file.stem for file in FOLDER.glob("measure_*.py"))
    return [import_module(f"benchmarks.{name}").MEASUREMENT for name in modules]


def main() -> int:
    """Print a line per measurement and keep them; 1 when one is slower than it promises."""
    results = [measured(each) for each in measurements()]
    for one in results:
        print(
            f"{one['bench']}: {one['ours_s']} s; {one['peer']}: {one['peer_s']} s; "
            f"{one['times']} keer zo lang (hoogstens {one['at_most']}): "
            f"{'goed' if one['held'] else 'TRAAG'}"
        )
    # What takes longer, such as benchmarks/sessions.py, keeps its own results in the same file.
    names = {one["bench"] for one in results}
    earlier = [one for one in json.loads(RESULTS.read_text("utf-8")) if "soorten" in one]
    others = [one for one in earlier if one["bench"] not in names]
    kept = json.dumps([*results, *others], ensure_ascii=False, indent=2)
    RESULTS.write_text(f"{kept}\n", encoding="utf-8")
    return int(not all(one["held"] for one in results))


def measured(measurement: Measurement) -> dict[str, str | float | bool]:
    """Return one measurement beside its peer, taken in one run; times in seconds.

    `ratio` is how many times as fast as the peer we are, `times` how many times as long we take.
    """
    ours, theirs = measurement.run()
    times = ours / theirs
    return {
        "bench": measurement.what,
        "ours_s": round(ours, 4),
        "peer": measurement.peer,
        "peer_s": round(theirs, 4),
        "ratio": round(theirs / ours, 2),
        "n": measurement.n,
        "times": round(times, 4),
        "at_most": measurement.at_most,
        "held": times <= measurement.at_most,
    }


if __name__ == "__main__":
    sys.exit(main())
