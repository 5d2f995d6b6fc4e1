"""How unsure each part of a forecast is: learnt from counts, or given where there are none."""

from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import ArrayLike

from openlea.engines.forecast.flow import FloatArray

FEWEST: Final = 5.0
"""Under so many people a unit's own changes are luck."""
LOWEST: Final = 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Standard deviations, each as a part of what it is about (0.05 is five in a hundred).

    `entry_level` [unit]: what isn't known of a unit's entry now; `entry_unit` and `entry_common`:
    how far it drifts in a year, of one unit beside the others of its area and of the whole area;
    `ratio_unit` [unit]: what isn't known of who goes on; `ratio_common`: how that of a whole area
    differs from year to year. `churn`: how much more a count varies than by who goes on alone.
    """

    entry_level: FloatArray
    entry_unit: float
    entry_common: float
    ratio_unit: FloatArray
    ratio_common: float
    churn: float = 0.0

    @classmethod
    def none(cls, units: int) -> Self:
        """Return no doubt at all: only the luck of counts is left."""
        zero = np.zeros(units)
        return cls(
            entry_level=zero, entry_unit=0.0, entry_common=0.0, ratio_unit=zero, ratio_common=0.0
        )


def learnt(counts: ArrayLike, area: ArrayLike, population: ArrayLike, doubt: FloatArray) -> Spread:
    """Return how unsure the parts are, from counts [unit, age, year] and [area, year] population.

    The part of the variance that luck in counts explains is taken off; what remains is drift.
    """
    table = np.asarray(counts, dtype=np.float64)
    place = np.asarray(area)
    lived = np.asarray(population, dtype=np.float64)[place]
    entry = table[:, 0, :]
    ok = (entry[:, 1:] >= FEWEST) & (entry[:, :-1] >= FEWEST) & (lived[:, 1:] > 0)
    ok &= lived[:, :-1] > 0
    with np.errstate(divide="ignore", invalid="ignore"):
        change = np.diff(np.log(entry / lived), axis=1)
        luck = 1 / entry[:, 1:] + 1 / entry[:, :-1]
    change, luck = np.where(ok, change, 0), np.where(ok, luck, 0)
    shared = _shared(change, ok, place)
    own = _beyond(change - shared, luck, ok)
    common = float(np.sqrt(np.mean(shared[ok] ** 2))) if ok.any() else LOWEST
    level = np.sqrt(own**2 + 1 / np.maximum(3 * entry[:, -3:].mean(axis=1), 1))
    return Spread(
        entry_level=level,
        entry_unit=own,
        entry_common=max(min(common, 0.15), LOWEST),
        ratio_unit=doubt,
        ratio_common=_ratio_common(table, place),
        churn=_churn(table),
    )


def _shared(change: FloatArray, ok: np.ndarray, place: np.ndarray) -> FloatArray:
    """Return per unit and year the mean change of its area."""
    many = int(place.max(initial=0)) + 1
    total, count = np.zeros((many, change.shape[1])), np.zeros((many, change.shape[1]))
    np.add.at(total, place, change)
    np.add.at(count, place, ok)
    found: FloatArray = (total / np.maximum(count, 1))[place]
    return found


def _beyond(change: FloatArray, luck: FloatArray, ok: np.ndarray) -> float:
    """Return the standard deviation that luck leaves unexplained, half as it returns by itself."""
    if not ok.any():
        return LOWEST
    more = float((change[ok] ** 2).mean() - luck[ok].mean())
    return max(min(float(np.sqrt(max(more, 0) / 2)), 0.3), LOWEST)


def _ratio_common(table: FloatArray, place: np.ndarray) -> float:
    """Return how much who goes on differs between years in an area, all ages together."""
    many = int(place.max(initial=0)) + 1
    before, after = np.zeros((many, table.shape[2] - 1)), np.zeros((many, table.shape[2] - 1))
    np.add.at(before, place, table[:, :-1, :-1].sum(axis=1))
    np.add.at(after, place, table[:, 1:, 1:].sum(axis=1))
    ok = before > FEWEST
    rate = np.where(ok, after / np.where(ok, before, 1), np.nan)
    known = rate[ok.all(axis=1)]
    if known.shape[0] == 0 or known.shape[1] < 2:  # noqa: PLR2004 - a spread needs two
        return LOWEST
    return max(min(float(np.sqrt(known.var(axis=1, ddof=1).mean())), 0.1), LOWEST)


def _churn(table: FloatArray) -> float:
    """Return how much more one age of one unit changes in a year than its ratio says, per head."""
    before, after = table[:, :-1, :-1], table[:, 1:, 1:]
    ok = before >= FEWEST
    if not ok.any():
        return 0.0
    total = before.sum(axis=(0, 2))
    region = np.divide(after.sum(axis=(0, 2)), total, out=np.ones_like(total), where=total > 0)
    expected = before * region[:, None]
    more = ((after - expected) ** 2)[ok].sum() / max(expected[ok].sum(), 1)
    return float(np.clip(more - np.abs(1 - region).mean(), 0, 1))
