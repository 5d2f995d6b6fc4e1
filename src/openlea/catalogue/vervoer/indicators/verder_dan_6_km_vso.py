"""Verder dan 6 km van het vso."""

from openlea.catalogue import nabijheid
from openlea.catalogue.measures import Table

INDICATOR = nabijheid.far("vso")


def compute(duo_leerlingen_po_postcode: Table, geo_postcodes: Table) -> Table:
    """Return the pupils who live far beside the others, where the distance is known."""
    return nabijheid.living_far(duo_leerlingen_po_postcode, geo_postcodes, "vso")


EXAMPLE = nabijheid.example(
    "vso",
    10.0,
    "Postcode 1401 ligt 7,8 km van 1211: 10 van de 100 leerlingen, 10 %.",
    km=True,
)
