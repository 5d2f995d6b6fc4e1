"""Chance in one index with 500 draws per municipality, beside a plain loop of NumPy.

The loop is what anybody would write who knows NumPy: per municipality and per draw a multinomial
over the cells, the index, and at the end a correction and an interval by percentiles. Ours draws as
often, and gives the value expected under randomness too.
"""

import numpy as np

from benchmarks.measure import Measurement
from benchmarks.segregatie_world import DRAWS, MUNICIPALITIES, SCHOOLS, schools
from openlea.engines.segregation import assess

COUNTS, AREA = schools()


def ours() -> object:
    """Return the assessment of D for every municipality."""
    return assess(COUNTS, AREA, draws=DRAWS, seed=1, only=["dissimilariteit"])


def theirs() -> list[tuple[float, float, float]]:
    """Return the corrected D of every municipality with its bounds."""
    random = np.random.default_rng(1)
    return [_plain(cells, random) for cells in COUNTS.reshape(MUNICIPALITIES, SCHOOLS, 2)]


def _plain(cells: np.ndarray, random: np.random.Generator) -> tuple[float, float, float]:
    total = cells.sum()
    shares = (cells / total).ravel()
    drawn = [_d(random.multinomial(int(total), shares).reshape(-1, 2)) for _ in range(DRAWS)]
    corrected = 2 * _d(cells) - np.array(drawn)
    low, high = np.percentile(corrected, [2.5, 97.5])
    return float(corrected.mean()), float(low), float(high)


def _d(cells: np.ndarray) -> float:
    one, rest = cells[:, 0], cells[:, 1]
    return float(0.5 * np.abs(one / one.sum() - rest / rest.sum()).sum())


MEASUREMENT = Measurement(
    what="segregatie met 500 trekkingen",
    peer="een gewone lus in NumPy, één maat (dissimilariteit)",
    ours=ours,
    theirs=theirs,
    at_most=0.05,
    n=MUNICIPALITIES,
)
