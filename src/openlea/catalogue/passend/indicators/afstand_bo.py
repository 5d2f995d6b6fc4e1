"""Afstand naar het bo."""

from openlea.catalogue import nabijheid
from openlea.catalogue.measures import Table

INDICATOR = nabijheid.distance("bo")


def compute(duo_leerlingen_po_postcode: Table, geo_postcodes: Table) -> Table:
    """Return the distance of each group of pupils, with how many they are."""
    return nabijheid.distances(duo_leerlingen_po_postcode, geo_postcodes, "bo")


EXAMPLE = nabijheid.example(
    "bo",
    1.39,
    "60 leerlingen op 0 km, 30 op 2,04 km en 10 op 7,78 km: (30 × 2,04 + 10 × 7,78) : 100 = "
    "1,39 km.",
    km=True,
)
