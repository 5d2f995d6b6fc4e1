"""Leerlingen in islamitisch onderwijs."""

from openlea.catalogue.denominaties import denominatie_card, denominatie_example, of_denominatie
from openlea.catalogue.measures import Table

INDICATOR = denominatie_card("islamitisch onderwijs", "Islamitisch")


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils at schools of this denomination beside the others."""
    return of_denominatie(duo_leerlingen_po, "Islamitisch")


EXAMPLE = denominatie_example(
    1.03, 4.0, "1 tot en met 4 van de 97 tot en met 100 leerlingen: 1,03 tot 4,00 %."
)
