"""Loads the postcode files of fourteen gemeenten many times over; says how long and how much.

Run as a program of its own, so that the peak of memory is that of one load alone:
`python -m benchmarks.growing 10 folder` prints the seconds and the megabytes.
"""

import os
import resource
import sys
import time
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "duo-postcode4"
SOURCE = "duo_leerlingen_po_postcode"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CODE = 5
"""The column of the school's code, counted from nought."""


def main() -> None:
    """Load as often as asked and print seconds and megabytes."""
    times, folder = int(sys.argv[1]), Path(sys.argv[2])
    os.environ["OPENLEA_DATA"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "openlea.settings"
    import django

    django.setup()
    from django.conf import settings

    from openlea.core.bron import Bestand
    from openlea.services.load_sources import load_sources

    settings.BUNDLE = folder / "geen"
    files = [
        Bestand(naam=f"{n} afgeschermd.csv", inhoud=body) for n, body in enumerate(copies(times))
    ]
    started = time.perf_counter()
    done = load_sources(bestanden=files, bron=SOURCE)[0]
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(seconds, peak, done.rijen, done.afgekeurd)


def copies(times: int) -> list[bytes]:
    """Return the files that often, each time as if of other schools."""
    bodies = [file.read_bytes() for file in sorted(DATA.glob("*.csv"))]
    cells = {line.split(b";")[CODE] for body in bodies for line in _lines(body)}
    order = {cell: place for place, cell in enumerate(sorted(cells))}
    return [_renamed(body, order, number) for number in range(times) for body in bodies]


def _lines(body: bytes) -> list[bytes]:
    return [line for line in body.split(b"\n")[1:] if line]


def _renamed(body: bytes, order: dict[bytes, int], number: int) -> bytes:
    """Return a file whose schools have codes of their own, so that no row is there twice."""
    lines = []
    for line in _lines(body):
        cells = line.split(b";")
        cells[CODE] = _code(order[cells[CODE]] + number * len(order))
        lines.append(b";".join(cells))
    return b"\n".join([body.split(b"\n", 1)[0], *lines])


def _code(number: int) -> bytes:
    """Return the code of the school with this number: two digits, two letters."""
    rest, last = divmod(number, len(LETTERS))
    first, middle = divmod(rest, len(LETTERS))
    return f'"{first:02d}{LETTERS[middle]}{LETTERS[last]}"'.encode()


if __name__ == "__main__":
    main()
