"""Spreading: the fewest other placements that bring every place near a wanted mix."""

from openlea.engines.spreading.diagnosing import Diagnosis, Kind, Relaxation, diagnose
from openlea.engines.spreading.frontier import Point, evenness, frontier, mean_travel
from openlea.engines.spreading.problem import Problem, problem_of
from openlea.engines.spreading.solving import GAP, Outcome, spread

__all__ = [
    "GAP",
    "Diagnosis",
    "Kind",
    "Outcome",
    "Point",
    "Problem",
    "Relaxation",
    "diagnose",
    "evenness",
    "frontier",
    "mean_travel",
    "problem_of",
    "spread",
]
