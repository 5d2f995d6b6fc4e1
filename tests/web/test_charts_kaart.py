"""What a map shows of the land: all of ours, no more than can be seen, the right way round."""

from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from openlea.web.charts.kaart_vlak import FLATTEST, TALLEST, cut, view_of

lons = st.floats(3.4, 7.2).map(lambda value: round(value, 3))
lats = st.floats(50.8, 53.5).map(lambda value: round(value, 3))
places = st.tuples(lons, lats)


def square(west: float, south: float, east: float, north: float) -> dict[str, Any]:
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


def area(ring: list[list[float]]) -> float:
    """Return twice the area of a closed ring; above nought when it turns clockwise."""
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring))


@given(st.lists(places, min_size=1, max_size=8))
def test_every_dot_is_on_the_map_and_the_map_is_never_a_strip(
    dots: list[tuple[float, float]],
) -> None:
    uitsnede = view_of(dots, [])
    west, south, east, north = uitsnede.edges()
    assert all(west < lon < east and south < lat < north for lon, lat in dots)
    assert FLATTEST - 1e-9 <= uitsnede.verhouding <= TALLEST + 1e-9


@given(places, places, places)
def test_an_outline_is_cut_to_the_map_and_turns_clockwise(
    dot: tuple[float, float], one: tuple[float, float], other: tuple[float, float]
) -> None:
    (west, east), (south, north) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    assume(east - west > 0.01)
    assume(north - south > 0.01)
    uitsnede = view_of([dot], [])
    left = cut(square(west, south, east, north), uitsnede)
    edges = uitsnede.edges()
    seen = west < edges[2] and east > edges[0] and south < edges[3] and north > edges[1]
    assert (left is not None) == seen
    if left is None:
        return
    (rings,) = left["coordinates"]
    fine = uitsnede.stap
    for lon, lat in rings[0]:
        assert edges[0] - fine <= lon <= edges[2] + fine
        assert edges[1] - fine <= lat <= edges[3] + fine
    assert rings[0][0] == rings[0][-1]
    assert area(rings[0]) >= 0


def test_our_own_outline_is_shown_whole() -> None:
    own = {"properties": {"eigen": True}, "geometry": square(5.1, 52.1, 5.3, 52.3)}
    uitsnede = view_of([], [own])
    left = cut(own["geometry"], uitsnede)
    assert left is not None
    ring = left["coordinates"][0][0]
    for west, south in ((5.1, 52.1), (5.3, 52.1), (5.3, 52.3), (5.1, 52.3)):
        assert any(max(abs(lon - west), abs(lat - south)) <= uitsnede.stap for lon, lat in ring)


def test_an_island_and_a_hole_keep_their_own_direction() -> None:
    outer = square(5.0, 52.0, 5.4, 52.4)["coordinates"][0]
    hole = square(5.1, 52.1, 5.2, 52.2)["coordinates"][0]
    island = square(5.6, 52.0, 5.7, 52.1)["coordinates"][0]
    land = {"type": "MultiPolygon", "coordinates": [[outer, hole], [island]]}
    left = cut(land, view_of([(5.0, 52.0), (5.7, 52.4)], []))
    assert left is not None
    assert [[area(ring) > 0 for ring in rings] for rings in left["coordinates"]] == [
        [True, False],
        [True],
    ]


@given(places, st.floats(1e-4, 0.9), st.floats(1e-4, 0.9))
def test_an_island_smaller_than_a_step_never_becomes_the_sea_around_it(
    spot: tuple[float, float], wide: float, high: float
) -> None:
    """On a map of the country a ring may fall together: wound wrong, it is all but itself."""
    uitsnede = view_of([(3.4, 50.8), (7.2, 53.5)], [])
    lon, lat, stap = *spot, uitsnede.stap
    island = square(lon, lat, lon + wide * stap, lat + high * stap)
    left = cut({"type": "MultiPolygon", "coordinates": [island["coordinates"]]}, uitsnede)
    rings = [] if left is None else [rings[0] for rings in left["coordinates"]]
    assert all(area(ring) > 0 for ring in rings)
