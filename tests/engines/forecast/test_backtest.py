"""The forecast holds in towns that the model didn't make: its interval, and beside plain ones."""

from collections.abc import Mapping

import numpy as np
import pytest

from openlea.engines.forecast.backtest import ALL, AREA, GROUPS, Score, backtest
from openlea.engines.forecast.history import History
from tests.engines.forecast.worlds import Kind, world

KINDS = {
    "calm": Kind(drift=0.03, shock=0.01, births=0.02, trend=0.01, wave=0.006, switch=0.02),
    "plain": Kind(),
    "wild": Kind(drift=0.09, shock=0.05, births=0.05, trend=0.03, wave=0.02, switch=0.05),
}
WORLDS = 8


@pytest.fixture(scope="module")
def scores() -> Mapping[tuple[str, int, str], Score]:
    """Return the scores of all worlds of each kind, and of all kinds together ('every')."""
    found: dict[tuple[str, int, str], list[Score]] = {}
    for name, kind in KINDS.items():
        for seed in range(100, 100 + WORLDS):
            for one in backtest(counted(world(seed, kind=kind)), ahead=4, draws=200):
                for key in (name, "every"):
                    found.setdefault((key, one.horizon, one.groep), []).append(one)
    return {key: _mean(some) for key, some in found.items()}


def counted(history: History) -> History:
    """Return the history without the births that were only known later."""
    return history.until(history.years)


def _mean(scores: list[Score]) -> Score:
    weights = [one.aantal for one in scores]

    def mean(name: str) -> float:
        return float(np.average([getattr(one, name) for one in scores], weights=weights))

    numbers = {key: mean(key) for key in ("mape", "bias", "dekking", "naief", "laatste_ratio")}
    return Score(horizon=scores[0].horizon, groep=scores[0].groep, aantal=sum(weights), **numbers)


@pytest.mark.parametrize("horizon", [1, 3, 5])
@pytest.mark.parametrize("group", [*GROUPS, ALL])
def test_the_interval_of_eighty_percent_holds_seventyfive_to_eightyfive(
    scores: Mapping[tuple[str, int, str], Score], horizon: int, group: str
) -> None:
    one = scores["every", horizon, group]
    assert one.aantal > 500
    assert 75 <= one.dekking <= 85


@pytest.mark.parametrize("horizon", [3, 5])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("group", [*GROUPS, ALL, AREA])
def test_it_beats_the_last_value_and_the_last_ratio(
    scores: Mapping[tuple[str, int, str], Score], kind: str, group: str, horizon: int
) -> None:
    one = scores[kind, horizon, group]
    assert one.mape < one.naief
    assert one.mape < one.laatste_ratio


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("horizon", [1, 3, 5])
def test_on_the_whole_it_is_hardly_too_high_or_too_low(
    scores: Mapping[tuple[str, int, str], Score], kind: str, horizon: int
) -> None:
    assert abs(scores[kind, horizon, ALL].bias) < 4


def test_what_happened_in_the_years_held_back_changes_no_forecast() -> None:
    """Were the last year twice as high, only the truth would be: the forecast can't know."""
    history = counted(world(3, towns=4, kind=KINDS["plain"]))
    doubled = history.counts.copy()
    doubled[:, :, -1] *= 2
    other = History(counts=doubled, area=history.area, population=history.population)
    one, two = (
        next(each for each in backtest(which, horizons=(3,)) if each.groep == ALL)
        for which in (history, other)
    )
    truth = history.totals[:, -1][history.totals[:, -4] > 0].sum()
    assert one.bias * truth / 100 + truth == pytest.approx(two.bias * 2 * truth / 100 + 2 * truth)


def test_a_horizon_that_leaves_too_few_years_is_not_there() -> None:
    history = counted(world(1, towns=3, years=14, kind=KINDS["plain"]))
    short = History(
        counts=history.counts[:, :, -5:],
        area=history.area,
        population=history.population[:, -5:],
    )
    assert {one.horizon for one in backtest(short)} == {1}


def test_a_forecast_of_somebody_else_stands_beside_it() -> None:
    history = counted(world(2, towns=4, kind=KINDS["plain"]))
    told = np.where(np.arange(len(history.area)) % 2, history.totals[:, -1], np.nan)
    found = backtest(history, horizons=(1,), others={1: {"duo": told}})
    assert {one.anderen["duo"] for one in found if one.groep != AREA} == {0.0}
