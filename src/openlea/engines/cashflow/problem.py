"""What is valued: flows of some purses over years, each a product of factors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Flow:
    """A flow of one purse: sign x product of its factors x the weight of each year.

    `growth` is the factor by which it grows every year after the first year of the problem, None
    for a flow that doesn't. A weight of nought is a year without it.
    """

    purse: int
    sign: int
    factors: tuple[int, ...]
    weights: tuple[float, ...]
    growth: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Flows over years; `rate` is the factor that discounts, None for not.

    Flows fall at the start of a year, so the first year isn't discounted. ValueError when a flow
    has another number of years.
    """

    purses: int
    years: int
    flows: tuple[Flow, ...]
    rate: int | None = None

    def __post_init__(self) -> None:
        """Refuse flows that don't fit."""
        if any(len(flow.weights) != self.years for flow in self.flows):
            raise ValueError("every flow needs a weight per year")
        if any(not 0 <= flow.purse < self.purses for flow in self.flows):
            raise ValueError("every flow needs a purse")


def by_year(problem: Problem, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sum per row of values, per purse and per year; not discounted."""
    found = np.zeros((len(values), problem.purses, problem.years))
    for flow in problem.flows:
        size = flow.sign * values[:, flow.factors].prod(axis=1)
        yearly = size[:, None] * np.asarray(flow.weights)
        if flow.growth is not None:
            yearly = yearly * powers(1 + values[:, flow.growth], problem.years)
        found[:, flow.purse] += yearly
    return found


def powers(step: NDArray[np.float64], years: int) -> NDArray[np.float64]:
    """Return 1, step, step squared … per row."""
    found: NDArray[np.float64] = step[:, None] ** np.arange(years)
    return found


def rows(values: Sequence[float]) -> NDArray[np.float64]:
    """Return one set of values as the only row."""
    return np.asarray([values], dtype=float)
