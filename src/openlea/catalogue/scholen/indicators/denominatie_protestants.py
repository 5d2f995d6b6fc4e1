"""Leerlingen in protestants-christelijk onderwijs."""

from openlea.catalogue.denominaties import denominatie_card, denominatie_example, of_denominatie
from openlea.catalogue.measures import Table

INDICATOR = denominatie_card("protestants-christelijk onderwijs", "Protestants-Christelijk")


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils at schools of this denomination beside the others."""
    return of_denominatie(duo_leerlingen_po, "Protestants-Christelijk")


EXAMPLE = denominatie_example(
    20.0, 20.62, "20 van de 97 tot en met 100 leerlingen: 20,00 tot 20,62 %."
)
