"""Segregation: how unevenly groups are spread over units, and how much of that chance would do."""

from openlea.engines.segregation.areas import FloatArray
from openlea.engines.segregation.chance import Assessment, assess
from openlea.engines.segregation.change import Change, change
from openlea.engines.segregation.decomposition import Parts, between_within, local
from openlea.engines.segregation.measures import INDICES, indices
from openlea.engines.segregation.ranges import index_range
from openlea.engines.segregation.reflection import Reflection, reflection

__all__ = [
    "INDICES",
    "Assessment",
    "Change",
    "FloatArray",
    "Parts",
    "Reflection",
    "assess",
    "between_within",
    "change",
    "index_range",
    "indices",
    "local",
    "reflection",
]
