"""What is to be divided, in whole numbers, so that every comparison of two shares is exact."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

IntArray = NDArray[np.int64]
Limit = Literal["floor", "ceiling"]
MOST_BUDGET = 2**40
ROOM = 60
"""Bits that the weights of one scenario may need together; int64 has 63."""
GRID = 44
"""Bits of the finest grid on which broken weights are laid, the largest weight being one."""
TABLE = 2
"""Dimensions: a row per scenario, a column per place."""


class Infeasible(ValueError):
    """No division fits: the floors ask for more than there is, or the ceilings leave some over.

    `limit` says which, `amount` by how much, `scenario` in which row of the weights. Without any
    weight nobody may get more than its floor, and that too is told as a ceiling.
    """

    def __init__(self, limit: Limit, amount: int, scenario: int) -> None:
        """Keep which limit bites, by how much, and where."""
        self.limit, self.amount, self.scenario = limit, amount, scenario
        what = "floors exceed the budget" if limit == "floor" else "ceilings stay under the budget"
        super().__init__(f"the {what} by {amount} (scenario {scenario})")


class Undecided(ValueError):
    """Places with the same claim and the same weight: give an order, so that it isn't the row."""

    def __init__(self, scenario: int) -> None:
        """Keep in which row of the weights it happened."""
        self.scenario = scenario
        super().__init__(f"places tie for the last unit (scenario {scenario}); give `order`")


@dataclass(frozen=True, slots=True)
class Problem:
    """Weights, floors and ceilings as whole numbers of shape (scenarios, places).

    `order` holds a rank per place: at equal claims and equal weights the lowest goes first. A
    ceiling is never above the budget, and of a place without weight it is its floor.
    """

    budget: int
    weights: IntArray
    floor: IntArray
    ceiling: IntArray
    order: IntArray | None

    @property
    def ranks(self) -> IntArray:
        """Return the rank per place; all alike when no order was given."""
        places = self.weights.shape[1]
        return np.zeros(places, dtype=np.int64) if self.order is None else self.order


def make_problem(
    budget: int,
    weights: ArrayLike,
    floor: ArrayLike | None,
    ceiling: ArrayLike | None,
    order: ArrayLike | None,
) -> Problem:
    """Return the problem; ValueError when a number can't be meant, Infeasible when nothing fits."""
    if not 0 <= budget <= MOST_BUDGET:
        raise ValueError(f"a budget lies between 0 and {MOST_BUDGET}")
    whole = whole_weights(weights)
    low = _whole(0 if floor is None else floor, whole.shape)
    high = _whole(budget if ceiling is None else ceiling, whole.shape)
    if (low < 0).any() or (ceiling is not None and (high < low).any()):
        raise ValueError("a floor is 0 or more, and a ceiling at least the floor")
    high = np.maximum(np.where(whole > 0, np.minimum(high, budget), low), low)
    _refuse_infeasible(budget, low, high)
    return Problem(
        budget, whole, low, high, None if order is None else _ranks(order, whole.shape[1])
    )


def whole_weights(weights: ArrayLike) -> IntArray:
    """Return weights as whole numbers of shape (scenarios, places) that can be multiplied exactly.

    Whole numbers stay what they are while they fit; others are laid on a grid of 2^44 steps (fewer
    beyond 2^16 places) from nought to the largest of the scenario.
    """
    given = np.atleast_2d(np.asarray(weights))
    if given.ndim != TABLE or not given.size:
        raise ValueError("weights are one row per scenario, with at least one place")
    if not np.isfinite(given).all() or (given < 0).any():
        raise ValueError("a weight is 0 or more, and finite")
    bits = ROOM - given.shape[1].bit_length()
    if np.issubdtype(given.dtype, np.integer) and given.max() < 2**bits:
        whole: IntArray = given.astype(np.int64)
        return whole
    largest = given.max(axis=1, keepdims=True).astype(np.float64)
    shares = given / np.where(largest > 0, largest, 1.0)
    laid: IntArray = np.rint(shares * 2.0 ** min(bits, GRID)).astype(np.int64)
    return laid


def _whole(given: ArrayLike, shape: tuple[int, ...]) -> IntArray:
    found = np.asarray(given)
    if not np.issubdtype(found.dtype, np.integer):
        raise ValueError("floors and ceilings are whole numbers")
    spread: IntArray = np.broadcast_to(np.minimum(found, MOST_BUDGET).astype(np.int64), shape)
    return spread


def _ranks(order: ArrayLike, places: int) -> IntArray:
    found = np.asarray(order)
    if found.shape != (places,) or len(np.unique(found)) != places:
        raise ValueError("an order holds one rank per place, each another")
    return found.astype(np.int64)


def _refuse_infeasible(budget: int, low: IntArray, high: IntArray) -> None:
    asked, most = low.sum(axis=1), high.sum(axis=1)
    for scenario in np.flatnonzero(asked > budget)[:1]:
        raise Infeasible("floor", int(asked[scenario]) - budget, int(scenario))
    for scenario in np.flatnonzero(most < budget)[:1]:
        raise Infeasible("ceiling", budget - int(most[scenario]), int(scenario))
