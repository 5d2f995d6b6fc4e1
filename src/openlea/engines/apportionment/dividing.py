"""Divide a whole budget over places by weight, within floors and ceilings, in many scenarios."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import numpy as np
from numpy.typing import ArrayLike

from openlea.engines.apportionment.divisors import by_divisors
from openlea.engines.apportionment.problem import IntArray, Problem, make_problem
from openlea.engines.apportionment.remainder import largest_remainder


class Method(StrEnum):
    """How broken shares become whole."""

    HAMILTON = "hamilton"
    JEFFERSON = "jefferson"
    WEBSTER = "webster"


_HOW: Mapping[Method, Callable[[Problem], tuple[IntArray, IntArray]]] = {
    Method.HAMILTON: largest_remainder,
    Method.JEFFERSON: partial(by_divisors, first=1),
    Method.WEBSTER: partial(by_divisors, first=2),
}


@dataclass(frozen=True, slots=True)
class Division:
    """Units per place, and which limit decided it: -1 its floor, 1 its ceiling, 0 neither."""

    amounts: IntArray
    held: IntArray


def divide(
    budget: int,
    weights: ArrayLike,
    *,
    floor: ArrayLike | None = None,
    ceiling: ArrayLike | None = None,
    method: Method = Method.HAMILTON,
    order: ArrayLike | None = None,
) -> IntArray:
    """Return whole units per place, of the shape of `weights`, that add up to the budget.

    `weights` is (places) or (scenarios, places), 0 or more; `floor` and `ceiling` are whole and of
    a shape that fits it; a place without weight gets its floor. At equal claims the larger weight
    goes first, then the lower rank in `order`. Raises Infeasible when the limits leave no division,
    Undecided when only an order could decide and none is given.
    """
    found = divide_held(budget, weights, floor=floor, ceiling=ceiling, method=method, order=order)
    return found.amounts


def divide_held(
    budget: int,
    weights: ArrayLike,
    *,
    floor: ArrayLike | None = None,
    ceiling: ArrayLike | None = None,
    method: Method = Method.HAMILTON,
    order: ArrayLike | None = None,
) -> Division:
    """Return what divide() does, with the limit that decided each place."""
    problem = make_problem(budget, weights, floor, ceiling, order)
    amounts, held = _HOW[method](problem)
    shape = np.shape(weights)
    return Division(amounts.reshape(shape), held.reshape(shape))
