"""Several criteria as one weight per place, and what a higher or lower weight of one does.

A criterion divides its own part of the budget: by the share of each place in all its points.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from openlea.engines.apportionment.dividing import Method, divide
from openlea.engines.apportionment.problem import IntArray

FloatArray = NDArray[np.float64]
CHANGE = 0.1


def combine(points: ArrayLike, weights: ArrayLike) -> FloatArray:
    """Return the share of each place, adding up to one: (places), or (scenarios, places).

    `points` is (criteria, places), 0 or more; `weights` is (criteria) or (scenarios, criteria). A
    criterion on which nobody has a point divides nothing: its weight goes to the others. The same
    points give the same share to the last bit, wherever a place stands in the table.
    """
    given = np.asarray(points, dtype=np.float64)
    factors = np.asarray(weights, dtype=np.float64)
    # Sorted, because a sum of broken numbers depends on their order.
    totals = np.sort(given, axis=1).sum(axis=1)
    shares = given / np.where(totals > 0, totals, 1.0)[:, None]
    counting = factors * (totals > 0)
    whole = counting.sum(axis=-1, keepdims=True)
    parts = counting / np.where(whole > 0, whole, 1.0)
    found = np.zeros((*factors.shape[:-1], given.shape[1]))
    # Term by term: a product of matrices rounds otherwise at the end of a row than in its middle.
    for criterion, share in enumerate(shares):
        found += parts[..., criterion, None] * share
    return found


def swing(
    budget: int,
    points: ArrayLike,
    weights: ArrayLike,
    *,
    change: float = CHANGE,
    floor: ArrayLike | None = None,
    ceiling: ArrayLike | None = None,
    method: Method = Method.HAMILTON,
    order: ArrayLike | None = None,
) -> IntArray:
    """Return the amounts (criteria, 2, places) when one weight is a part lower, and higher.

    `points` is (criteria, places), `weights` (criteria); the limits are those of divide().
    """
    factors = np.asarray(weights, dtype=np.float64)
    count = len(factors)
    changed = np.tile(factors, (count, 2, 1))
    here = np.arange(count)
    changed[here, 0, here] *= 1 - change
    changed[here, 1, here] *= 1 + change
    shares = combine(points, changed.reshape(2 * count, count))
    found = divide(budget, shares, floor=floor, ceiling=ceiling, method=method, order=order)
    return found.reshape(count, 2, -1)
