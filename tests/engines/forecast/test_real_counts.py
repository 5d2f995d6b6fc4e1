"""The last year of primary school by school, 2019/20 to 2021/22: three exact years, and no more.

Later years replace a small count by 2 and are never used. Three years leave one thing to test: the
last from the two before, one year ahead. Of three and five years ahead these counts can say
nothing, nor of an interval learnt from the past. docs/handleiding/prognose.md says so too.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from openlea.engines.forecast.backtest import _error, backtest
from openlea.engines.forecast.calibrate import HALF, drawn
from openlea.engines.forecast.history import History, last_ratio, last_value, plan_of
from openlea.engines.forecast.simulate import Wish

FILE = Path(__file__).parents[3] / "../shared/data/adviezen/school_data.json"
EXACT = ("2019-2020", "2020-2021", "2021-2022")
TOTAL = 12
pytestmark = pytest.mark.skipif(not FILE.exists(), reason="the real counts aren't there")


@pytest.fixture(scope="module")
def history() -> History:
    told = json.loads(FILE.read_text("utf-8"))
    both = [one for one in told.values() if all(year in one for year in EXACT)]
    counts = np.array([[one[year][TOTAL] for year in EXACT] for one in both], dtype=float)
    counts = counts[(counts > 0).all(axis=1)]
    return History.of(counts[:, None, :], np.arange(len(counts)) // 20)


def test_there_are_enough_schools_to_say_something(history: History) -> None:
    assert len(history.area) > 5000
    assert history.totals[:, -1].sum() > 100_000


def test_one_year_ahead_it_beats_the_last_value_and_the_last_ratio(history: History) -> None:
    known, truth = history.until(2), history.totals[:, -1]
    plan, _, _ = plan_of(known, 1)
    ours = _error(plan.entry[0], truth)
    assert ours < _error(last_value(known, 1)[:, -1], truth)
    assert ours < _error(last_ratio(known, 1)[:, -1], truth)


@pytest.mark.parametrize(("least", "most"), [(0, 15), (15, 30), (30, 60), (60, 999), (0, 999)])
def test_the_interval_of_one_year_ahead_holds_by_size(
    history: History, least: int, most: int
) -> None:
    known, truth = history.until(2), history.totals[:, -1]
    low, _, high = drawn(known, 1, Wish(draws=300)).quantiles[:, :, 0]
    size = known.totals[:, -1]
    rows = (size >= least) & (size < most)
    inside = (low - HALF <= truth) & (truth <= high + HALF)
    assert 75 <= 100 * inside[rows].mean() <= 85


def test_three_years_leave_no_back_test_of_an_interval(history: History) -> None:
    assert backtest(history) == ()
