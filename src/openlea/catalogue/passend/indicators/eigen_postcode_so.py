"""Dicht bij huis naar het so: eigen postcode."""

from openlea.catalogue import nabijheid
from openlea.catalogue.measures import Table

INDICATOR = nabijheid.own_postcode("so")


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils who stay in their postcode beside the others."""
    return nabijheid.staying(
        duo_leerlingen_po_postcode, "so", home="postcode4", school="postcode4_school"
    )


EXAMPLE = nabijheid.example(
    "so", 60.0, "60 van de 100 leerlingen gaan naar een vestiging in postcode 1211: 60 %."
)
