"""A directed graph laid out in layers, so that arrows run down and cross little.

After Sugiyama, Tagawa and Toda, 'Methods for visual understanding of hierarchical system
structures', IEEE Trans. SMC 11 (1981): (1) turn the edges that close a cycle; (2) put each node
one layer below its lowest predecessor (longest path); (3) give long edges a bend in each layer
they pass; (4) order each layer by barycenter, keep the order with fewest crossings; (5) put nodes
near their neighbours without overlap, by isotonic regression (pool adjacent violators).
"""

import itertools
from collections.abc import Mapping, Sequence

from openlea.engines.crossings import order_layers
from openlea.engines.drawing import Drawing, Edge, Size, Spot
from openlea.engines.routing import Rows, route
from openlea.engines.spacing import place


def lay_out(
    sizes: Mapping[str, Size],
    edges: Sequence[Edge],
    gap_x: float = 24,
    gap_y: float = 72,
) -> Drawing:
    """Return the drawing of nodes (id to width and height) and edges; the same input, the same one.

    Loops and double edges are drawn once or not at all. Raises KeyError for an edge to nowhere.
    """
    for end in (end for edge in edges for end in edge):
        sizes[end]
    clean = list(dict.fromkeys(edge for edge in edges if edge[0] != edge[1]))
    turned = back_edges(list(sizes), clean)
    down = {edge: edge[::-1] if edge in turned else edge for edge in clean}
    layer_of = longest_path(list(sizes), list(down.values()))
    chains = {edge: _chain(edge, layer_of) for edge in dict.fromkeys(down.values())}
    layers = _layers(layer_of, list(chains.values()))
    links = [pair for chain in chains.values() for pair in itertools.pairwise(chain)]
    ordered = order_layers(layers, links)
    widths = {one: sizes[one][0] if one in sizes else 0.0 for layer in ordered for one in layer}
    centres = place(ordered, links, widths, gap_x)
    left = min((centres[one] - wide / 2 for one, wide in widths.items()), default=0.0)
    centres = {one: centre - left for one, centre in centres.items()}
    rows = _rows(sizes, layer_of, gap_y)
    spots = _spots(sizes, layer_of, centres, rows)
    return Drawing(
        spots=spots,
        routes=route(down, chains, spots, centres, rows),
        turned=turned,
        width=max((centres[one] + wide / 2 for one, wide in widths.items()), default=0.0),
        height=max((spot.bottom for spot in spots.values()), default=0.0),
    )


def back_edges(nodes: Sequence[str], edges: Sequence[Edge]) -> frozenset[Edge]:
    """Return the edges that close a cycle in a walk in depth; without them there is none."""
    after: dict[str, list[str]] = {node: [] for node in nodes}
    for start, end in edges:
        after[start].append(end)
    back: set[Edge] = set()
    done: set[str] = set()
    for root in nodes:
        path = {root: iter(after[root])} if root not in done else {}
        while path:
            here = next(reversed(path))
            step = next(path[here], None)
            if step is None:
                done.add(here)
                del path[here]
            elif step in path:
                back.add((here, step))
            elif step not in done:
                path[step] = iter(after[step])
    return frozenset(back)


def longest_path(nodes: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """Return the layer of each node: one below its lowest predecessor. The edges have no cycle."""
    after: dict[str, list[str]] = {node: [] for node in nodes}
    waits = dict.fromkeys(nodes, 0)
    for start, end in edges:
        after[start].append(end)
        waits[end] += 1
    layer = dict.fromkeys(nodes, 0)
    ready = [node for node in nodes if not waits[node]]
    for node in ready:
        for end in after[node]:
            layer[end] = max(layer[end], layer[node] + 1)
            waits[end] -= 1
            if not waits[end]:
                ready.append(end)
    return layer


def _chain(edge: Edge, layer_of: Mapping[str, int]) -> tuple[str, ...]:
    """Return the names an edge passes, one in each layer."""
    start, end = edge
    between = range(layer_of[start] + 1, layer_of[end])
    return (start, *(f"{start}\0{end}\0{layer}" for layer in between), end)


def _layers(layer_of: Mapping[str, int], chains: Sequence[tuple[str, ...]]) -> list[list[str]]:
    depth = max(layer_of.values(), default=-1) + 1
    layers: list[list[str]] = [[] for _ in range(depth)]
    for node, layer in layer_of.items():
        layers[layer].append(node)
    for chain in chains:
        for layer, bend in enumerate(chain[1:-1], start=layer_of[chain[0]] + 1):
            layers[layer].append(bend)
    return layers


def _rows(sizes: Mapping[str, Size], layer_of: Mapping[str, int], gap_y: float) -> Rows:
    """Return (top, bottom) of each layer."""
    heights = [0.0] * (max(layer_of.values(), default=-1) + 1)
    for node, layer in layer_of.items():
        heights[layer] = max(heights[layer], sizes[node][1])
    tops = [sum(heights[:layer]) + gap_y * layer for layer in range(len(heights))]
    return [(top, top + height) for top, height in zip(tops, heights, strict=True)]


def _spots(
    sizes: Mapping[str, Size],
    layer_of: Mapping[str, int],
    centres: Mapping[str, float],
    rows: Rows,
) -> dict[str, Spot]:
    return {
        node: Spot(
            layer=layer_of[node],
            x=centres[node] - width / 2,
            y=rows[layer_of[node]][0],
            width=width,
            height=height,
        )
        for node, (width, height) in sizes.items()
    }
