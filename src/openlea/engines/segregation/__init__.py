"""Segregation: how unevenly groups are spread over units, and how much of that chance would do."""

from openlea.engines.segregation.areas import FloatArray
from openlea.engines.segregation.measures import INDICES, indices

__all__ = ["INDICES", "FloatArray", "indices"]
