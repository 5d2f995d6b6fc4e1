"""Whether a forecast is any good: the last years are held back, forecast, and laid beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from openlea.engines.forecast.calibrate import HALF, calibrated, size_of
from openlea.engines.forecast.flow import FloatArray, IntArray
from openlea.engines.forecast.history import History, last_ratio, last_value
from openlea.engines.forecast.simulate import Wish

HORIZONS: Final = (1, 3, 5)
GROUPS: Final = ("klein", "midden", "groot")
ALL: Final = "alle"
AREA: Final = "gebied"
FEWEST_YEARS: Final = 3
"""So many years must be left to forecast from."""
FEWEST: Final = 10
"""Of so few units a share says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a forecast did at one horizon for units of one size; everything in percent.

    `mape` is Σ|forecast − truth| / Σ truth, so that a large unit weighs as its people do; `bias`
    Σ(forecast − truth) / Σ truth; `dekking` how many truths lay within the 80 % interval. Beside it
    the mape of the last value, of the last ratio and of others' forecasts, by name.
    """

    horizon: int
    groep: str
    aantal: int
    mape: float
    bias: float
    dekking: float
    naief: float
    laatste_ratio: float
    anderen: Mapping[str, float] = field(default_factory=dict)


Others = Mapping[str, FloatArray]
"""By name a forecast of the last year counted, per unit; NaN where there is none."""


def backtest(
    history: History,
    *,
    horizons: Sequence[int] = HORIZONS,
    ahead: int = 0,
    draws: int = 400,
    seed: int = 1,
    others: Mapping[int, Others] | None = None,
) -> tuple[Score, ...]:
    """Return per horizon and size how the forecast of the last year counted would have done.

    `ahead` is how many years ahead the population was known; `others` holds per horizon forecasts
    that somebody else made then. A horizon for which too few years were counted isn't there.
    """
    found: list[Score] = []
    for horizon in horizons:
        if history.years - horizon >= FEWEST_YEARS:
            wish = Wish(draws=draws, seed=seed)
            found += _scores(history, horizon, ahead, wish, (others or {}).get(horizon, {}))
    return tuple(found)


def _scores(
    history: History, horizon: int, ahead: int, wish: Wish, others: Others
) -> Iterator[Score]:
    known = history.until(history.years - horizon, ahead)
    fan, _ = calibrated(known, horizon, ahead=ahead, wish=wish)
    truth = history.totals[:, -1]
    there = (truth > 0) & (known.totals[:, -1] > 0)
    size = size_of(known.totals[:, -1])
    plain = {
        "naief": last_value(known, horizon)[:, -1],
        "laatste_ratio": last_ratio(known, horizon)[:, -1],
        **others,
    }
    chosen = {ALL: there, **{name: there & (size == at) for at, name in enumerate(GROUPS)}}
    quantiles = fan.quantiles[:, :, -1]
    for name, rows in chosen.items():
        if rows.sum() >= FEWEST:
            beside = {who: one[rows] for who, one in plain.items()}
            yield score(horizon, name, quantiles[:, rows], truth[rows], beside)
    if fan.areas.shape[1] >= FEWEST:
        beside = {who: _by_area(one, history.area) for who, one in plain.items()}
        truths = _by_area(truth, history.area)
        yield score(horizon, AREA, fan.areas[:, :, -1], truths, beside)


def score(
    horizon: int, group: str, quantiles: FloatArray, truth: FloatArray, beside: Others
) -> Score:
    """Return how quantiles [low, middle, high; unit] did beside other forecasts [unit]."""
    low, middle, high = quantiles
    total = truth.sum()
    inside = (low - HALF <= truth) & (truth <= high + HALF)
    errors = {who: _error(one, truth) for who, one in beside.items()}
    return Score(
        horizon=horizon,
        groep=group,
        aantal=len(truth),
        mape=_error(middle, truth),
        bias=float(100 * (middle - truth).sum() / total),
        dekking=float(100 * inside.mean()),
        naief=errors.pop("naief"),
        laatste_ratio=errors.pop("laatste_ratio"),
        anderen=errors,
    )


def _error(told: FloatArray, truth: FloatArray) -> float:
    """Return the weighted error in percent, over the units that were told of."""
    known = np.isfinite(told)
    total = truth[known].sum()
    return float(100 * np.abs(told[known] - truth[known]).sum() / total) if total else float("nan")


def _by_area(values: FloatArray, area: IntArray) -> FloatArray:
    found = np.zeros(int(area.max(initial=-1)) + 1)
    np.add.at(found, area, values)
    return found
