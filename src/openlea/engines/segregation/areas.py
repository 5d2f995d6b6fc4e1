"""Units in their areas: sums and repeats over all areas at once, however many draws lie beside."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
Scalar = TypeVar("Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Areas:
    """The units in the order of their area: where each area begins and how many units it has.

    Arrays that go in hold the units on their first axis, in this order; more axes may follow.
    """

    order: IntArray
    starts: IntArray
    sizes: IntArray
    present: IntArray
    count: int

    def total(self, values: FloatArray) -> FloatArray:
        """Return per area that has units the sum over its units."""
        found: FloatArray = np.add.reduceat(values, self.starts, axis=0)
        return found

    def spread(self, totals: NDArray[Scalar]) -> NDArray[Scalar]:
        """Return per unit the value of its area."""
        return np.repeat(totals, self.sizes, axis=0)

    def placed(self, values: FloatArray) -> FloatArray:
        """Return the values on the numbers the areas were given; NaN for a number without units."""
        found = np.full((self.count, *values.shape[1:]), np.nan)
        found[self.present] = values
        return found


def areas_of(area: ArrayLike) -> Areas:
    """Return the areas of units; `area` holds an integer from 0 per unit. ValueError otherwise."""
    numbers = np.asarray(area)
    if numbers.ndim != 1 or not (np.issubdtype(numbers.dtype, np.integer) or not numbers.size):
        raise ValueError("area must hold one integer per unit")
    if not numbers.size:
        nothing = np.zeros(0, dtype=np.intp)
        return Areas(nothing, nothing, nothing, nothing, 0)
    if numbers.min() < 0:
        raise ValueError("an area is numbered from 0")
    order = np.argsort(numbers, kind="stable")
    present, starts, sizes = np.unique(numbers[order], return_index=True, return_counts=True)
    return Areas(
        order, starts.astype(np.intp), sizes.astype(np.intp), present.astype(np.intp),
        int(present[-1]) + 1,
    )  # fmt: skip


def counts_of(counts: ArrayLike, area: ArrayLike) -> tuple[FloatArray, Areas]:
    """Return the counts (units × groups) in the order of their areas, and those areas.

    ValueError where a count is negative or not a number, or where a unit lacks its area.
    """
    table = np.asarray(counts, dtype=np.float64)
    if table.ndim != len(("units", "groups")) or not table[:, 1:].shape[1]:
        raise ValueError("counts must be units by at least two groups")
    if not np.isfinite(table).all() or (table < 0).any():
        raise ValueError("a count must be a number from nought")
    areas = areas_of(area)
    if areas.order.size != len(table):
        raise ValueError("every unit needs its area")
    return table[areas.order], areas
