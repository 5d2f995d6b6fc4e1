"""Every index of every municipality by PySAL's segregation; run with the interpreter of the peers.

Reads a file of NumPy with counts and area, and prints the best seconds and all values as JSON.
The tables are cut and its compiled parts compiled beforehand: neither is in its time.
"""

import json
import sys
import time

import numpy as np
import pandas as pd
from segregation import multigroup, singlegroup

PAIR = {
    "dissimilariteit": singlegroup.Dissim,
    "isolatie": singlegroup.Isolation,
    "blootstelling": singlegroup.Interaction,
    "genormaliseerd": singlegroup.CorrelationR,
    "variantieverhouding": singlegroup.CorrelationR,
    "gini": singlegroup.Gini,
    "atkinson": singlegroup.Atkinson,
}
SEVERAL = {
    "theil_h": multigroup.MultiInfoTheory,
    "wederzijdse_informatie": multigroup.MultiDivergence,
}


def main() -> None:
    """Measure twice, and print the best."""
    given = np.load(sys.argv[1])
    table = pd.DataFrame(given["counts"], columns=["groep", "rest"])
    table["allen"] = table["groep"] + table["rest"]
    cut = [each for _, each in table.groupby(given["area"])]
    all_of(cut[:1])
    timed = [seconds(cut) for _ in range(2)]
    print(json.dumps({"seconds": min(one for one, _ in timed), "values": timed[0][1]}))


def seconds(cut: list[pd.DataFrame]) -> tuple[float, dict[str, list[float]]]:
    """Return how long all indices of all tables take, and what they are."""
    started = time.perf_counter()
    values = all_of(cut)
    return time.perf_counter() - started, values


def all_of(cut: list[pd.DataFrame]) -> dict[str, list[float]]:
    """Return per index a value per table."""
    pair = {
        name: [float(index(each, "groep", "allen").statistic) for each in cut]
        for name, index in PAIR.items()
    }
    several = {
        name: [float(index(each, ["groep", "rest"]).statistic) for each in cut]
        for name, index in SEVERAL.items()
    }
    return pair | several


if __name__ == "__main__":
    main()
