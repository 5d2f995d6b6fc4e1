"""Divisor methods: every next unit goes to the place with the highest weight per unit it has.

D'Hondt (Jefferson) divides by 1, 2, 3 …, Webster (Sainte-Laguë) by 1, 3, 5 …. Instead of unit by
unit, the price of a unit is sought at which nearly all are given; the last few are weighed exactly.
"""

from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from openlea.engines.apportionment.task import IntArray, Task, Undecided

ROUNDS = 64
MARGIN = 1e-12
"""Wider than what floating point can be beside the true bound."""
SHIFT = 100
"""Bits that keep any two different claims apart: they differ by more than 2^-84."""


def by_divisors(task: Task, first: int) -> tuple[IntArray, IntArray]:
    """Return amounts and holds (-1 floor, 1 ceiling), both (scenarios, places).

    `first` is 1 for D'Hondt (divisors 1, 2, 3 …) and 2 for Webster (1, 3, 5 …, their halves).
    """
    few, many = _bounds(task, first)
    amounts = _given(task, first, few)
    most = _given(task, first, many)
    for row in np.flatnonzero(amounts.sum(axis=1) < task.budget):
        _give_last(task, first, int(row), amounts, most)
    low = (task.floor > 0) & (_bare(task, first, many) < task.floor)
    high = _bare(task, first, few) > task.ceiling
    return amounts, np.where(task.weights > 0, high.astype(np.int64) - low, 0)


def _bare(task: Task, first: int, rate: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the units per place at so many units per weight, without limits."""
    return np.floor(task.weights * rate + (0.5 if first > 1 else 0.0))


def _given(task: Task, first: int, rate: NDArray[np.float64]) -> IntArray:
    bare = _bare(task, first, rate)
    return np.clip(bare, task.floor, task.ceiling).astype(np.int64)


def _bounds(task: Task, first: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return two rates that lie close together: at most the budget is given, and at least it."""
    places = task.weights.shape[1]
    total = np.maximum(task.weights.sum(axis=1, keepdims=True), 1)
    low, high = np.zeros(total.shape), (task.budget + places) / total
    while not (enough := _enough(task, first, high)).all():
        low, high = np.where(enough, low, high), np.where(enough, high, 2 * high)
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        enough = _enough(task, first, middle)
        low, high = np.where(enough, low, middle), np.where(enough, middle, high)
    return low * (1 - MARGIN), high * (1 + MARGIN)


def _enough(task: Task, first: int, rate: NDArray[np.float64]) -> NDArray[np.bool_]:
    enough: NDArray[np.bool_] = _given(task, first, rate).sum(axis=1, keepdims=True) >= task.budget
    return enough


def _give_last(task: Task, first: int, row: int, amounts: IntArray, most: IntArray) -> None:
    """Give what is left in one scenario, highest claim first; claims are compared as they are."""
    left = task.budget - int(amounts[row].sum())
    claims = [
        ((weight << SHIFT) // (first * has + 1), weight, -rank, place)
        for place in map(int, np.flatnonzero(most[row] > amounts[row]))
        for weight, rank in [(int(task.weights[row, place]), int(task.ranks[place]))]
        for has in range(int(amounts[row, place]), int(most[row, place]))
    ]
    best = nlargest(left + 1, claims)
    if task.order is None and len(best) > left and best[left - 1][:2] == best[left][:2]:
        raise Undecided(row)
    for *_, place in best[:left]:
        amounts[row, place] += 1
