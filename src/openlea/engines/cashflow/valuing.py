"""The present value of a problem for many sets of values at once, and when it has paid itself."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from openlea.engines.cashflow.problem import Problem, by_year, powers

PIECE = 4096
"""Rows at a time: memory doesn't grow with the draws."""


@dataclass(frozen=True, slots=True)
class Value:
    """Present value per row and purse, and in which year it has paid itself (0 the first).

    The year is nan when it doesn't within the years that are looked at.
    """

    purses: NDArray[np.float64]
    payback: NDArray[np.float64]

    @property
    def total(self) -> NDArray[np.float64]:
        """Return the present value of all purses together."""
        found: NDArray[np.float64] = self.purses.sum(axis=1)
        return found


def value(problem: Problem, values: NDArray[np.float64]) -> Value:
    """Return the value of every row of values, a column per factor."""
    purses = np.empty((len(values), problem.purses))
    years = np.empty(len(values))
    for start in range(0, len(values), PIECE):
        some = values[start : start + PIECE]
        flows = by_year(problem, some)
        purses[start : start + PIECE] = (flows * _discount(problem, some)).sum(axis=2)
        years[start : start + PIECE] = payback(flows.sum(axis=1))
    return Value(purses, years)


def payback(yearly: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return per row the first year from which the sum so far isn't negative any more, else nan.

    Not discounted. What never costs anything is paid back in the first year.
    """
    open_ = np.cumsum(yearly, axis=1) < 0
    years = yearly.shape[1]
    last_open = np.where(open_.any(axis=1), years - 1 - open_[:, ::-1].argmax(axis=1), -1)
    found: NDArray[np.float64] = np.where(last_open == years - 1, np.nan, last_open + 1.0)
    return found


def _discount(problem: Problem, values: NDArray[np.float64]) -> NDArray[np.float64]:
    if problem.rate is None:
        return np.ones((len(values), 1, 1))
    return powers(1 / (1 + values[:, problem.rate]), problem.years)[:, None, :]
