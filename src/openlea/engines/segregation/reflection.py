"""Whether a school reflects its neighbourhood: how far the shares of a group lie apart."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from openlea.engines.segregation.areas import FloatArray

NARROW: Final = 10.0
WIDE: Final = 20.0
ROUNDED: Final = 1e-9
"""Shares are fractions; a gap of exactly ten points must not pass ten by rounding."""


@dataclass(frozen=True, slots=True)
class Reflection:
    """Per school the difference in percentage points, and whether it passes 10 and 20 of them.

    Both norms are conventions: ±10 was used in 2007, ±20 later.
    """

    difference: FloatArray
    outside_ten: NDArray[np.bool_]
    outside_twenty: NDArray[np.bool_]


def reflection(school_share: ArrayLike, area_share: ArrayLike) -> Reflection:
    """Return how far each school's share (0 to 1) lies from that of its area; NaN where unknown.

    ValueError where a share is below 0 or above 1.
    """
    school = np.asarray(school_share, dtype=np.float64)
    area = np.asarray(area_share, dtype=np.float64)
    for shares in (school, area):
        if (shares < 0).any() or (shares > 1).any():
            raise ValueError("a share lies from 0 to 1")
    difference = (school - area) * 100
    size = np.abs(difference)
    return Reflection(difference, size > NARROW + ROUNDED, size > WIDE + ROUNDED)
