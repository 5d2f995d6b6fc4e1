"""A share of a whole: so many of so many."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Self


@dataclass(frozen=True, slots=True)
class Aandeel:
    """`aantal` of `van`; of nothing there is no share."""

    aantal: int
    van: int

    @classmethod
    def of(cls, verdicts: Iterable[bool]) -> Self:
        """Return how many of the verdicts hold."""
        each = tuple(verdicts)
        return cls(sum(each), len(each))

    @property
    def fraction(self) -> Fraction | None:
        """Return the share between 0 and 1, or None when there is nothing to divide."""
        return Fraction(self.aantal, self.van) if self.van else None

    def __str__(self) -> str:
        """Return the share as people say it."""
        return f"{self.aantal} van {self.van}"
