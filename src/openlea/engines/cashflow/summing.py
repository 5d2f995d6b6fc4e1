"""What many draws say together: ends of a range, and how often something holds."""

import numpy as np
from numpy.typing import NDArray

from openlea.engines.cashflow.valuing import Value


def ends(amounts: NDArray[np.float64], middle: float) -> tuple[float, float]:
    """Return between which amounts the middle share (0 to 1) of the draws lies."""
    rest = 100 * (1 - middle) / 2
    low, high = np.percentile(amounts, (rest, 100 - rest))
    return float(low), float(high)


def chance_of_gain(drawn: Value) -> float:
    """Return the share of draws in which all purses together gain."""
    return float((drawn.total > 0).mean())


def chance_of_payback(drawn: Value) -> float:
    """Return the share of draws that pay themselves back in time."""
    return float((~np.isnan(drawn.payback)).mean())


def year_of_payback(found: Value) -> int | None:
    """Return the year of the first row, 0 the first; None when not in time."""
    year = float(found.payback[0])
    return None if np.isnan(year) else round(year)


def years_of_payback(drawn: Value, middle: float) -> tuple[int, int] | None:
    """Return between which years the middle share lies of the draws that pay back; None of none."""
    back = drawn.payback[~np.isnan(drawn.payback)]
    if not len(back):
        return None
    low, high = ends(back, middle)
    return round(low), round(high)
