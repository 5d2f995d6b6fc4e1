"""Apportionment: a whole budget divided over places, so that the parts are whole and add up."""

from openlea.engines.apportionment.dividing import Division, Method, divide, divide_held
from openlea.engines.apportionment.problem import Infeasible, Undecided
from openlea.engines.apportionment.sensitivity import combine, swing

__all__ = [
    "Division",
    "Infeasible",
    "Method",
    "Undecided",
    "combine",
    "divide",
    "divide_held",
    "swing",
]
