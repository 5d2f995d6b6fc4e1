"""The land of a map: which part of the world is shown, and the outlines cut to that part."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan, ceil, degrees, exp, log, log10, pi, radians, tan
from typing import Any

Plek = tuple[float, float]
"""A longitude and a latitude, in degrees."""

AIR = 1.12
"""Room around what is shown, and beyond it how far outlines run on before they are cut."""
BEYOND = 1.02
FLATTEST, TALLEST = 0.55, 0.85
"""The height of a map as a share of its width: between these it follows the land."""
FINEST = 1000
"""So many steps across the map can be told apart; finer outlines only weigh."""
NOTHING = 1e-12
"""Square degrees under which a ring holds nothing: what is left of a line after reckoning."""
ALONE = 0.002
"""Half the width of a map of one place, in degrees."""


@dataclass(frozen=True, slots=True)
class Uitsnede:
    """The part of the world on a map: its middle in degrees, its width and height in radians."""

    lon: float
    lat: float
    breed: float
    hoog: float

    @property
    def verhouding(self) -> float:
        """Return the height as a share of the width."""
        return self.hoog / self.breed

    def projection(self) -> dict[str, Any]:
        """Return the projection of Vega that shows exactly this, at any width."""
        return {
            "type": "mercator",
            "center": [round(self.lon, 5), round(self.lat, 5)],
            "scale": {"expr": f"width / {self.breed:.8f}"},
            "translate": {"expr": "[width / 2, height / 2]"},
        }

    @property
    def stap(self) -> float:
        """Return how many degrees apart two points must be to be told apart here."""
        return degrees(self.breed) / FINEST

    def edges(self) -> tuple[float, float, float, float]:
        """Return west, south, east and north, just beyond what can be seen."""
        across = degrees(self.breed) / 2 * BEYOND
        middle, up = _mercator(self.lat), self.hoog / 2 * BEYOND
        return (
            self.lon - across,
            _latitude(middle - up),
            self.lon + across,
            _latitude(middle + up),
        )


def view_of(stippen: Sequence[Plek], gebieden: Sequence[Mapping[str, Any]]) -> Uitsnede:
    """Return the part that holds our own outline and every dot; there must be one of them."""
    own = [g for g in gebieden if g["properties"].get("eigen")]
    spots = [*stippen, *(spot for g in own for spot in _spots(g["geometry"]["coordinates"]))]
    lons, lats = [lon for lon, _ in spots], [lat for _, lat in spots]
    west, east = min(lons) - ALONE, max(lons) + ALONE
    south, north = _mercator(min(lats) - ALONE), _mercator(max(lats) + ALONE)
    breed, hoog = radians(east - west) * AIR, (north - south) * AIR
    ratio = min(max(hoog / breed, FLATTEST), TALLEST)
    wide = max(breed, hoog / ratio)
    return Uitsnede((west + east) / 2, _latitude((south + north) / 2), wide, wide * ratio)


def cut(geometry: Mapping[str, Any], uitsnede: Uitsnede) -> dict[str, Any] | None:
    """Return the part of a Polygon or MultiPolygon that is on the map; None when nothing is."""
    shapes = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        shapes = [shapes]
    kept = [rings for shape in shapes if (rings := _cut_shape(shape, uitsnede))]
    return {"type": "MultiPolygon", "coordinates": kept} if kept else None


def _cut_shape(shape: Sequence[Sequence[Sequence[float]]], uitsnede: Uitsnede) -> list[Any]:
    """Return the rings that are left; none when the outer one is off the map or too small to see.

    Rounding comes before winding: an island that falls together to a line, or over itself, would
    else be all the world but itself.
    """
    rings = []
    for index, ring in enumerate(shape):
        spots = _cut_ring([(spot[0], spot[1]) for spot in ring], uitsnede)
        rounded = _rounded(spots, uitsnede.stap)
        if _turn(rounded):
            rings.append(_wound(rounded, clockwise=index == 0))
        elif index == 0:
            return []
    return rings


def _cut_ring(ring: Sequence[Plek], uitsnede: Uitsnede) -> list[Plek]:
    """Return a closed ring cut at each of the four edges in turn (Sutherland and Hodgman)."""
    west, south, east, north = uitsnede.edges()
    spots = list(ring)
    for axis, edge, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        spots = list(_cut_side(spots, axis, edge, sign))
    closed = [*spots, *spots[:1]]
    return closed if len(closed) > 3 else []  # noqa: PLR2004 - a triangle, closed


def _cut_side(spots: Sequence[Plek], axis: int, edge: float, sign: int) -> Iterator[Plek]:
    for one, other in pairwise([*spots[-1:], *spots]):
        inside = sign * (other[axis] - edge) >= 0
        if inside != (sign * (one[axis] - edge) >= 0):
            share = (edge - one[axis]) / (other[axis] - one[axis])
            yield (
                one[0] + share * (other[0] - one[0]),
                one[1] + share * (other[1] - one[1]),
            )
        if inside:
            yield other


def _wound(ring: list[list[float]], *, clockwise: bool) -> list[list[float]]:
    """Return a ring in the direction by which Vega knows inside from out."""
    return ring if (_turn(ring) > 0) == clockwise else ring[::-1]


def _turn(ring: Sequence[Sequence[float]]) -> float:
    """Return twice the area of a ring, positive when it runs clockwise; 0 when it holds nothing."""
    twice = sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))
    return twice if abs(twice) > NOTHING else 0.0


def _rounded(ring: Sequence[Plek], stap: float) -> list[list[float]]:
    """Return a ring without points that fall together; neighbours keep their border in common."""
    decimals = ceil(-log10(stap)) + 1
    spots = [
        [round(round(lon / stap) * stap, decimals), round(round(lat / stap) * stap, decimals)]
        for lon, lat in ring
    ]
    kept = [one for one, other in pairwise([*spots, []]) if one != other]
    return kept if len(kept) > 3 else []  # noqa: PLR2004 - a triangle, closed


def _spots(part: Any) -> Iterator[Plek]:
    if part and isinstance(part[0], int | float):
        yield part[0], part[1]
        return
    for each in part:
        yield from _spots(each)


def _mercator(lat: float) -> float:
    return log(tan(pi / 4 + radians(lat) / 2))


def _latitude(mercator: float) -> float:
    return degrees(2 * atan(exp(mercator)) - pi / 2)
