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

ROOM = 120_000
"""Units times draws that are held at once: what stays near the processor."""
PIECES = 3
"""Into how many widths the units are sorted before their tables are made."""


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
    first, last = _likely(members, share)
    found = np.empty((len(members), draws))
    # Narrow distributions with narrow ones: a table is as wide as its widest.
    for rows in np.array_split(np.argsort(last - first), PIECES):
        if rows.size:
            width = int((last[rows] - first[rows]).max()) + 1
            outcome = first[rows, None] + np.arange(width, dtype=np.float64)
            times = _times(outcome, members[rows], share[rows], draws, jitter[rows])
            found[rows] = np.repeat(outcome.ravel(), times.ravel()).reshape(-1, draws)
    return found


def _times(
    outcome: FloatArray, members: FloatArray, share: FloatArray, draws: int, jitter: FloatArray
) -> IntArray:
    """Return how often each outcome comes among the draws of its unit."""
    # Each chance from the one before: C(t, k + 1) / C(t, k) = (t − k) / (k + 1), times the odds.
    odds = share / np.clip(1 - share, 1e-12, 1)
    chance = np.ones(outcome.shape)
    np.subtract(members[:, None], outcome[:, :-1], out=chance[:, 1:])
    chance[:, 1:] /= outcome[:, 1:]
    chance[:, 1:] *= odds[:, None]
    np.cumprod(chance, axis=1, out=chance)
    np.cumsum(chance, axis=1, out=chance)
    chance *= draws / chance[:, -1:]
    # With the jitter above nought every limit lies from 0 to `draws`.
    chance -= np.clip(jitter, 1e-9, 1)[:, None]
    np.ceil(chance, out=chance)
    chance[:, -1] = draws
    times = chance.astype(np.intp)
    np.subtract(chance[:, 1:], chance[:, :-1], out=times[:, 1:], casting="unsafe")
    return times


def _likely(members: FloatArray, share: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return per unit the first and last outcome to reckon with: the rest is below 1e-4."""
    mean = members * share
    reach = 4 * np.sqrt(mean * (1 - share)) + 3
    first = np.floor(np.clip(mean - reach, 0, None))
    last = np.minimum(np.ceil(mean + reach), members)
    return first, last
