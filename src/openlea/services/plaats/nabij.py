"""Where a PC4 lies, how far that is from a place, and which places are near it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from importlib.resources import as_file, files
from math import cos, hypot, inf, radians

from openlea.catalogue.distances import KM_PER_DEGREE
from openlea.core.plaatsing import Buurtvorm, Criterium, Plek, Regels

Point = tuple[float, float]


@cache
def points() -> Mapping[str, Point]:
    """Return latitude and longitude of the middle of every PC4, from the bundle."""
    import polars as pl

    with as_file(files("openlea") / "bundel" / "geo_postcodes.parquet") as file:
        rows = pl.read_parquet(file, columns=["postcode4", "lat", "lon"]).rows()
    return {pc4: (lat, lon) for pc4, lat, lon in rows}


def distance(one: Point, other: Point) -> float:
    """Return km as the crow flies, on a map that is true halfway."""
    east = (other[1] - one[1]) * cos(radians((one[0] + other[0]) / 2))
    return hypot(other[0] - one[0], east) * KM_PER_DEGREE


def km_between(pc4: str, plek: Plek) -> float | None:
    """Return km from a PC4 to a place; None when one of both isn't known."""
    known = points()
    if pc4 not in known or plek.pc4 not in known:
        return None
    return distance(known[pc4], known[plek.pc4])


def nearest(pc4: str, plekken: Sequence[Plek]) -> list[str]:
    """Return places by distance, nearest first; what isn't known comes last, as it stands."""

    def far(plek: Plek) -> float:
        km = km_between(pc4, plek)
        return inf if km is None else km

    return [plek.id for plek in sorted(plekken, key=far)]


def near_by(plekken: Sequence[Plek], regels: Regels) -> Callable[[str], Collection[str]]:
    """Return what gives the places near a PC4 under the rules; each PC4 is computed once."""
    rule = next((v for v in regels.voorrang if v.criterium is Criterium.NABIJHEID), None)

    @cache
    def near(pc4: str) -> Collection[str]:
        if rule is None or not pc4:
            return ()
        if rule.vorm is Buurtvorm.GEBIED:
            return frozenset(plek.id for plek in plekken if pc4 in plek.gebied)
        if rule.vorm is Buurtvorm.DICHTSTBIJ:
            return frozenset(nearest(pc4, plekken)[: rule.aantal])
        within = ((plek.id, km_between(pc4, plek)) for plek in plekken)
        return frozenset(plek for plek, km in within if km is not None and km <= rule.km)

    return near
