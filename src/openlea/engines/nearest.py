"""The nearest of many by several features: weighted Euclidean distance on one scale per feature.

A feature is standardised to mean 0 and standard deviation 1 over those that have it. Where one of a
pair lacks a feature, the pair is compared on the others, and the sum of squares is scaled up to the
whole weight, so that lacking something brings nobody nearer. Equal distances are told apart by the
order in which they were given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import fmean, pstdev

Values = Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Near:
    """One of the nearest: its row, its distance, and per feature its part of the squared distance.

    A part is None when the feature lacks in one of the two. Scaled up to the whole weight, the
    parts that are there sum to the squared distance.
    """

    row: int
    distance: float
    parts: tuple[float | None, ...]


def nearest(
    features: Sequence[Values], weights: Sequence[float], row: int, k: int
) -> tuple[Near, ...]:
    """Return the k rows nearest to one row, nearest first; itself and who can't be compared not.

    `features` holds per row a value per feature, None where unknown; weights aren't negative.
    """
    if any(len(values) != len(weights) for values in features):
        raise ValueError("every row needs a value or None per weight")
    if any(weight < 0 for weight in weights) or not any(weights):
        raise ValueError("weights must not be negative, nor all nought")
    scaled = standardised(features)
    found = (
        near
        for other, values in enumerate(scaled)
        if other != row and (near := _near(other, scaled[row], values, weights))
    )
    return tuple(sorted(found, key=lambda near: near.distance)[:k])


def standardised(features: Sequence[Values]) -> list[Values]:
    """Return the features with mean 0 and deviation 1; None stays, a constant becomes 0."""
    columns = [_scaled(column) for column in zip(*features, strict=True)]
    return list(zip(*columns, strict=True))


def _scaled(column: Values) -> list[float | None]:
    known = [value for value in column if value is not None]
    mean = fmean(known) if known else 0.0
    spread = pstdev(known, mean) if known else 0.0
    # What is as good as constant says nothing: rounding alone must not become a difference.
    flat = spread <= 1e-12 * max(abs(mean), 1.0)
    return [None if v is None else 0.0 if flat else (v - mean) / spread for v in column]


def _near(row: int, one: Values, other: Values, weights: Sequence[float]) -> Near | None:
    """Return how near two standardised rows are; None when they share no feature that weighs."""
    parts = tuple(
        None if a is None or b is None else weight * (a - b) ** 2
        for a, b, weight in zip(one, other, weights, strict=True)
    )
    pairs = zip(parts, weights, strict=True)
    shared = fsum(weight for part, weight in pairs if part is not None)
    if not shared:
        return None
    summed = fsum(part for part in parts if part is not None)
    return Near(row, sqrt(summed * fsum(weights) / shared), parts)
