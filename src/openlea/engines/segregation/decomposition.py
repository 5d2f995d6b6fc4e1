"""Takes the information index M apart: per unit, and between and within clusters of units.

M of an area is the sum of what its units give; and it is M between clusters plus the weighted sum
of M within each cluster. H is M divided by the entropy of the groups, so its parts add up likewise:
Mora and Ruiz-Castillo 2011, "Entropy-based Segregation Indices", Sociological Methodology 41(1).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from openlea.engines.segregation.areas import Areas, FloatArray, IntArray, counts_of
from openlea.engines.segregation.measures import indices, xlogx


@dataclass(frozen=True, slots=True)
class Parts:
    """M or H of each area, taken apart; between + Σ weight × within = total.

    `total`, `between` and `within_total` hold a value per area. The rest holds a value per cluster
    that occurs in an area: that area, the cluster's number, its own index and what it weighs.
    """

    total: FloatArray
    between: FloatArray
    within_total: FloatArray
    area: IntArray
    cluster: IntArray
    within: FloatArray
    weight: FloatArray


def local(counts: ArrayLike, area: ArrayLike) -> FloatArray:
    """Return units × 2: what each unit adds to M of its area, and its share in D there (0 to 1).

    The first column sums to M per area. The second compares column 0 with the rest, and sums to 1;
    NaN where M or D isn't defined or (for a share) is nought.
    """
    table, areas = counts_of(counts, area)
    if not areas.count:
        return np.zeros((0, 2))
    found = indices(counts, area)
    members, per_group = table.sum(axis=1), areas.total(table)
    total = areas.total(members)
    with np.errstate(divide="ignore", invalid="ignore"):
        added = xlogx(table).sum(axis=1) - xlogx(members)
        expected = np.log(np.where(per_group > 0, per_group / total[:, None], 1))
        added = (added - (table * areas.spread(expected)).sum(axis=1)) / areas.spread(total)
        rest = total - per_group[:, 0]
        gap = table[:, 0] / areas.spread(per_group[:, 0])
        gap = np.abs(gap - (members - table[:, 0]) / areas.spread(rest)) / 2
        unevenness = areas.total(gap)
        share = gap / areas.spread(np.where(unevenness > 0, unevenness, np.nan))
    undefined = np.isnan(found["wederzijdse_informatie"])[areas.present]
    added = np.where(areas.spread(undefined), np.nan, added)
    result = np.empty((len(table), 2))
    result[areas.order] = np.stack([added, share], axis=1)
    return result


def between_within(counts: ArrayLike, area: ArrayLike, cluster: ArrayLike) -> dict[str, Parts]:
    """Return M (`wederzijdse_informatie`) and H (`theil_h`) of each area, between and within.

    `cluster` holds an integer from 0 per unit, such as its board or neighbourhood; a cluster may
    occur in several areas and counts in each as one of its own. NaN where M or H isn't defined.
    """
    table, areas = counts_of(counts, area)
    if len(np.atleast_1d(cluster)) != len(table):
        raise ValueError("every unit needs its cluster")
    labels = np.asarray(cluster, dtype=np.intp)[areas.order]
    where = areas.spread(areas.present)
    kinds, which = np.unique(np.stack([where, labels]), axis=1, return_inverse=True)
    inside, clusters = counts_of(table, which.ravel())
    joined, around = counts_of(clusters.total(inside), kinds[0])
    found = indices(counts, area)
    inner, outer = entropy(joined), entropy(around.total(joined))
    size = joined.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = size / around.spread(around.total(size))
        own, between = information(inside, clusters), information(joined, around)
        h_own = np.where(inner > 0, own / np.where(inner > 0, inner, 1), 0.0)
        weights = {
            "wederzijdse_informatie": (own, share, between),
            "theil_h": (h_own, share * inner / around.spread(outer), between / outer),
        }
    return {
        name: Parts(
            total=found[name],
            between=around.placed(top),
            within_total=around.placed(around.total(weight * within)),
            area=kinds[0],
            cluster=kinds[1],
            within=within,
            weight=weight,
        )
        for name, (within, weight, top) in weights.items()
    }


def information(table: FloatArray, areas: Areas) -> FloatArray:
    """Return M per area that has units; 0 where there is nothing to tell apart."""
    members, groups = table.sum(axis=1), areas.total(table)
    total = groups.sum(axis=1)
    units = areas.total(xlogx(table).sum(axis=1) - xlogx(members))
    found = (units - xlogx(groups).sum(axis=1) + xlogx(total)) / np.where(total > 0, total, 1)
    kept: FloatArray = np.maximum(found, 0)
    return kept


def entropy(groups: FloatArray) -> FloatArray:
    """Return the entropy of the groups (nats) per row; NaN where nobody is."""
    total = groups.sum(axis=1)
    found: FloatArray = (xlogx(total) - xlogx(groups).sum(axis=1)) / np.where(
        total > 0, total, np.nan
    )
    return found
