"""Dicht bij huis naar het bo: eigen postcode."""

from openlea.catalogue import nabijheid
from openlea.catalogue.measures import Table

INDICATOR = nabijheid.own_postcode("bo")


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils who stay in their postcode beside the others."""
    return nabijheid.staying(
        duo_leerlingen_po_postcode, "bo", home="postcode4", school="postcode4_school"
    )


EXAMPLE = nabijheid.example(
    "bo", 60.0, "60 van de 100 leerlingen gaan naar een vestiging in postcode 1211: 60 %."
)
