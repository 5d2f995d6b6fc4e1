"""The outlines of municipalities for a map: our own, and those that lie around it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from openlea.core.errors import NotFound
from openlea.storage.warehouse.warehouse import open_warehouse

BRON = "geo_gemeentegrenzen"
AIR = 0.03
"""So many degrees around ours (some two kilometres) the neighbours are shown."""

Vak = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


@dataclass(frozen=True, slots=True)
class Omtrek:
    """A municipality: its name, its shape (GeoJSON) and the box around it."""

    naam: str
    vorm: Mapping[str, Any]
    vak: Vak


def outlines(gemeenten: frozenset[str], laag: str) -> list[dict[str, Any]]:
    """Return these gemeenten and their neighbours as GeoJSON features; none without the table."""
    known = _known(laag)
    own = [known[code].vak for code in sorted(gemeenten) if code in known]
    return [
        {
            "type": "Feature",
            "properties": {"naam": one.naam, "eigen": code in gemeenten},
            "geometry": one.vorm,
        }
        for code, one in known.items()
        if any(_near(one.vak, box) for box in own)
    ]


def _known(laag: str) -> Mapping[str, Omtrek]:
    found = open_warehouse().current(BRON, laag)
    return _read(found.versie, found.laag) if found else {}


@lru_cache(maxsize=4)
def _read(versie: int, laag: str) -> Mapping[str, Omtrek]:
    """Return every gemeente of the latest year by code; read once per version."""
    try:
        table = open_warehouse().scan(BRON, versie, laag).collect()
    except NotFound:
        return {}
    rows = table.sort("jaar").select("gemeente", "naam", "geometrie").iter_rows()
    shapes = ((code, naam, json.loads(geometrie)) for code, naam, geometrie in rows)
    return {code: Omtrek(naam, vorm, _box(vorm["coordinates"])) for code, naam, vorm in shapes}


def _box(part: Any) -> Vak:
    """Return the box around the points of a shape."""
    if isinstance(part[0], int | float):
        return part[0], part[1], part[0], part[1]
    boxes = [_box(each) for each in part]
    west, south, east, north = zip(*boxes, strict=True)
    return min(west), min(south), max(east), max(north)


def _near(one: Vak, other: Vak) -> bool:
    return (
        one[0] <= other[2] + AIR
        and other[0] <= one[2] + AIR
        and one[1] <= other[3] + AIR
        and other[1] <= one[3] + AIR
    )
