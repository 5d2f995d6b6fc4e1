"""The order within each layer of a layered graph, by barycenter, so that edges cross little.

Barycenter method: Sugiyama, Tagawa and Toda (1981). Crossings are counted as inversions (Barth,
Mutzel and Juenger, 'Simple and efficient bilayer cross counting', 2004).
"""

import itertools
from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence

SWEEPS = 12

Layers = list[list[str]]


def order_layers(layers: Layers, links: Sequence[tuple[str, str]]) -> Layers:
    """Return the layers reordered; links join a layer to the next. Never more crossings."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for start, end in links:
        below.setdefault(start, []).append(end)
        above.setdefault(end, []).append(start)
    best = [list(layer) for layer in layers]
    fewest = count_crossings(best, below)
    current = best
    for sweep in range(SWEEPS):
        if not fewest:
            break
        current = _sweep(current, above if sweep % 2 == 0 else below, upward=sweep % 2 == 1)
        crossings = count_crossings(current, below)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _sweep(layers: Layers, neighbours: Mapping[str, Sequence[str]], *, upward: bool) -> Layers:
    """Return the layers with each sorted by the mean place of its neighbours in the one before."""
    swept = list(reversed(layers)) if upward else list(layers)
    for index in range(1, len(swept)):
        place = {node: spot for spot, node in enumerate(swept[index - 1])}
        swept[index] = _by_barycenter(swept[index], neighbours, place)
    return list(reversed(swept)) if upward else swept


def _by_barycenter(
    layer: Sequence[str], neighbours: Mapping[str, Sequence[str]], place: Mapping[str, int]
) -> list[str]:
    """Return the layer sorted; a node without neighbours keeps its place."""
    near = {node: [place[other] for other in neighbours.get(node, ())] for node in layer}
    moving = sorted(
        (node for node in layer if near[node]), key=lambda node: sum(near[node]) / len(near[node])
    )
    queue = iter(moving)
    return [next(queue) if near[node] else node for node in layer]


def count_crossings(layers: Layers, below: Mapping[str, Sequence[str]]) -> int:
    """Return how many pairs of links cross."""
    crossings = 0
    for upper, lower in itertools.pairwise(layers):
        place = {node: spot for spot, node in enumerate(lower)}
        seen: list[int] = []
        for node in upper:
            for spot in sorted(place[other] for other in below.get(node, ())):
                crossings += len(seen) - bisect_right(seen, spot)
                insort(seen, spot)
    return crossings
