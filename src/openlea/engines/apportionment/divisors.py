"""Divisor methods: every next unit goes to the place with the highest weight per unit it has.

D'Hondt (Jefferson) divides by 1, 2, 3 …, Webster (Sainte-Laguë) by 1, 3, 5 …. Instead of unit by
unit, the price of a unit is sought at which nearly all are given; the last few are weighed exactly.
"""

from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from openlea.engines.apportionment.problem import IntArray, Problem, Undecided

ROUNDS = 64
MARGIN = 1e-12
"""Wider than what floating point can be beside the true bound."""
SHIFT = 100
"""Bits that keep any two different claims apart: they differ by more than 2^-84."""


def by_divisors(problem: Problem, first: int) -> tuple[IntArray, IntArray]:
    """Return amounts and holds (-1 floor, 1 ceiling), both (scenarios, places).

    `first` is 1 for D'Hondt (divisors 1, 2, 3 …) and 2 for Webster (1, 3, 5 …, their halves).
    """
    few, many = _bounds(problem, first)
    amounts = _given(problem, first, few)
    most = _given(problem, first, many)
    for row in np.flatnonzero(amounts.sum(axis=1) < problem.budget):
        _give_last(problem, first, int(row), amounts, most)
    low = (problem.floor > 0) & (_bare(problem, first, many) < problem.floor)
    high = _bare(problem, first, few) > problem.ceiling
    return amounts, np.where(problem.weights > 0, high.astype(np.int64) - low, 0)


def _bare(problem: Problem, first: int, rate: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the units per place at so many units per weight, without limits."""
    return np.floor(problem.weights * rate + (0.5 if first > 1 else 0.0))


def _given(problem: Problem, first: int, rate: NDArray[np.float64]) -> IntArray:
    bare = _bare(problem, first, rate)
    return np.clip(bare, problem.floor, problem.ceiling).astype(np.int64)


def _bounds(problem: Problem, first: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return two rates that lie close together: at most the budget is given, and at least it."""
    places = problem.weights.shape[1]
    total = np.maximum(problem.weights.sum(axis=1, keepdims=True), 1)
    low, high = np.zeros(total.shape), (problem.budget + places) / total
    while not (enough := _enough(problem, first, high)).all():
        low, high = np.where(enough, low, high), np.where(enough, high, 2 * high)
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        enough = _enough(problem, first, middle)
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return low * (1 - MARGIN), high * (1 + MARGIN)


def _enough(problem: Problem, first: int, rate: NDArray[np.float64]) -> NDArray[np.bool_]:
    enough: NDArray[np.bool_] = (
        _given(problem, first, rate).sum(axis=1, keepdims=True) >= problem.budget
    )
    return enough


def _give_last(problem: Problem, first: int, row: int, amounts: IntArray, most: IntArray) -> None:
    """Give what is left in one scenario, highest claim first; claims are compared as they are."""
    left = problem.budget - int(amounts[row].sum())
    claims = [
        ((weight << SHIFT) // (first * has + 1), weight, -rank, place)
        for place in map(int, np.flatnonzero(most[row] > amounts[row]))
        for weight, rank in [(int(problem.weights[row, place]), int(problem.ranks[place]))]
        for has in range(int(amounts[row, place]), int(most[row, place]))
    ]
    best = nlargest(left + 1, claims)
    if problem.order is None and len(best) > left and best[left - 1][:2] == best[left][:2]:
        raise Undecided(row)
    for *_, place in best[:left]:
        amounts[row, place] += 1
