"""How unevenly groups are spread over units such as schools: nine indices, all areas in one pass.

With a and b of the one and the other group in a unit, A and B in the area, t = a + b, P = A / T:
dissimilariteit D = ½ Σ|a/A − b/B|; isolatie Σ(a/A)(a/t); blootstelling Σ(a/A)(b/t); genormaliseerd
(isolatie − P)/(1 − P), for two groups the index of the OECD; variantieverhouding
Σ t(p − P)² / (T P(1 − P)), the same number by another road (eta²); Gini Σ_{i,j}|a_i b_j − a_j b_i|
/ 2AB; Atkinson (shape ½) 1 − (Σ√(ab))² / AB: Massey and Denton 1988, James and Taeuber 1985.
wederzijdse_informatie M = Σ (n/N) ln(nN / (n_unit n_group)) and theil_h = M / entropy of the
groups: Theil 1971, Mora and Ruiz-Castillo 2011.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from openlea.engines.segregation.areas import Areas, FloatArray, counts_of

INDICES: Final = (
    "dissimilariteit",
    "isolatie",
    "blootstelling",
    "genormaliseerd",
    "gini",
    "theil_h",
    "wederzijdse_informatie",
    "atkinson",
    "variantieverhouding",
)
MULTIGROUP: Final = frozenset({"theil_h", "wederzijdse_informatie"})


def indices(counts: ArrayLike, area: ArrayLike, *, group: int = 0) -> dict[str, FloatArray]:
    """Return per index one value per area, from counts (units × groups) and an area per unit.

    Two-group indices lay column `group` beside the rest. NaN where an index isn't defined: fewer
    than two units with anybody in them, or nobody in (or outside) the group.
    """
    table, areas = counts_of(counts, area)
    if not -table.shape[1] <= group < table.shape[1]:
        raise ValueError(f"there is no group {group}")
    if not areas.count:
        return {name: np.zeros(0) for name in INDICES}
    found = measured(list(table.T), table.sum(axis=1), areas, group=group)
    return {name: areas.placed(values) for name, values in found.items()}


def measured(
    groups: Sequence[FloatArray],
    members: FloatArray,
    areas: Areas,
    *,
    group: int = 0,
    only: Collection[str] = INDICES,
) -> dict[str, FloatArray]:
    """Return the indices per area that has units, from the units of each group and of all.

    A group may have draws behind its units; `members` is then units × 1: the same in every draw.
    """
    pair = _pair(groups[group], members, areas)
    with np.errstate(divide="ignore", invalid="ignore"):
        several = not MULTIGROUP.isdisjoint(only)
        found = _informative(groups, members, pair, areas) if several else {}
        for name in only:
            if name not in MULTIGROUP:
                found[name] = np.where(pair.defined, _FORMULA[name](pair, areas), np.nan)
    return {name: found[name] for name in only}


@dataclass(frozen=True, slots=True)
class _Pair:
    """The one group and the rest: per unit, and per area."""

    a: FloatArray
    t: FloatArray
    area_a: FloatArray
    area_t: FloatArray
    peopled: FloatArray

    @property
    def b(self) -> FloatArray:
        """Return the rest per unit."""
        return self.t - self.a

    @property
    def area_b(self) -> FloatArray:
        """Return the rest per area."""
        return self.area_t - self.area_a

    @property
    def defined(self) -> NDArray[np.bool_]:
        """Return where both are there and more than one unit has anybody."""
        both: NDArray[np.bool_] = (self.area_a > 0) & (self.area_b > 0)
        return both & (self.peopled > 1)

    @property
    def share(self) -> FloatArray:
        """Return P per area."""
        return self.area_a / self.area_t

    @property
    def someone(self) -> FloatArray:
        """Return the members of each unit to divide by: 1 where it has none."""
        return np.where(self.t > 0, self.t, 1)


def _pair(a: FloatArray, t: FloatArray, areas: Areas) -> _Pair:
    peopled = areas.total((t > 0).astype(np.float64))
    return _Pair(a, t, areas.total(a), areas.total(t), peopled)


def _dissimilarity(pair: _Pair, areas: Areas) -> FloatArray:
    # a/A − b/B = (aT − tA) / AB: one product less per unit than the two shares.
    gap = areas.spread(pair.area_a) * pair.t
    gap -= pair.a * areas.spread(pair.area_t)
    np.abs(gap, out=gap)
    return areas.total(gap) / (2 * pair.area_a * pair.area_b)


def _isolation(pair: _Pair, areas: Areas) -> FloatArray:
    return areas.total(pair.a * pair.a / pair.someone) / pair.area_a


def _exposure(pair: _Pair, areas: Areas) -> FloatArray:
    return areas.total(pair.a * pair.b / pair.someone) / pair.area_a


def _normalised(pair: _Pair, areas: Areas) -> FloatArray:
    share = pair.share
    return np.clip((_isolation(pair, areas) - share) / (1 - share), 0, 1)


def _variance_ratio(pair: _Pair, areas: Areas) -> FloatArray:
    share = pair.share
    gap = pair.a - pair.t * areas.spread(share)
    between = areas.total(gap * gap / pair.someone)
    return between / (pair.area_b * share)


def _atkinson(pair: _Pair, areas: Areas) -> FloatArray:
    overlap = areas.total(np.sqrt(pair.a * pair.b))
    return np.clip(1 - overlap * overlap / (pair.area_a * pair.area_b), 0, 1)


def _gini(pair: _Pair, areas: Areas) -> FloatArray:
    # In the order of p every |a_i b_j − a_j b_i| loses its bars, and one running sum does for all.
    at = np.arange(len(areas.sizes), dtype=np.float64) * 2
    key = pair.a / pair.someone
    key = key + areas.spread(at).reshape(-1, *[1] * (key.ndim - 1))
    order = np.argsort(key.T, axis=-1).T
    a, b = np.take_along_axis(pair.a, order, 0), np.take_along_axis(pair.b, order, 0)
    before_a, before_b = _before(a, areas), _before(b, areas)
    return areas.total(a * before_b - b * before_a) / (pair.area_a * pair.area_b)


def _before(values: FloatArray, areas: Areas) -> FloatArray:
    """Return per unit the sum over the units before it in its area."""
    running = np.cumsum(values, axis=0) - values
    return running - areas.spread(running[areas.starts])


def _informative(
    groups: Sequence[FloatArray], members: FloatArray, pair: _Pair, areas: Areas
) -> dict[str, FloatArray]:
    """Return M and H: the information that a unit gives of the group, and its share of all."""
    per_group = [areas.total(each) for each in groups]
    total = pair.area_t
    units = areas.total(sum((xlogx(each) for each in groups), start=-xlogx(members)))
    apart = xlogx(total) - sum(xlogx(each) for each in per_group)
    several = sum((each > 0).astype(np.int64) for each in per_group) > 1
    defined = several & (pair.peopled > 1)
    information = np.where(defined, np.clip((units + apart) / total, 0, None), np.nan)
    ratio = np.clip(information * total / np.where(defined, apart, np.nan), 0, 1)
    return {"wederzijdse_informatie": information, "theil_h": ratio}


def xlogx(values: FloatArray) -> FloatArray:
    """Return x ln x, and 0 at 0."""
    return values * np.log(np.where(values > 0, values, 1))


_FORMULA: dict[str, Callable[[_Pair, Areas], FloatArray]] = {
    "dissimilariteit": _dissimilarity,
    "isolatie": _isolation,
    "blootstelling": _exposure,
    "genormaliseerd": _normalised,
    "gini": _gini,
    "atkinson": _atkinson,
    "variantieverhouding": _variance_ratio,
}
