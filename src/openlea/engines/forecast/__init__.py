"""Forecast: how many people each unit has in years to come, how unsure that is, and how we know."""

from openlea.engines.forecast.flow import (
    FloatArray,
    Move,
    Plan,
    Projection,
    attracted,
    project,
)
from openlea.engines.forecast.rates import Rates, interest, rates
from openlea.engines.forecast.simulate import Fan, Limit, Wish, simulate
from openlea.engines.forecast.spread import Spread, learnt

__all__ = [
    "Fan",
    "FloatArray",
    "Limit",
    "Move",
    "Plan",
    "Projection",
    "Rates",
    "Spread",
    "Wish",
    "attracted",
    "interest",
    "learnt",
    "project",
    "rates",
    "simulate",
]
