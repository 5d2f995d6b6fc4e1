"""Where things on a row stand: near to where they want to be, and never on top of each other.

Least squares with a minimum distance is isotonic regression, solved exactly by pooling adjacent
violators (Barlow, Bartholomew, Bremner and Brunk, 'Statistical inference under order
restrictions', 1972).
"""

import itertools
from collections.abc import Mapping, Sequence

PASSES = 8


def place(
    layers: Sequence[Sequence[str]],
    links: Sequence[tuple[str, str]],
    widths: Mapping[str, float],
    gap: float,
) -> dict[str, float]:
    """Return the centre of each thing: every layer in order, at least `gap` apart."""
    near: dict[str, list[str]] = {}
    for start, end in links:
        near.setdefault(start, []).append(end)
        near.setdefault(end, []).append(start)
    centres: dict[str, float] = {}
    for layer in layers:
        centres |= _packed(layer, widths, gap)
    for turn in range(PASSES):
        for layer in layers if turn % 2 == 0 else reversed(layers):
            wanted = [_mean([centres[other] for other in near.get(node, [node])]) for node in layer]
            centres |= zip(layer, spread(layer, wanted, widths, gap), strict=True)
    return centres


def _packed(layer: Sequence[str], widths: Mapping[str, float], gap: float) -> dict[str, float]:
    """Return the layer side by side with its middle at nought."""
    total = sum(widths[node] for node in layer) + gap * max(len(layer) - 1, 0)
    left, centres = -total / 2, {}
    for node in layer:
        centres[node] = left + widths[node] / 2
        left += widths[node] + gap
    return centres


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def spread(
    layer: Sequence[str], wanted: Sequence[float], widths: Mapping[str, float], gap: float
) -> list[float]:
    """Return the places closest to the wanted ones that keep the order and the gap."""
    offsets = [0.0]
    for left, right in itertools.pairwise(layer):
        offsets.append(offsets[-1] + widths[left] / 2 + gap + widths[right] / 2)
    aims = [want - offset for want, offset in zip(wanted, offsets, strict=False)]
    return [aim + offset for aim, offset in zip(rising(aims), offsets, strict=False)]


def rising(aims: Sequence[float]) -> list[float]:
    """Return the nearest values (least squares) that never fall."""
    pools: list[tuple[float, int]] = []
    for aim in aims:
        total, size = aim, 1
        while pools and pools[-1][0] / pools[-1][1] > total / size:
            last_total, last_size = pools.pop()
            total, size = total + last_total, size + last_size
        pools.append((total, size))
    return [total / size for total, size in pools for _ in range(size)]
