"""Leerlingen in openbaar onderwijs."""

from openlea.catalogue.denominaties import denominatie_card, denominatie_example, of_denominatie
from openlea.catalogue.measures import Table

INDICATOR = denominatie_card("openbaar onderwijs", "Openbaar")


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils at schools of this denomination beside the others."""
    return of_denominatie(duo_leerlingen_po, "Openbaar")


EXAMPLE = denominatie_example(
    40.0, 41.24, "40 van de 97 tot en met 100 leerlingen: 40,00 tot 41,24 %."
)
