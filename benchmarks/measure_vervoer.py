"""The streams and totals of all municipalities, beside the same in DuckDB's SQL by hand.

Where the two differ in any count, distance or closest school, nothing is measured: the run stops.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Mapping
from math import isclose
from pathlib import Path
from typing import Any

import django

from benchmarks.measure import Measurement
from benchmarks.vervoer_sql import transport_by_hand

FOLDER = Path(tempfile.mkdtemp(prefix="openlea-meting-"))
atexit.register(shutil.rmtree, FOLDER, ignore_errors=True)
os.environ.setdefault("OPENLEA_DATA", str(FOLDER))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "openlea.settings")
django.setup()

from django.conf import settings  # noqa: E402  # only awake it knows where the tables are

from openlea.services.describe_vervoer import Vervoer, describe_vervoer  # noqa: E402
from openlea.storage.warehouse.warehouse import Warehouse  # noqa: E402
from openlea.storage.warehouse.woonplaatsen import BRON, POSTCODES, SCHOOLPUNTEN  # noqa: E402

HOUSE = Warehouse(settings.WAREHOUSE, settings.BUNDLE)
TABLES = {
    name: HOUSE.uris(bron)
    for name, bron in (("pupils", BRON), ("spots", POSTCODES), ("schools", SCHOOLPUNTEN))
}
LIMIT, ROUNDED = 6.0, 0.0101
"""Two roundings of the same number may differ by one in the last place."""


def ours() -> Vervoer:
    """Return every stream and total of the country, from the files."""
    return describe_vervoer(grens=LIMIT)


FOUND = ours()


def theirs() -> tuple[Mapping[str, Any], list[tuple[Any, ...]]]:
    """Return the same, asked by hand."""
    wijze = FOUND.wijze
    return transport_by_hand(TABLES, wijze.omweg.waarde, wijze.snelheid.waarde, LIMIT)


def _compare() -> None:
    """Stop when anything isn't the same."""
    streams, totals = theirs()
    columns = ("gemeente", "soort", "pc4", "school", "laag", "hoog", "km", "dichtstbij_km")
    mine = sorted(FOUND.stromen.select(columns).rows())
    rows = sorted(zip(*(streams[name].tolist() for name in columns), strict=True))
    _same(mine, rows)
    told = [
        (
            one.gemeente,
            one.soort,
            *(one.leerlingen.laag, one.leerlingen.hoog, one.verder.laag, one.verder.hoog),
            *(one.km.laag, one.km.hoog),
        )
        for one in FOUND.soorten
        if one.km
    ]
    _same(told, [(*one[:2], *one[3:7], *one[11:]) for one in totals])


def _same(mine: list[tuple[Any, ...]], theirs: list[tuple[Any, ...]]) -> None:
    if len(mine) != len(theirs):
        raise RuntimeError(f"{len(mine)} rows beside {len(theirs)}")
    for one, other in zip(mine, theirs, strict=True):
        for value, by_hand in zip(one, other, strict=True):
            same = value == by_hand
            if not same and isinstance(value, float) and isinstance(by_hand, int | float):
                same = isclose(value, by_hand, abs_tol=ROUNDED)
            if not same:
                raise RuntimeError(f"{one} differs from {other}")


_compare()
MEASUREMENT = Measurement(
    what="vervoer: stromen van alle gemeenten, met afstand en dichtstbijzijnde school",
    peer="DuckDB, met de hand geschreven SQL",
    ours=ours,
    theirs=theirs,
    at_most=1.5,
    n=FOUND.stromen.height,
)
