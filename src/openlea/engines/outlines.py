"""Areas on a map drawn with fewer points, while neighbours keep one and the same border.

The rings of all areas are put on one grid and cut where three areas meet, into arcs. Each arc is
thinned once, so both sides of it stay equal and no gap can come between them. An arc that lies
between two parts of one area is left out: so areas that became one lose the border between them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from openlea.engines.thinning import Line, Point, area, thin

Degrees = tuple[float, float]
Polygon = Sequence[Sequence[Degrees]]
"""The outer ring and then the holes, each closed, of degrees east and north."""
Coordinates = list[list[list[list[float]]]]
"""The coordinates of a GeoJSON MultiPolygon."""
_CORNERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How precise an outline is; 0.0008 of a degree north is some ninety metres."""

    decimals: int = 4
    tolerance: float = 0.0008
    smallest: float = 0.000_002
    stretch: float = 0.61
    """A degree east beside a degree north: the cosine of the latitude, here of 52 degrees."""


def draw_outlines(
    areas: Mapping[str, Sequence[Polygon]], detail: Detail | None = None
) -> Mapping[str, Coordinates]:
    """Return per area the coordinates of a MultiPolygon with fewer points.

    Outer rings run clockwise and holes the other way, as map programs that draw a globe expect.
    `tolerance` and `smallest` of the detail are in degrees north and square degrees. The largest
    ring of an area stays, however small it is.
    """
    wanted = detail or Detail()
    rings = {name: _grid(polygons, wanted) for name, polygons in areas.items()}
    meeting = _meeting_points(ring for many in rings.values() for ring in many)
    return {name: _outline(many, meeting, wanted) for name, many in rings.items()}


def _grid(polygons: Sequence[Polygon], detail: Detail) -> list[Line]:
    """Return the rings on the grid, open, with the area always at the same hand."""
    scale = 10**detail.decimals
    rings = []
    for polygon in polygons:
        for place, ring in enumerate(polygon):
            points = [(round(x * scale), round(y * scale)) for x, y in ring]
            line = tuple(
                point for point, before in zip(points[1:], points, strict=False) if point != before
            )
            if len(line) >= _CORNERS:
                rings.append(_turned(line, outer=place == 0))
    return rings


def _turned(ring: Line, *, outer: bool) -> Line:
    return ring if (area(ring) < 0) == outer else ring[::-1]


def _meeting_points(rings: Iterable[Line]) -> set[Point]:
    """Return the points where more than two different borders come together."""
    besides: dict[Point, set[frozenset[Point]]] = defaultdict(set)
    for ring in rings:
        following = (*ring[1:], ring[0])
        before = (ring[-1], *ring[:-1])
        for point, one, other in zip(ring, before, following, strict=True):
            besides[point].add(frozenset((one, other)))
    return {point for point, pairs in besides.items() if len(pairs) > 1}


def _outline(rings: Sequence[Line], meeting: set[Point], detail: Detail) -> Coordinates:
    scale = 10**detail.decimals
    arcs = [arc for ring in rings for arc in _arcs(ring, meeting)]
    thinned = [thin(arc, detail.tolerance * scale, detail.stretch) for arc in _outside(arcs)]
    closed = sorted((ring for ring in _stitched(thinned) if area(ring)), key=area)
    kept = [
        ring
        for place, ring in enumerate(closed)
        if place == 0 or abs(area(ring)) > 2 * detail.smallest * scale**2
    ]
    return [[_degrees(ring, scale) for ring in polygon] for polygon in _nested(kept)]


def _arcs(ring: Line, meeting: set[Point]) -> list[Line]:
    """Return the ring in pieces from meeting point to meeting point; without any: as one loop."""
    cuts = [place for place, point in enumerate(ring) if point in meeting]
    if not cuts:
        start = ring.index(min(ring))
        return [(*ring[start:], *ring[: start + 1])]
    turned = (*ring[cuts[0] :], *ring[: cuts[0] + 1])
    places = [*(cut - cuts[0] for cut in cuts), len(ring)]
    return [turned[a : b + 1] for a, b in pairwise(places)]


def _outside(arcs: Sequence[Line]) -> list[Line]:
    """Return the arcs without those walked both ways: inside one area they're no border."""
    walked = Counter(arcs)
    return [arc for arc in arcs if not walked[arc[::-1]]]


def _stitched(arcs: Sequence[Line]) -> list[Line]:
    """Return the open rings that arcs make, each arc begun where the last one ended."""
    starts: dict[Point, list[Line]] = defaultdict(list)
    for arc in reversed(arcs):
        starts[arc[0]].append(arc)
    rings = []
    for arc in arcs:
        ring: list[Point] = []
        here = arc[0]
        while starts[here] and (not ring or here != ring[0]):
            piece = starts[here].pop()
            ring += piece[:-1]
            here = piece[-1]
        if len(ring) >= _CORNERS:
            rings.append(tuple(ring))
    return rings


def _nested(rings: Sequence[Line]) -> list[list[Line]]:
    """Return the outer rings, each with the holes in it; a hole in nothing is left out."""
    polygons = [[ring] for ring in rings if area(ring) < 0]
    for hole in (ring for ring in rings if area(ring) > 0):
        around = [polygon for polygon in polygons if _inside(hole, polygon[0])]
        if around:
            max(around, key=lambda polygon: area(polygon[0])).append(hole)
    return polygons


def _inside(hole: Line, ring: Line) -> bool:
    """Say whether most points of a hole lie in a ring; a few may lie on its border."""
    return 2 * sum(_holds(ring, point) for point in hole) > len(hole)


def _holds(ring: Line, point: Point) -> bool:
    """Say whether a line from the point to the east crosses the ring an odd number of times."""
    east, north = point
    odd = False
    for (x, y), (m, n) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y > north) != (n > north) and east < (m - x) * (north - y) / (n - y) + x:
            odd = not odd
    return odd


def _degrees(ring: Line, scale: int) -> list[list[float]]:
    return [[x / scale, y / scale] for x, y in (*ring, ring[0])]
