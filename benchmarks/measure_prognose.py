"""The forecast of all primary schools, beside the same model in plain NumPy, school by school.

The peer is what anybody would write who knows NumPy: per municipality the shares drift, and per
school and year who goes on is drawn from the binomial and who enters from Poisson. Ours draws as
often from the same model, in the normal approximation; tests/engines/forecast/test_simulate.py lays
its quantiles beside those of exact counts.
"""

import numpy as np

from benchmarks.measure import Measurement
from openlea.engines.forecast import Fan, Plan, Spread, Wish, simulate

SCHOOLS, EACH, AGES, YEARS, DRAWS = 6000, 18, 8, 20, 1000
LEVELS = (0.1, 0.5, 0.9)
ENTRY_LEVEL, ENTRY_UNIT, ENTRY_COMMON, RATIO_UNIT, RATIO_COMMON = 0.08, 0.06, 0.03, 0.01, 0.01


def world() -> tuple[Plan, np.ndarray]:
    """Return the schools, always the same, and the municipality of each."""
    random = np.random.default_rng(20)
    entry = random.gamma(4, 7, SCHOOLS).round()
    start = random.poisson(np.repeat(entry[:, None], AGES, axis=1)).astype(float)
    ratio = random.uniform(0.96, 1.0, (SCHOOLS, AGES - 1))
    plan = Plan(start=start, ratio=ratio, entry=np.repeat(entry[None], YEARS, axis=0))
    return plan, np.arange(SCHOOLS) // EACH


PLAN, AREA = world()


def ours() -> Fan:
    """Return the fan of every school and municipality."""
    spread = Spread(
        entry_level=np.full(SCHOOLS, ENTRY_LEVEL),
        entry_unit=ENTRY_UNIT,
        entry_common=ENTRY_COMMON,
        ratio_unit=np.full(SCHOOLS, RATIO_UNIT),
        ratio_common=RATIO_COMMON,
    )
    return simulate(PLAN, spread, AREA, Wish(draws=DRAWS, levels=LEVELS))


def theirs(schools: int = SCHOOLS) -> np.ndarray:
    """Return the quantiles [school, level, year] of so many schools."""
    random = np.random.default_rng(1)
    found = []
    for area in range(schools // EACH + bool(schools % EACH)):
        rows = np.flatnonzero(AREA[:schools] == area)
        entering = _entering(random, rows)
        yearly = random.normal(0, RATIO_COMMON, (YEARS, DRAWS))
        found += [_school(random, row, entering[:, at], yearly) for at, row in enumerate(rows)]
    return np.array(found)


def _entering(random: np.random.Generator, rows: np.ndarray) -> np.ndarray:
    """Return who is expected to enter [year, school, draw]: shares drift, and so does the area."""
    share = random.normal(0, ENTRY_LEVEL, (len(rows), DRAWS))
    share = share + np.cumsum(random.normal(0, ENTRY_UNIT, (YEARS, len(rows), DRAWS)), axis=0)
    common = np.cumsum(random.normal(0, ENTRY_COMMON, (YEARS, 1, DRAWS)), axis=0)
    planned = PLAN.entry[:, rows, None]
    drawn = planned * np.exp(share)
    return drawn / drawn.sum(axis=1, keepdims=True) * planned.sum(axis=1)[:, None] * np.exp(common)


def _school(
    random: np.random.Generator, row: int, entering: np.ndarray, yearly: np.ndarray
) -> np.ndarray:
    own = random.normal(0, RATIO_UNIT, DRAWS)
    now = np.repeat(PLAN.start[row].astype(int)[:, None], DRAWS, axis=1)
    totals = np.empty((YEARS, DRAWS))
    for year in range(YEARS):
        going = np.minimum(PLAN.ratio[row][:, None] * np.exp(own + yearly[year]), 1)
        older = random.binomial(now[:-1], going)
        now = np.concatenate([random.poisson(entering[year])[None], older])
        totals[year] = now.sum(axis=0)
    return np.quantile(totals, LEVELS, axis=1)


MEASUREMENT = Measurement(
    what="leerlingprognose van 6.000 scholen, 20 jaar, 1.000 trekkingen",
    peer="hetzelfde model in gewone NumPy, school voor school",
    ours=ours,
    theirs=theirs,
    at_most=0.1,
    rounds=1,
    n=SCHOOLS,
)
