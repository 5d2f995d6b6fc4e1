"""Outlines with fewer points: neighbours keep one border, and areas that merged lose theirs."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.outlines import Coordinates, Detail, Polygon, draw_outlines
from openlea.engines.thinning import area, thin

EXACT = Detail(decimals=4, tolerance=0, smallest=0)
ROUGH = Detail(decimals=4, tolerance=0.02, smallest=0)
WEST = [[(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.01, 0.5), (1.0, 0.0), (0.0, 0.0)]]
EAST = [[(1.0, 0.0), (1.01, 0.5), (1.0, 1.0), (2.0, 1.0), (2.0, 0.0), (1.0, 0.0)]]
ISLAND = [[(5.0, 5.0), (5.0, 5.1), (5.1, 5.1), (5.1, 5.0), (5.0, 5.0)]]


def surface(coordinates: Coordinates) -> float:
    """Return the area of a MultiPolygon, its holes left out, in square degrees."""
    return -sum(
        area([(round(x * 10**4), round(y * 10**4)) for x, y in ring[:-1]]) / 2e8
        for polygon in coordinates
        for ring in polygon
    )


def borders(coordinates: Coordinates) -> set[frozenset[tuple[float, ...]]]:
    """Return the pieces of border of an area, without direction."""
    return {
        frozenset((tuple(one), tuple(other)))
        for polygon in coordinates
        for ring in polygon
        for one, other in pairwise(ring)
    }


def hole_of(name: str) -> dict[str, list[Polygon]]:
    """Return an area with a square hole, and the square that fills it."""
    square = [(0.4, 0.4), (0.4, 0.6), (0.6, 0.6), (0.6, 0.4), (0.4, 0.4)]
    around = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (0.0, 0.0)]
    return {"around": [[around, square]], name: [[square]]}


def test_both_sides_of_a_border_are_thinned_alike_so_no_gap_comes_between() -> None:
    drawn = draw_outlines({"west": [WEST], "east": [EAST]}, ROUGH)
    shared = borders(drawn["west"]) & borders(drawn["east"])
    assert shared == {frozenset(((1.0, 0.0), (1.0, 1.0)))}


def test_a_bend_wider_than_the_tolerance_stays() -> None:
    drawn = draw_outlines({"west": [WEST]}, EXACT)
    assert [1.01, 0.5] in drawn["west"][0][0]


def test_areas_that_became_one_lose_the_border_between_them() -> None:
    drawn = draw_outlines({"both": [WEST, EAST]}, EXACT)["both"]
    assert len(drawn) == 1
    assert [1.01, 0.5] not in drawn[0][0]
    assert round(surface(drawn), 6) == 2


def test_the_direction_in_which_a_ring_was_given_does_not_matter() -> None:
    turned = [ring[::-1] for ring in WEST]
    assert draw_outlines({"west": [WEST]}, EXACT) == draw_outlines({"west": [turned]}, EXACT)


def test_outer_rings_run_clockwise_and_holes_the_other_way() -> None:
    drawn = draw_outlines(hole_of("filled"), EXACT)
    outer, hole = drawn["around"][0]
    assert area([(round(x * 10), round(y * 10)) for x, y in outer[:-1]]) < 0
    assert area([(round(x * 10), round(y * 10)) for x, y in hole[:-1]]) > 0


def test_a_hole_that_is_filled_by_its_own_area_is_no_hole_any_more() -> None:
    parts = hole_of("filled")
    drawn = draw_outlines({"one": [*parts["around"], *parts["filled"]]}, EXACT)["one"]
    assert [len(polygon) for polygon in drawn] == [1]


def test_a_small_island_is_left_out_but_never_the_whole_area() -> None:
    detail = Detail(tolerance=0, smallest=0.05)
    drawn = draw_outlines({"west": [WEST, ISLAND], "islet": [ISLAND]}, detail)
    assert len(drawn["west"]) == 1
    assert len(drawn["islet"]) == 1


points = st.tuples(st.integers(-50, 50), st.integers(-50, 50))


@given(st.lists(points, min_size=2, max_size=30), st.floats(0, 20))
def test_a_thinned_line_keeps_its_ends_and_adds_no_point(
    line: list[tuple[int, int]], tolerance: float
) -> None:
    thinned = thin(tuple(line), tolerance)
    assert (thinned[0], thinned[-1]) == (line[0], line[-1])
    assert set(thinned) <= set(line)


@given(st.lists(points, min_size=2, max_size=30), st.floats(0, 20))
def test_a_line_walked_backwards_keeps_the_same_points(
    line: list[tuple[int, int]], tolerance: float
) -> None:
    assert thin(tuple(line[::-1]), tolerance) == thin(tuple(line), tolerance)[::-1]


@given(st.lists(st.integers(1, 40), min_size=4, max_size=4))
def test_the_surface_of_two_neighbours_together_stays_when_one_border_is_thinned(
    bends: list[int],
) -> None:
    border = [(1 + bend / 100, 0.2 * place) for place, bend in enumerate(bends, start=1)]
    west = [[(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), *border[::-1], (1.0, 0.0), (0.0, 0.0)]]
    east = [[(1.0, 0.0), *border, (1.0, 1.0), (3.0, 1.0), (3.0, 0.0), (1.0, 0.0)]]
    drawn = draw_outlines({"west": [west], "east": [east]}, Detail(tolerance=0.1, smallest=0))
    assert round(surface(drawn["west"]) + surface(drawn["east"]), 9) == 3
