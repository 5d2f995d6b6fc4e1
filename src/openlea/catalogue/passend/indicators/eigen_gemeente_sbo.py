"""Dicht bij huis naar het sbo: eigen gemeente."""

from openlea.catalogue import nabijheid
from openlea.catalogue.measures import Table

INDICATOR = nabijheid.own_gemeente("sbo")


def compute(duo_leerlingen_po_postcode: Table) -> Table:
    """Return the pupils who stay in their gemeente beside the others."""
    return nabijheid.staying(
        duo_leerlingen_po_postcode, "sbo", home="gemeente_leerling", school="gemeente"
    )


EXAMPLE = nabijheid.example(
    "sbo", 90.0, "90 van de 100 leerlingen gaan in gemeente GM0402 naar school: 90 %."
)
