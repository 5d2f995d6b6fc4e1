"""Counts that are ranges give an index that is a range, in which every exact value surely lies.

All indices are read as a distance between u = a / A and v = b / B, the shares that a unit has of
the one group and of the rest: it grows as the two part, so its least and most lie at the ends of
their ranges. What A and B are is not known either; they are cut into cells, each cell is bounded,
and the widest bounds count. Where nothing is a range, the range is the value itself. Shares sum to
one; that is used unit by unit only, so a range may be wider than need be, never too narrow.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from openlea.engines.segregation.areas import FloatArray, counts_of
from openlea.engines.segregation.measures import INDICES, indices

CELLS: Final = 12
"""Cells along A and along B: finer cells give narrower bounds and take longer."""
MOST_PAIRS: Final = 150
"""Units up to which the pairs of Gini are bounded one by one; above it D bounds Gini."""
SLACK: Final = 1e-9
Range = tuple[FloatArray, FloatArray]


def index_range(
    low: ArrayLike, high: ArrayLike, area: ArrayLike, *, group: int = 0
) -> dict[str, Range]:
    """Return per index the least and the most per area, of all counts from `low` to `high`.

    Both are units × groups. For more than two groups M and H are those of the group and the rest.
    NaN where no count in the range defines the index. ValueError where low passes high.
    """
    bottom, areas = counts_of(low, area)
    top, _ = counts_of(high, area)
    if bottom.shape != top.shape or (bottom > top).any():
        raise ValueError("low must not pass high, and both must have the same shape")
    if not areas.count:
        return {name: (np.zeros(0), np.zeros(0)) for name in INDICES}
    ends = np.stack([_pair(bottom, group), _pair(top, group)])
    exact = indices(ends[1], areas.spread(areas.present))
    found = {name: (exact[name].copy(), exact[name].copy()) for name in exact}
    for at in np.flatnonzero(areas.total((ends[1] - ends[0]).sum(axis=1)) > 0):
        rows = slice(areas.starts[at], areas.starts[at] + areas.sizes[at])
        for name, (least, most) in _bounded(ends[0, rows], ends[1, rows]).items():
            found[name][0][areas.present[at]] = least
            found[name][1][areas.present[at]] = most
    return found


def _pair(table: FloatArray, group: int) -> FloatArray:
    others = np.arange(table.shape[1]) != group % table.shape[1]
    return np.stack([table[:, group], table[:, others].sum(axis=1)], axis=1)


def _bounded(low: FloatArray, high: FloatArray) -> dict[str, tuple[float, float]]:
    """Return the bounds of every index in one area, from units × 2."""
    if (high.sum(axis=0) <= 0).any() or (high.sum(axis=1) > 0).sum() < len(("one", "other")):
        return dict.fromkeys(INDICES, (np.nan, np.nan))
    (a1, a2), (b1, b2) = (_cut(low[:, k].sum(), high[:, k].sum()) for k in (0, 1))
    a1, a2, b1, b2 = (
        np.repeat(a1, CELLS), np.repeat(a2, CELLS), np.tile(b1, CELLS), np.tile(b2, CELLS),
    )  # fmt: skip
    u = _shares(low[:, 0], high[:, 0], a1, a2)
    v = _shares(low[:, 1], high[:, 1], b1, b2)
    p = (a1 / np.maximum(a1 + b2, TINY), a2 / np.maximum(a2 + b1, TINY))
    variance, information = _weighed(_variance, u, v, p), _weighed(_divergence, u, v, p)
    unevenness = _unevenness(u, v)
    isolation = tuple(p[k] + (1 - p[k]) * variance[k] for k in (0, 1))
    ranges = {
        "dissimilariteit": unevenness,
        "isolatie": isolation,
        "blootstelling": (1 - isolation[1], 1 - isolation[0]),
        "genormaliseerd": variance,
        "gini": _gini(u, v, unevenness),
        "theil_h": _ratio(information, p),
        "wederzijdse_informatie": information,
        "atkinson": _atkinson(u, v),
        "variantieverhouding": variance,
    }
    return {name: _widest(name, *ends) for name, ends in ranges.items()}


TINY: Final = 1e-300
Ends = tuple[FloatArray, FloatArray]


def _widest(name: str, least: FloatArray, most: FloatArray) -> tuple[float, float]:
    limit = np.log(2) if name == "wederzijdse_informatie" else 1.0
    return max(float(least.min()) - SLACK, 0.0), min(float(most.max()) + SLACK, limit)


def _cut(low: float, high: float) -> tuple[FloatArray, FloatArray]:
    edges = np.linspace(low, high, CELLS + 1)
    return edges[:-1], edges[1:]


def _shares(low: FloatArray, high: FloatArray, least: FloatArray, most: FloatArray) -> Ends:
    """Return the ends of what each unit has of a group, cells × units; all together they are 1."""
    bottom = np.clip(low / np.maximum(most, TINY)[:, None], 0, 1)
    top = np.clip(high / np.maximum(least, TINY)[:, None], 0, 1)
    others_low = bottom.sum(axis=1, keepdims=True) - bottom
    others_high = top.sum(axis=1, keepdims=True) - top
    narrow = np.clip(np.maximum(bottom, 1 - others_high - SLACK), 0, 1)
    return narrow, np.maximum(np.clip(np.minimum(top, 1 - others_low + SLACK), 0, 1), narrow)


def _nearest(u: Ends, v: Ends) -> tuple[Ends, Ends]:
    """Return u and v where they are nearest, and the two places where they are farthest apart."""
    meet = np.maximum(u[0], v[0])
    near = (np.where(u[1] < v[0], u[1], meet), np.where(v[1] < u[0], v[1], meet))
    return near, (u[1], v[0])


def _unevenness(u: Ends, v: Ends) -> Ends:
    """Return the ends of D: half of all gaps, and all gaps to one side, whichever is sharper."""
    over, under = np.clip(u[1] - v[0], 0, None), np.clip(v[1] - u[0], 0, None)
    most = np.minimum(np.maximum(over, under).sum(axis=1) / 2, over.sum(axis=1))
    sure_over, sure_under = np.clip(u[0] - v[1], 0, None), np.clip(v[0] - u[1], 0, None)
    least = np.maximum(sure_over.sum(axis=1), sure_under.sum(axis=1))
    return least, np.minimum(most, under.sum(axis=1))


def _weighed(
    distance: Callable[[FloatArray, FloatArray, FloatArray], FloatArray], u: Ends, v: Ends, p: Ends
) -> Ends:
    """Return the ends of a sum of distances that also hang on P: concave in it, nought at 0 and 1.

    So its least lies at an end of P, and its most is below what either end's chord says.
    """
    (near_u, near_v), _ = _nearest(u, v)
    at = [each[:, None] for each in p]
    least = np.minimum(
        *(distance(near_u, near_v, each).sum(axis=1) for each in at)
    )  # fmt: skip
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        tops = [
            np.maximum(distance(u[1], v[0], each), distance(u[0], v[1], each)).sum(axis=1)
            for each in at
        ]
        first = np.where(p[0] > 0, tops[0] * p[1] / np.where(p[0] > 0, p[0], 1), np.inf)
        rest = 1 - p[1]
        last = np.where(rest > 0, tops[1] * (1 - p[0]) / np.where(rest > 0, rest, 1), np.inf)
    return least, np.minimum(first, last)


def _variance(u: FloatArray, v: FloatArray, p: FloatArray) -> FloatArray:
    together = u * p + v * (1 - p)
    return (u - v) ** 2 * p * (1 - p) / np.where(together > 0, together, 1)


def _divergence(u: FloatArray, v: FloatArray, p: FloatArray) -> FloatArray:
    together = u * p + v * (1 - p)
    return p * _times_log(u, together) + (1 - p) * _times_log(v, together)


def _times_log(share: FloatArray, together: FloatArray) -> FloatArray:
    some: NDArray[np.bool_] = (share > 0) & (together > 0)
    return share * np.log(np.where(some, share, 1) / np.where(some, together, 1))


def _atkinson(u: Ends, v: Ends) -> Ends:
    """Return the ends by half of Hellinger's distance: Σ√(uv) = 1 − ½ Σ(√u − √v)²."""
    (near_u, near_v), _ = _nearest(u, v)
    near = ((np.sqrt(near_u) - np.sqrt(near_v)) ** 2).sum(axis=1) / 2
    over = (np.sqrt(u[1]) - np.sqrt(v[0])) ** 2
    under = (np.sqrt(u[0]) - np.sqrt(v[1])) ** 2
    far = np.minimum(np.maximum(over, under).sum(axis=1) / 2, 1)
    return 1 - (1 - np.minimum(near, 1)) ** 2, 1 - (1 - far) ** 2


