"""Takes a change of M over time apart: units that closed or opened, the population, the spread.

Over the units that were there both times the change is first parted fairly (Shapley) into margins
and spread itself, then the margins into the groups of the population and the sizes of the units.
Between the two tables stand tables with the spread of the one and the margins of the other, made by
iterative proportional fitting: Karmel and Maclachlan 1988; Deutsch, Flückiger and Silber 2009;
Elbers 2021, "A Method for Studying Differences in Segregation Across Time and Space", Sociological
Methods & Research 52(1).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from openlea.engines.segregation.areas import Areas, FloatArray, counts_of
from openlea.engines.segregation.decomposition import information

ROUNDS: Final = 2000
CLOSE: Final = 1e-10
CRUMB: Final = 1e-7
"""What an empty cell is given before fitting, as a share of all: nought can't grow."""


@dataclass(frozen=True, slots=True)
class Change:
    """M before and after per area, and the five parts that sum to their difference."""

    before: FloatArray
    after: FloatArray
    closed: FloatArray
    opened: FloatArray
    population: FloatArray
    sizes: FloatArray
    spread: FloatArray


def change(before: ArrayLike, after: ArrayLike, area: ArrayLike) -> Change:
    """Return what the change of M (nats) of each area consists of.

    Both are units × groups with the same units and groups on the same places; a unit that wasn't
    there yet, or no longer, has nought in all groups. M counts as 0 where one unit or none is left.
    ValueError when the two differ in shape.
    """
    first, areas = counts_of(before, area)
    last, _ = counts_of(after, area)
    if first.shape != last.shape:
        raise ValueError("before and after must have the same units and groups")
    if not areas.count:
        return Change(*[np.zeros(0)] * 7)
    stayed = ((first.sum(axis=1) > 0) & (last.sum(axis=1) > 0)).astype(np.float64)[:, None]
    m_first, m_last = information(first, areas), information(last, areas)
    one, two = _shares(first * stayed, areas), _shares(last * stayed, areas)
    m_one, m_two = information(one, areas), information(two, areas)
    population, sizes, spread = _parted(one, two, areas)
    values = (
        m_first, m_last, m_one - m_first, m_last - m_two, population, sizes, spread,
    )  # fmt: skip
    return Change(*map(areas.placed, values))


def fitted(
    table: FloatArray, units: FloatArray, groups: FloatArray, areas: Areas
) -> FloatArray:  # fmt: skip
    """Return the table (units × groups, shares of its area) fitted to margins of units and groups.

    The odds between units and groups stay; the sums become those of `units` and `groups` (per area)
    up to 1e-10. Units without anybody stay empty.
    """
    found = np.where((table == 0) & (units[:, None] > 0), CRUMB, table)
    for _ in range(ROUNDS):
        have = found.sum(axis=1)
        found = found * np.where(have > 0, units / np.where(have > 0, have, 1), 0)[:, None]
        have = areas.total(found)
        if np.abs(have - groups).max() < CLOSE:
            break
        found = found * areas.spread(np.where(have > 0, groups / np.where(have > 0, have, 1), 0))
    return found


def _parted(
    one: FloatArray, two: FloatArray, areas: Areas
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return what population, sizes and spread did, from one table of shares to the other."""
    tables, units = (one, two), (one.sum(axis=1), two.sum(axis=1))
    groups = (areas.total(one), areas.total(two))
    m = {
        (s, u, g): information(
            tables[s] if s == u == g else fitted(tables[s], units[u], groups[g], areas), areas
        )
        for s in (0, 1)
        for u in (0, 1)
        for g in (0, 1)
    }
    spread = (m[1, 0, 0] - m[0, 0, 0] + m[1, 1, 1] - m[0, 1, 1]) / 2
    population = sum(
        ((m[s, 0, 1] - m[s, 0, 0] + m[s, 1, 1] - m[s, 1, 0]) / 4 for s in (0, 1)),
        start=np.zeros(len(areas.sizes)),
    )
    sizes = m[1, 1, 1] - m[0, 0, 0] - spread - population
    return population, sizes, spread


def _shares(table: FloatArray, areas: Areas) -> FloatArray:
    total = areas.total(table).sum(axis=1)
    found: FloatArray = table / areas.spread(np.where(total > 0, total, 1))[:, None]
    return found
