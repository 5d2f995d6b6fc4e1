"""Draws of uncertain factors: each has a lowest, a likely and a highest value, and a shape.

Each factor draws from a stream of its own, so that one more factor leaves the others as they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

PEAK = 4.0
"""How much more the likely value weighs in PERT than either end."""


class Shape(StrEnum):
    """How likely the values between the ends are."""

    FIXED = "fixed"
    UNIFORM = "uniform"
    TRIANGULAR = "triangular"
    PERT = "pert"


@dataclass(frozen=True, slots=True)
class Factor:
    """A value that isn't sure; ValueError when low, likely and high aren't in that order."""

    low: float
    likely: float
    high: float
    shape: Shape = Shape.PERT

    def __post_init__(self) -> None:
        """Refuse ends that are crossed."""
        if not self.low <= self.likely <= self.high:
            raise ValueError(f"{self.low} <= {self.likely} <= {self.high} must hold")

    @property
    def is_fixed(self) -> bool:
        """Say whether every draw is the likely value."""
        return self.shape is Shape.FIXED or self.low == self.high


def draw(factors: Sequence[Factor], many: int, seed: int) -> NDArray[np.float64]:
    """Return so many draws, a row per draw and a column per factor; the same seed, the same."""
    drawn = np.empty((many, len(factors)))
    for place, factor in enumerate(factors):
        drawn[:, place] = _drawn(factor, many, np.random.default_rng([seed, place]))
    return drawn


def _drawn(factor: Factor, many: int, random: np.random.Generator) -> NDArray[np.float64]:
    low, likely, high = factor.low, factor.likely, factor.high
    if factor.is_fixed:
        return np.full(many, likely)
    if factor.shape is Shape.UNIFORM:
        return random.uniform(low, high, many)
    if factor.shape is Shape.TRIANGULAR:
        return random.triangular(low, likely, high, many)
    whole = high - low
    near, far = PEAK * (likely - low) / whole, PEAK * (high - likely) / whole
    return low + whole * random.beta(1 + near, 1 + far, many)
