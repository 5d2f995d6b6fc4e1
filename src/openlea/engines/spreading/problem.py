"""What is asked: who is where today, how far each place is, what fits, and which mix is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Problem:
    """Cells (a home area with a group) of pupils over places, and the limits on moving them.

    `today` (cells × places) counts pupils, `group` (cells) numbers their group from 0, `distance`
    (cells × places) is in any one unit, infinite where a place can't be reached. `limit` (cells)
    is the longest distance to a place that a pupil may be moved to: who is further away today may
    stay. `capacity` and `least` (places) bound the pupils of a place. `target` (groups × places)
    is the wanted share of a group in a place, NaN where any share will do; the real share may be
    at most `tolerance` (0 to 1) away from it. An empty place has every mix.
    """

    today: IntArray
    group: IntArray
    distance: FloatArray
    limit: FloatArray
    capacity: IntArray
    least: IntArray
    target: FloatArray
    tolerance: float

    def __post_init__(self) -> None:
        """Refuse shapes that don't fit and numbers that mean nothing."""
        cells, places = self.today.shape
        wanted = {
            "group": (self.group, (cells,)),
            "distance": (self.distance, (cells, places)),
            "limit": (self.limit, (cells,)),
            "capacity": (self.capacity, (places,)),
            "least": (self.least, (places,)),
        }
        for name, (array, shape) in wanted.items():
            if array.shape != shape:
                raise ValueError(f"{name} has shape {array.shape}, not {shape}")
        if self.target.ndim != 2 or self.target.shape[1] != places:  # noqa: PLR2004  a table
            raise ValueError("target must be groups × places")
        self._refuse_nonsense()

    def _refuse_nonsense(self) -> None:
        if not 0 <= self.tolerance <= 1:
            raise ValueError("tolerance must lie between 0 and 1")
        if (self.today < 0).any() or (self.least < 0).any() or (self.least > self.capacity).any():
            raise ValueError("counts must not be negative, nor least above capacity")
        if self.group.size and not 0 <= self.group.min() <= self.group.max() < len(self.target):
            raise ValueError("every group needs a row of targets")
        if np.isnan(self.distance).any() or (self.distance < 0).any():
            raise ValueError("a distance must be known and not negative; infinite is allowed")
        if np.isinf(self.distance[self.today > 0]).any():
            raise ValueError("nobody can be at a place that can't be reached")

    @property
    def allowed(self) -> BoolArray:
        """Return (cells × places) whether a pupil may be moved there."""
        near: BoolArray = (self.distance <= self.limit[:, None]) & np.isfinite(self.distance)
        return near

    def of_groups(self, flows: IntArray) -> IntArray:
        """Return (groups × places) how many of each group are at each place."""
        totals = np.zeros(self.target.shape, dtype=np.int64)
        np.add.at(totals, self.group, flows)
        return totals


def problem_of(
    today: Sequence[Sequence[int]],
    group: Sequence[int],
    distance: Sequence[Sequence[float]],
    places: Sequence[tuple[int, int]],
    *,
    share: float,
    tolerance: float,
    limit: float = np.inf,
) -> Problem:
    """Return a problem of plain numbers, with one share of group 0 wanted everywhere.

    `places` has per place the least and the most pupils; one travel limit holds for all.
    """
    bounds = np.array(places, dtype=np.int64).reshape(-1, 2)
    groups = max(group, default=0) + 1
    target = np.full((groups, len(bounds)), np.nan)
    target[0] = share
    return Problem(
        today=np.array(today, dtype=np.int64).reshape(-1, len(bounds)),
        group=np.array(group, dtype=np.int64),
        distance=np.array(distance, dtype=float).reshape(-1, len(bounds)),
        limit=np.full(len(today), float(limit)),
        capacity=bounds[:, 1],
        least=bounds[:, 0],
        target=target,
        tolerance=tolerance,
    )
