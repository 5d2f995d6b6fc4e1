"""The closest of many places to each of others, as the crow flies; vectorised."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

ROWS = 512
"""Places at a time: the table of all distances stays within the memory of a small machine."""


def closest(places: ArrayLike, targets: ArrayLike) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """Return per place the row of its closest target, and how far that is in degrees of a circle.

    Both are rows of latitude and longitude in degrees. On the scale of a country the earth is flat
    enough to measure on a map that is true halfway. ValueError without targets.
    """
    here, there = (
        np.asarray(places, float).reshape(-1, 2),
        np.asarray(targets, float).reshape(-1, 2),
    )
    if not len(there):
        raise ValueError("there must be a target")
    rows, far = np.zeros(len(here), np.intp), np.zeros(len(here))
    for start in range(0, len(here), ROWS):
        some = here[start : start + ROWS]
        apart = degrees(some[:, None, :], there[None, :, :])
        best = apart.argmin(axis=1)
        rows[start : start + ROWS] = best
        far[start : start + ROWS] = apart[np.arange(len(some)), best]
    return rows, far


def degrees(one: NDArray[np.float64], other: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how many degrees of a great circle lie between places (lat, lon last)."""
    halfway = np.cos(np.radians((one[..., 0] + other[..., 0]) / 2))
    north, east = other[..., 0] - one[..., 0], (other[..., 1] - one[..., 1]) * halfway
    found: NDArray[np.float64] = np.hypot(north, east)
    return found
