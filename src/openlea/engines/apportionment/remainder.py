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
    over = left - np.where(free, whole, 0).sum(axis=1, keepdims=True)
    ranks = np.broadcast_to(problem.ranks, claim.shape)
    first = np.lexsort((ranks, -problem.weights, -claim), axis=-1)
    if problem.order is None:
        _refuse_tie(
            over[:, 0], *(np.take_along_axis(x, first, 1) for x in (claim, problem.weights))
        )
    taken = np.zeros_like(claim)
    np.put_along_axis(taken, first, (np.arange(claim.shape[1]) < over).astype(np.int64), axis=1)
    return taken


def _refuse_tie(over: IntArray, claim: IntArray, weights: IntArray) -> None:
    """Refuse when the last that gets a unit is in nothing above the first that doesn't."""
    for row in np.flatnonzero((over > 0) & (over < claim.shape[1])):
        last, first = int(over[row]) - 1, int(over[row])
        if claim[row, last] == claim[row, first] and weights[row, last] == weights[row, first]:
            raise Undecided(int(row))
