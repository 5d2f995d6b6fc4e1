"""A drawn graph: every node once, arrows down, nothing on top of anything, always the same."""

import random
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openlea.engines.drawing import Drawing, Edge, Size
from openlea.engines.layering import back_edges, lay_out, longest_path

GAP_X, GAP_Y = 24.0, 72.0
CLOSE = 1e-6


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[str, Size], list[Edge]]:
    """Draw up to nine nodes of different sizes, and any edges between them."""
    names = draw(st.lists(st.sampled_from("abcdefghi"), unique=True, max_size=9))
    side = st.integers(10, 200).map(float)
    sizes = {name: (draw(side), draw(side)) for name in names}
    ends = st.sampled_from(names) if names else st.nothing()
    edges = draw(st.lists(st.tuples(ends, ends), max_size=20)) if names else []
    return sizes, edges


def squares(names: str) -> dict[str, Size]:
    """Return a node of ten by ten for each letter."""
    return dict.fromkeys(names, (10.0, 10.0))


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Return the pairs of nodes that touch."""
    return [
        (one, other)
        for (one, a), (other, b) in combinations(drawing.spots.items(), 2)
        if a.x < b.x + b.width - CLOSE
        and b.x < a.x + a.width - CLOSE
        and a.y < b.bottom - CLOSE
        and b.y < a.bottom - CLOSE
    ]


@given(graphs())
def test_every_node_is_drawn_once_in_its_own_size(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    sizes, edges = graph
    spots = lay_out(sizes, edges).spots
    assert {name: (spot.width, spot.height) for name, spot in spots.items()} == sizes


@given(graphs())
def test_edges_run_down_once_those_that_close_a_cycle_are_turned(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    drawing = lay_out(*graph)
    for start, end in drawing.routes:
        runs_down = drawing.spots[start].layer < drawing.spots[end].layer
        assert runs_down != ((start, end) in drawing.turned)


@given(graphs())
def test_no_two_nodes_overlap_and_neighbours_keep_their_distance(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    drawing = lay_out(*graph)
    assert overlaps(drawing) == []
    spots = list(drawing.spots.values())
    for layer in {spot.layer for spot in spots}:
        row = sorted((spot for spot in spots if spot.layer == layer), key=lambda spot: spot.x)
        assert all(b.x - a.x - a.width >= GAP_X - CLOSE for a, b in pairwise(row))
        below = [spot.y for spot in spots if spot.layer == layer + 1]
        assert all(y - spot.bottom >= GAP_Y - CLOSE for y in below for spot in row)


@given(graphs())
def test_the_same_graph_gives_the_same_drawing(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    assert lay_out(*graph) == lay_out(*graph)


@given(graphs())
def test_everything_lies_within_the_sheet(graph: tuple[dict[str, Size], list[Edge]]) -> None:
    drawing = lay_out(*graph)
    points = [point for route in drawing.routes.values() for point in route]
    corners = [(s.x, s.y) for s in drawing.spots.values()]
    corners += [(s.x + s.width, s.bottom) for s in drawing.spots.values()]
    for x, y in points + corners:
        assert -CLOSE <= x <= drawing.width + CLOSE
        assert -CLOSE <= y <= drawing.height + CLOSE


@given(graphs())
def test_each_edge_leaves_its_own_start_and_arrives_at_its_own_end(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    sizes, edges = graph
    drawing = lay_out(sizes, edges)
    assert set(drawing.routes) == {edge for edge in edges if edge[0] != edge[1]}
    for (start, end), route in drawing.routes.items():
        for name, (x, y) in ((start, route[0]), (end, route[-1])):
            spot = drawing.spots[name]
            assert spot.x < x < spot.x + spot.width
            assert y in (spot.y, spot.bottom)


@given(graphs())
def test_no_line_runs_behind_a_node_of_a_row_it_passes(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    drawing = lay_out(*graph)
    for edge, route in drawing.routes.items():
        others = [spot for name, spot in drawing.spots.items() if name not in edge]
        for (x0, y0), (x1, y1) in pairwise(route):
            low, high = min(y0, y1), max(y0, y1)
            beside = [s for s in others if s.y < high - CLOSE and low < s.bottom - CLOSE]
            assert all(
                not s.x + CLOSE < x < s.x + s.width - CLOSE for s in beside for x in (x0, x1)
            )


@given(graphs())
def test_no_two_lines_touch_a_side_of_a_node_in_the_same_place(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    routes = lay_out(*graph).routes
    ends = [(edge[at], route[at]) for edge, route in routes.items() for at in (0, -1)]
    assert len(ends) == len(set(ends))


@given(graphs())
def test_without_its_back_edges_a_graph_has_no_cycle(
    graph: tuple[dict[str, Size], list[Edge]],
) -> None:
    nodes, edges = list(graph[0]), [edge for edge in graph[1] if edge[0] != edge[1]]
    back = back_edges(nodes, edges)
    left = [edge for edge in edges if edge not in back]
    assert back_edges(nodes, left) == frozenset()
    layer = longest_path(nodes, left)
    for node in nodes:
        above = [layer[start] for start, end in left if end == node]
        assert layer[node] == max(above, default=-1) + 1


def test_a_graph_without_a_cycle_turns_nothing() -> None:
    assert back_edges("abcd", [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]) == frozenset()


def test_the_edge_that_closes_the_walk_is_the_one_that_turns() -> None:
    assert back_edges("abc", [("a", "b"), ("b", "c"), ("c", "a")]) == {("c", "a")}
    assert back_edges("cab", [("a", "b"), ("b", "c"), ("c", "a")]) == {("b", "c")}


def test_a_long_chain_is_walked_without_running_out_of_stack() -> None:
    names = [str(number) for number in range(5000)]
    edges = list(pairwise(names))
    assert back_edges(names, edges) == frozenset()
    assert longest_path(names, edges)["4999"] == 4999


def test_nothing_is_an_empty_sheet_and_a_loop_is_not_drawn() -> None:
    nothing = lay_out({}, [])
    assert (nothing.width, nothing.height, dict(nothing.routes)) == (0, 0, {})
    loop = lay_out(squares("a"), [("a", "a")])
    assert (loop.width, loop.height, dict(loop.routes)) == (10, 10, {})


def test_an_edge_to_nowhere_is_refused() -> None:
    with pytest.raises(KeyError, match="b"):
        lay_out(squares("a"), [("a", "b")])


def test_one_above_the_other_is_a_straight_line() -> None:
    drawing = lay_out(squares("ab"), [("a", "b")])
    assert (drawing.width, drawing.height) == (10, 10 + GAP_Y + 10)
    assert drawing.routes["a", "b"] == ((5, 10), (5, 10 + GAP_Y))
    assert [spot.centre for spot in drawing.spots.values()] == [5, 5]


def test_there_and_back_are_two_lines_beside_each_other() -> None:
    drawing = lay_out(squares("ab"), [("a", "b"), ("b", "a")])
    assert drawing.turned == {("b", "a")}
    there, back = drawing.routes["a", "b"], drawing.routes["b", "a"]
    assert there[0][1] == back[-1][1] == 10
    assert {point[0] for point in there}.isdisjoint({point[0] for point in back})


def test_a_child_stands_below_the_middle_of_its_parents() -> None:
    spots = lay_out(squares("abc"), [("a", "c"), ("b", "c")]).spots
    assert spots["c"].centre == pytest.approx((spots["a"].centre + spots["b"].centre) / 2)


def test_a_large_network_is_drawn_without_overlap() -> None:
    chance = random.Random(7)  # noqa: S311 - a drawing is no secret
    names = [f"n{number}" for number in range(120)]
    edges = [(chance.choice(names), chance.choice(names)) for _ in range(160)]
    assert overlaps(lay_out(dict.fromkeys(names, (180.0, 80.0)), edges)) == []
