"""Runs every measurement and prints how long we take for each second of the peer."""

import sys
from importlib import import_module
from pathlib import Path

from benchmarks.measure import Measurement

FOLDER = Path(__file__).parent


def measurements() -> list[Measurement]:
    """Return what every file called measure_<subject>.py wants measured."""
    modules = sorted(file.stem for file in FOLDER.glob("measure_*.py"))
    return [import_module(f"benchmarks.{name}").MEASUREMENT for name in modules]


def main() -> int:
    """Print a line per measurement; 1 when one is slower than it promises."""
    slow = 0
    for measurement in measurements():
        ours, theirs = measurement.run()
        ratio = ours / theirs
        held = ratio <= measurement.at_most
        slow += not held
        print(
            f"{measurement.what}: {ours * 1000:.1f} ms; "
            f"{measurement.peer}: {theirs * 1000:.1f} ms; "
            f"{ratio:.2f} keer (hoogstens {measurement.at_most}): {'goed' if held else 'TRAAG'}"
        )
    return int(slow > 0)


if __name__ == "__main__":
    sys.exit(main())
