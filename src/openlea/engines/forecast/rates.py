"""Rates from counts: who goes on per unit and age, and which share of an area comes to a unit.

The rate of a small unit is mostly luck. It's shrunk towards that of the whole region, as strongly
as the units' rates spread by luck alone: empirical Bayes, by the method of moments. `strength` is
how many people at the region's rate are added to each unit's own.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from openlea.engines.forecast.flow import FloatArray, IntArray

WEIGHTS: Final = (1.0, 2.0, 3.0)
"""How heavily the last years count, the newest last."""
WEAKEST: Final = 5.0
STRONGEST: Final = 5000.0
"""Between these the strength of the shrinkage lies, in people."""
HIGHEST: Final = 3.0
"""No rate of going on is higher: a unit that just opened tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """Per unit and age who goes on [unit, age − 1], beside the region's [age − 1].

    `doubt` [unit] is the standard deviation of what isn't known of a unit's rate, as a part of it;
    `strength` are the people that the region weighs against a unit as a whole, and against one age.
    """

    ratio: FloatArray
    region: FloatArray
    doubt: FloatArray
    strength: tuple[float, float]


def rates(
    counts: ArrayLike, area: ArrayLike | None = None, weights: tuple[float, ...] = WEIGHTS
) -> Rates:
    """Return who goes on, from counts [unit, age, year]; the last years weigh as `weights` says.

    A unit without people has the region's rate. In a year in which a unit of an `area` [unit]
    closed or opened, what went to or came from it isn't taken for growth of the others. ValueError
    with fewer than two years.
    """
    table = np.asarray(counts, dtype=np.float64)
    if table.shape[2] < 2:  # noqa: PLR2004 - a rate lies between two years
        raise ValueError("who goes on is seen between two years")
    last = _last(weights, table.shape[2] - 1)
    place = np.zeros(len(table), dtype=np.intp) if area is None else np.asarray(area)
    pair = _pairs(table[:, :, -len(last) - 1 :], place)
    before, after = pair[0] @ last, pair[1] @ last
    region = _divided(after.sum(axis=0), before.sum(axis=0), 1.0)
    expected = before * region
    whole, strong = _shrunk(after.sum(axis=1), expected.sum(axis=1))
    own, weak = _shrunk(after, expected * whole[:, None])
    ratio = np.clip(region * whole[:, None] * own, 0, HIGHEST)
    doubt = 1 / np.sqrt(strong + expected.sum(axis=1) / last.sum())
    return Rates(ratio=ratio, region=region, doubt=doubt, strength=(strong, weak))


def _pairs(table: FloatArray, place: IntArray) -> tuple[FloatArray, FloatArray]:
    """Return those of an age in one year and of the next age a year later: [unit, age − 1, year].

    Only units that were there in both count. They stand for their whole area: the people of those
    that closed or opened are divided over them.
    """
    there = table.sum(axis=1) > 0
    both = (there[:, 1:] & there[:, :-1])[:, None, :]
    found = []
    for each in (table[:, :-1, :-1], table[:, 1:, 1:]):
        whole, kept = _by_area(each, place), _by_area(each * both, place)
        found.append(each * both * _divided(whole, kept, 1.0)[place])
    return found[0], found[1]


def _by_area(values: FloatArray, place: IntArray) -> FloatArray:
    found = np.zeros((int(place.max(initial=-1)) + 1, *values.shape[1:]))
    np.add.at(found, place, values)
    return found


def _last(weights: tuple[float, ...], many: int) -> FloatArray:
    """Return the weights of the last years that there are, the mean 1."""
    found = np.array(weights[-many:], dtype=np.float64)
    result: FloatArray = found / found.mean()
    return result


def _shrunk(seen: FloatArray, expected: FloatArray) -> tuple[FloatArray, float]:
    """Return per cell how many times the expected was seen, drawn towards 1, and how strongly.

    Σ(seen − expected)² would be Σ expected were it all luck (the variance of a count); what it is
    more shows how far the cells truly differ.
    """
    luck = float(expected.sum())
    more = float(((seen - expected) ** 2).sum()) - luck
    square = float((expected**2).sum())
    spread = more / square if square > 0 else 0.0
    strength = min(max(1 / spread, WEAKEST), STRONGEST) if spread > 0 else STRONGEST
    found: FloatArray = (seen + strength) / (expected + strength)
    return found, strength


def _divided(part: FloatArray, whole: FloatArray, empty: float) -> FloatArray:
    return np.divide(part, whole, out=np.full_like(part, empty), where=whole > 0)


def interest(
    counts: ArrayLike, population: ArrayLike, weights: tuple[float, ...] = WEIGHTS
) -> FloatArray:
    """Return which share of each area comes to each unit, per age: [area, unit, age].

    `counts` is [area, unit, age, year] and `population` [area, age, year]. Of each year the share
    is taken, and of the shares the weighted mean, so that a large year weighs no more. Where more
    come than live there (an older count of the population), the shares are scaled to sum to 1.
    """
    came = np.asarray(counts, dtype=np.float64)
    lived = np.asarray(population, dtype=np.float64)[:, None]
    last = _last(weights, came.shape[3])
    share = _divided(came, np.broadcast_to(lived, came.shape), 0.0)[..., -len(last) :]
    known = np.broadcast_to(lived[..., -len(last) :] > 0, share.shape) * last
    mean = _divided((share * last).sum(axis=3), known.sum(axis=3), 0.0)
    total = mean.sum(axis=1, keepdims=True)
    found: FloatArray = mean / np.maximum(total, 1.0)
    return found