def _ratio(information: Ends, p: Ends) -> Ends:
    """Return the ends of H: M through the entropy of the groups, which is most at a half."""
    ends = [_times_log(each, np.ones_like(each)) for each in (p[0], 1 - p[0], p[1], 1 - p[1])]
    entropies = -(ends[0] + ends[1]), -(ends[2] + ends[3])
    least = np.minimum(*entropies)
    most = np.where((p[0] <= 0.5) & (p[1] >= 0.5), np.log(2), np.maximum(*entropies))  # noqa: PLR2004
    high = np.where(least > 0, information[1] / np.where(least > 0, least, 1), 1)
    return information[0] / np.where(most > 0, most, 1), np.minimum(high, 1)


def _gini(u: Ends, v: Ends, unevenness: Ends) -> Ends:
    """Return the ends of Gini: not below D, not above D(2 − D), and pair by pair where few."""
    uneven = np.minimum(unevenness[1], 1)
    least, most = unevenness[0], uneven * (2 - uneven)
    if u[0].shape[1] > MOST_PAIRS:
        return least, most
    lows, highs = np.empty(len(least)), np.empty(len(least))
    for at in range(len(least)):
        low = u[0][at][:, None] * v[0][at] - (u[1][at][:, None] * v[1][at]).T
        high = u[1][at][:, None] * v[1][at] - (u[0][at][:, None] * v[0][at]).T
        lows[at] = np.clip(np.maximum(low, -high), 0, None).sum() / 2
        highs[at] = np.maximum(np.abs(low), np.abs(high)).sum() / 2
    return np.maximum(least, lows), np.minimum(most, highs)
