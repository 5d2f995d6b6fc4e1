"""Yearly flows of several purses from uncertain factors: present value, payback, what decides it.

A flow is the product of factors, with a sign, spread over years by weights. Nothing here knows
what the money is for.
"""

from openlea.engines.cashflow.deciding import Swing, break_even, swings
from openlea.engines.cashflow.draws import Factor, Shape, draw
from openlea.engines.cashflow.problem import Flow, Problem
from openlea.engines.cashflow.valuing import Value, payback, value

__all__ = [
    "Factor",
    "Flow",
    "Problem",
    "Shape",
    "Swing",
    "Value",
    "break_even",
    "draw",
    "payback",
    "swings",
    "value",
]
