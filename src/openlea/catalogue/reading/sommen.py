"""Sums of counts within a row: with hidden counts a sum is a range, and two ranges may overlap.

Publishers give some numbers twice, as parts and as a whole; a slip in one of them shows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import add

import polars as pl

from openlea.catalogue.reading.cellen import count_high, count_low


@dataclass(frozen=True, slots=True)
class Bereiken:
    """The lowest and the highest that a count of each row can be."""

    low: pl.Expr
    high: pl.Expr

    def __add__(self, other: "Bereiken") -> "Bereiken":
        """Return the range of a sum."""
        return Bereiken(self.low + other.low, self.high + other.high)

    def overlaps(self, other: "Bereiken") -> pl.Expr:
        """Say whether one number can be in both."""
        return (self.low <= other.high) & (other.low <= self.high)


def count_of(column: str) -> Bereiken:
    """Return the range of the counts in a column."""
    return Bereiken(count_low(column), count_high(column))


def sum_of(columns: Iterable[str]) -> Bereiken:
    """Return the range of the counts of some columns together."""
    return reduce(add, map(count_of, columns))
