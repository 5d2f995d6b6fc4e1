"""Draws children anew: what the units could have held, had chance fallen otherwise.

Per unit the number in the group is binomial. Its draws are spread evenly over that distribution and
then shuffled (Latin hypercube sampling: McKay, Beckman and Conover 1979): every unit gets exactly
its own distribution, and a mean over draws wavers less than with loose draws. Units with the same
place in different areas are shuffled alike, which changes nothing within an area.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from openlea.engines.segregation.areas import Areas, FloatArray, IntArray

ROOM = 150_000
"""Units times draws that are held at once: what stays near the processor."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some whole areas: their units, which they are of those that have units, and themselves."""

    rows: slice
    at: slice
    areas: Areas


def parts_of(areas: Areas, draws: int) -> Iterator[Part]:
    """Yield all areas in parts of whole areas, each small enough to draw for at once."""
    begin = 0
    ends = areas.starts + areas.sizes
    while begin < len(areas.sizes):
        limit = areas.starts[begin] + max(ROOM // draws, int(areas.sizes[begin]))
        end = int(np.searchsorted(ends, limit, side="right"))
        yield _part(areas, begin, end)
        begin = end


def _part(areas: Areas, begin: int, end: int) -> Part:
    first, sizes = int(areas.starts[begin]), areas.sizes[begin:end]
    starts, many = areas.starts[begin:end] - first, int(sizes.sum())
    nothing = np.zeros(0, dtype=np.intp)
    inside = Areas(nothing, starts, sizes, np.arange(len(sizes)), len(sizes))
    return Part(slice(first, first + many), slice(begin, end), inside)


def shuffles(areas: Areas, draws: int, random: np.random.Generator) -> IntArray:
    """Return a shuffle of the draws for each place that a unit can have in its area."""
    rows = np.tile(np.arange(draws), (int(areas.sizes.max()), 1))
    return random.permuted(rows, axis=1)


def places(areas: Areas) -> IntArray:
    """Return per unit which one of its area it is, from 0."""
    return np.arange(int(areas.sizes.sum())) - areas.spread(areas.starts)


def binomials(members: FloatArray, share: FloatArray, draws: int, jitter: FloatArray) -> FloatArray:
    """Return units × draws from the binomial of each unit, from low to high.

    `members` are whole numbers; `jitter` holds per unit a number from 0 to 1 that says where in its
    slice of the distribution each draw falls.
    """
    total = members.astype(np.intp)
    low, many = _likely(total, share)
    starts = np.cumsum(many) - many
    outcome = np.arange(int(many.sum())) + np.repeat(low - starts, many)
    logs = _log_factorials(int(total.max(initial=0)))
    yes, no = np.log(np.clip(share, 1e-300, 1)), np.log(np.clip(1 - share, 1e-300, 1))
    chance = outcome * np.repeat(yes - no, many)
    chance += np.repeat(logs[total] + total * no, many)
    chance -= logs[outcome]
    chance -= logs[np.repeat(total, many) - outcome]
    np.exp(chance, out=chance)
    running = np.cumsum(chance)
    upto = running * draws
    upto -= np.repeat((running[starts] - chance[starts]) * draws + jitter, many)
    np.ceil(upto, out=upto)
    np.clip(upto, 0, draws, out=upto)
    upto[starts + many - 1] = draws
    times = np.diff(upto, prepend=0)
    times[starts] = upto[starts]
    drawn = np.repeat(outcome.astype(np.float64), times.astype(np.intp))
    return drawn.reshape(len(members), draws)


def _likely(total: IntArray, share: FloatArray) -> tuple[IntArray, IntArray]:
    """Return per unit the first outcome to reckon with and how many: the rest is below 1e-9."""
    mean = total * share
    reach = 6.5 * np.sqrt(mean * (1 - share)) + 12
    low = np.clip(np.floor(mean - reach), 0, None).astype(np.intp)
    high = np.minimum(np.ceil(mean + reach).astype(np.intp), total)
    return low, high - low + 1


def _log_factorials(most: int) -> FloatArray:
    found = np.zeros(most + 1)
    np.cumsum(np.log(np.arange(1, most + 1)), out=found[1:])
    return found
