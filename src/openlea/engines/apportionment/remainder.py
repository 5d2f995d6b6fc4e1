"""Largest remainder (Hamilton): the whole part of each share, then one more for the largest rests.

A place whose share lies under its floor or above its ceiling is fixed there, and what is left is
divided again over the others, until no limit is passed.
"""

import numpy as np

from openlea.engines.apportionment.problem import IntArray, Problem, Undecided


def largest_remainder(problem: Problem) -> tuple[IntArray, IntArray]:
    """Return amounts and holds (-1 at the floor, 1 at the ceiling), both (scenarios, places)."""
    held = np.zeros_like(problem.weights)
    while True:
        free = (problem.weights > 0) & (held == 0)
        fixed = np.where(held > 0, problem.ceiling, problem.floor)
        left = problem.budget - np.where(free, 0, fixed).sum(axis=1, keepdims=True)
        whole, rest, total = _shares(left, np.where(free, problem.weights, 0))
        passed = _passed(problem, free, whole, rest / np.maximum(total, 1))
        if not passed.any():
            amounts = np.where(free, whole + _extra(problem, free, left, whole, rest), fixed)
            return amounts, held
        held = held + passed


def _shares(left: IntArray, weights: IntArray) -> tuple[IntArray, IntArray, IntArray]:
    """Return the whole part of left x weight / total, the exact rest of that division, the total.

    The products don't fit in 64 bits, but the rest does: both wrap around alike.
    """
    total = weights.sum(axis=1, keepdims=True)
    parts = np.maximum(total, 1)
    whole = np.floor(left * (weights / parts)).astype(np.int64)
    rest = left * weights - whole * total
    # The estimate in floating point is at most one beside it.
    off = np.where(rest < 0, -1, np.where((rest >= total) & (total > 0), 1, 0))
    return whole + off, rest - off * total, total


def _passed(problem: Problem, free: np.ndarray, whole: IntArray, part: np.ndarray) -> IntArray:
    """Return which places to fix now: those under the floor or those above the ceiling.

    The side on which more is passed is right whatever happens next; the other is asked again.
    """
    below = free & (whole < problem.floor)
    above = free & ((whole > problem.ceiling) | ((whole == problem.ceiling) & (part > 0)))
    share = whole + part
    short = np.where(below, problem.floor - share, 0.0).sum(axis=1, keepdims=True)
    over = np.where(above, share - problem.ceiling, 0.0).sum(axis=1, keepdims=True)
    passed: IntArray = (above & (over >= short)).astype(np.int64) - (below & (short >= over))
    return passed


def _extra(
    problem: Problem, free: np.ndarray, left: IntArray, whole: IntArray, rest: IntArray
) -> IntArray:
    """Return one for each place that gets a unit of what the whole parts leave over."""
    claim = np.where(free, rest, -1)
    over = left[:, 0] - np.where(free, whole, 0).sum(axis=1)
    taken = np.zeros_like(claim)
    for row in np.flatnonzero(over):
        units = int(over[row])
        bound = np.partition(claim[row], -units)[-units]
        sure = claim[row] > bound
        taken[row, sure] = 1
        taken[row, _first(problem, int(row), claim[row] == bound, units - int(sure.sum()))] = 1
    return taken


def _first(problem: Problem, row: int, alike: np.ndarray, units: int) -> IntArray:
    """Return which of the places with the same rest get a unit: by weight, then by order."""
    places = np.flatnonzero(alike)
    weights = problem.weights[row, places]
    first = np.lexsort((problem.ranks[places], -weights))
    if problem.order is None and units < len(places):
        last, other = first[units - 1], first[units]
        if weights[last] == weights[other]:
            raise Undecided(row)
    return places[first[:units]]
