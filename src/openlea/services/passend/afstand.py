"""How far a school is: the straight line between two places, times what a road is longer."""

from collections.abc import Mapping
from math import cos, hypot, radians

from openlea.catalogue.distances import KM_PER_DEGREE

OMWEG = 1.343
"""A road is so much longer than the straight line, on average in 300 European cities."""
OMWEG_BRON = "Environment and Planning B (2023), doi 10.1177/23998083231168870"
HOE = (
    "Rechte lijn van het midden van je postcode naar het midden van die van de school, keer 1,34 "
    "omdat een weg niet recht is. De echte weg kan korter of langer zijn."
)
Plek = tuple[float, float]


def kilometres(one: Plek, other: Plek) -> float:
    """Return the distance over the road as it is estimated, in km."""
    halfway = cos(radians((one[0] + other[0]) / 2))
    apart = hypot(one[0] - other[0], (one[1] - other[1]) * halfway)
    return apart * KM_PER_DEGREE * OMWEG


def between(places: Mapping[str, Plek], one: str, other: str) -> float | None:
    """Return the distance between two postcodes of four digits; None when one isn't known."""
    if one not in places or other not in places:
        return None
    return kilometres(places[one], places[other])
