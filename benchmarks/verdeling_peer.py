"""The same division and its sensitivity in pandas; run with the interpreter of the peers.

Reads a file of NumPy with points, weights, budget and limits, and prints the best seconds and all
amounts as JSON. Columns at once where pandas can; per scenario a loop until no limit is passed.
"""

import json
import sys
import time

import numpy as np
import pandas as pd


def main() -> None:
    """Measure three times, and print the best."""
    given = np.load(sys.argv[1])
    points = pd.DataFrame(given["points"].T)
    weights = pd.Series(given["weights"])
    limits = int(given["budget"]), int(given["floor"]), int(given["ceiling"])
    timed = [seconds(points, weights, *limits) for _ in range(3)]
    best = min(one for one, _ in timed)
    print(json.dumps({"seconds": best, "amounts": [list(map(int, x)) for x in timed[0][1]]}))


def seconds(
    points: pd.DataFrame, weights: pd.Series, budget: int, floor: int, ceiling: int
) -> tuple[float, list[pd.Series]]:
    """Return how long the division and its sensitivity take, and the amounts of each."""
    started = time.perf_counter()
    shares = points / points.sum()
    scenarios = [weights]
    for criterion in weights.index:
        for factor in (0.9, 1.1):
            changed = weights.copy()
            changed[criterion] *= factor
            scenarios.append(changed)
    found = [divided(shares @ (one / one.sum()), budget, floor, ceiling) for one in scenarios]
    return time.perf_counter() - started, found


def divided(weight: pd.Series, budget: int, floor: int, ceiling: int) -> pd.Series:
    """Return whole amounts by largest remainder, within limits."""
    low = (weight > 0) * floor
    fixed = pd.Series(np.nan, index=weight.index)
    while True:
        free = fixed.isna()
        left = budget - fixed.sum()
        quota = weight[free] / weight[free].sum() * left
        below, above = quota < low[free], quota > ceiling
        if not (below | above).any():
            break
        short = (low[free] - quota)[below].sum()
        over = (quota - ceiling)[above].sum()
        if short >= over:
            fixed[below[below].index] = low
        if over >= short:
            fixed[above[above].index] = ceiling
    whole = np.floor(quota)
    rest = (quota - whole).sort_values(ascending=False, kind="stable")
    whole[rest.index[: round(left - whole.sum())]] += 1
    return fixed.fillna(whole).astype(int)


if __name__ == "__main__":
    main()
