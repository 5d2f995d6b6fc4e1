"""The line of each edge: from a port below one node, straight past the rows between, to the next.

Ports are spread over the side of a node in the order of where the lines go, so that two lines
between the same two nodes don't cover each other.
"""

from collections.abc import Mapping, Sequence

from openlea.engines.drawing import Edge, Point, Spot

Rows = Sequence[tuple[float, float]]
"""Top and bottom of each layer."""


def route(
    down: Mapping[Edge, Edge],
    chains: Mapping[Edge, tuple[str, ...]],
    spots: Mapping[str, Spot],
    centres: Mapping[str, float],
    rows: Rows,
) -> dict[Edge, tuple[Point, ...]]:
    """Return the points of each edge, from its own start to its own end.

    `down` gives each edge in the direction in which it is drawn; `chains` the names it passes.
    """
    leaving = _ports(down, chains, centres, spots, side=0)
    arriving = _ports(down, chains, centres, spots, side=-1)
    routes = {}
    for edge, way in down.items():
        first, last = spots[way[0]], spots[way[1]]
        # A node that is lower than its row: straight down first, clear of its taller neighbours.
        points = list(
            dict.fromkeys((leaving[edge], y) for y in (first.bottom, rows[first.layer][1]))
        )
        for layer, bend in enumerate(chains[way][1:-1], start=first.layer + 1):
            points += [(centres[bend], y) for y in rows[layer]]
        points.append((arriving[edge], last.y))
        routes[edge] = tuple(points if edge == way else reversed(points))
    return routes


def _ports(
    down: Mapping[Edge, Edge],
    chains: Mapping[Edge, tuple[str, ...]],
    centres: Mapping[str, float],
    spots: Mapping[str, Spot],
    *,
    side: int,
) -> dict[Edge, float]:
    """Return the x at which each edge touches its upper (side 0) or lower (side -1) node."""
    beside = 1 if side == 0 else -2
    per_node: dict[str, list[Edge]] = {}
    for edge, way in sorted(down.items(), key=lambda item: centres[chains[item[1]][beside]]):
        per_node.setdefault(way[side], []).append(edge)
    return {
        edge: spots[node].x + spots[node].width * (index + 1) / (len(edges) + 1)
        for node, edges in per_node.items()
        for index, edge in enumerate(edges)
    }
