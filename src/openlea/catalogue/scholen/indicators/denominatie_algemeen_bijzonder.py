"""Leerlingen in algemeen bijzonder onderwijs."""

from openlea.catalogue.denominaties import denominatie_card, denominatie_example, of_denominatie
from openlea.catalogue.measures import Table

INDICATOR = denominatie_card("algemeen bijzonder onderwijs", "Algemeen bijzonder")


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils at schools of this denomination beside the others."""
    return of_denominatie(duo_leerlingen_po, "Algemeen bijzonder")


EXAMPLE = denominatie_example(6.0, 6.19, "6 van de 97 tot en met 100 leerlingen: 6,00 tot 6,19 %.")
