"""What decides the outcome: each factor alone from low to high, and where it turns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import brentq

from openlea.engines.cashflow.draws import Factor
from openlea.engines.cashflow.problem import Problem, rows
from openlea.engines.cashflow.valuing import value

CLOSE = 0.005
"""Half a cent: so near nought the outcome is nought."""
REACH = 20.0
"""A turning point is looked for from nought to so many times the largest value, too."""
PIECES = 400


@dataclass(frozen=True, slots=True)
class Swing:
    """The outcome with one factor at its low and at its high value, the others likely."""

    factor: int
    low: float
    high: float

    @property
    def width(self) -> float:
        """Return how far the outcome moves."""
        return abs(self.high - self.low)

    @property
    def turns(self) -> bool:
        """Say whether the outcome changes sign within the range of this factor."""
        return self.low * self.high < 0


def swings(problem: Problem, factors: Sequence[Factor]) -> tuple[Swing, ...]:
    """Return the swing of every factor that isn't fixed, the widest first."""
    found = [
        Swing(n, _total(problem, factors, n, one.low), _total(problem, factors, n, one.high))
        for n, one in enumerate(factors)
        if not one.is_fixed
    ]
    return tuple(sorted(found, key=lambda one: -one.width))


def break_even(problem: Problem, factors: Sequence[Factor], place: int) -> float | None:
    """Return at which value of one factor the outcome is nought, the others likely.

    The root nearest to the likely value, first within the range of the factor, then from nought to
    ten times its largest; None when there is none. The outcome there is nought to half a cent.
    """
    one = factors[place]
    largest = max(abs(one.low), abs(one.high))
    for low, high in ((one.low, one.high), (min(0.0, one.low), REACH * largest)):
        found = _roots(problem, factors, place, low, high)
        if found:
            return min(found, key=lambda root: abs(root - one.likely))
    return None


def _roots(
    problem: Problem, factors: Sequence[Factor], place: int, low: float, high: float
) -> list[float]:
    if low == high:
        return []
    grid = np.linspace(low, high, PIECES + 1)
    values = np.tile([one.likely for one in factors], (len(grid), 1))
    values[:, place] = grid
    outcome = value(problem, values).total
    if np.ptp(outcome) <= CLOSE:
        return []
    sides = np.sign(np.where(np.abs(outcome) <= CLOSE, 0.0, outcome))
    found = [float(grid[at]) for at in np.flatnonzero(sides == 0)]
    for at in np.flatnonzero(sides[:-1] * sides[1:] < 0):
        root = brentq(
            lambda tried: _total(problem, factors, place, tried),
            float(grid[at]),
            float(grid[at + 1]),
            xtol=1e-14 * max(abs(high), 1e-6),
            rtol=1e-14,
        )
        found.append(float(root))
    return found


def _total(problem: Problem, factors: Sequence[Factor], place: int, tried: float) -> float:
    values = [tried if n == place else one.likely for n, one in enumerate(factors)]
    return float(value(problem, rows(values)).total[0])
