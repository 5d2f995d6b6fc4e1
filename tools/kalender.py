"""Writes the reviewed calendars of 2021-2030; the tests hold the shelf of duties equal to them.

Run it after a change of the shelf, and read every line that differs before it's kept.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openlea.core.kalender import Kalenderpunt
    from openlea.core.plicht import Plicht

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "catalogue" / "golden"
HOUDERS = ("gemeente", "schoolbestuur", "swv")
JAREN = range(2021, 2031)
KOP = "uiterlijk;vanaf;id;tekst;wet;over;houder;soort;titel"


def kalender(houder: str, plichten: "Iterable[Plicht] | None" = None) -> list[str]:
    """Return a line per day that the law names for a kind of party, by year and day."""
    from openlea.policy.kalender import houders_named, kalender_of

    found = _shipped() if plichten is None else list(plichten)
    houders = houders_named(houder)
    return [
        _line(punt)
        for jaar in JAREN
        for punt in kalender_of(found, jaar, date(jaar, 1, 1), houders)
    ]


def _shipped() -> "Sequence[Plicht]":
    from openlea.core.catalogue import find_roots
    from openlea.core.plichtenplank import read_plichten

    return list(read_plichten(find_roots("")).values())


def _line(punt: "Kalenderpunt") -> str:
    """Return a day in one line; how sure it is isn't in it, for that changes by itself."""
    soort = "telling" if punt.telling else str(punt.aard)
    houders = ", ".join(map(str, punt.houders))
    told = (punt.uiterlijk, punt.vanaf or "", punt.id, punt.tekst, punt.grondslag, punt.over)
    return ";".join(str(one).replace(";", ",") for one in (*told, houders, soort, punt.titel))


def file(houder: str) -> Path:
    """Return where the reviewed calendar of a kind of party is kept."""
    return FOLDER / f"kalender_{houder}.csv"


if __name__ == "__main__":
    for houder in HOUDERS:
        file(houder).write_text("\n".join((KOP, *kalender(houder), "")), encoding="utf-8")
