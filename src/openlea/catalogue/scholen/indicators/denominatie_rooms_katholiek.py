"""Leerlingen in rooms-katholiek onderwijs."""

from openlea.catalogue.denominaties import denominatie_card, denominatie_example, of_denominatie
from openlea.catalogue.measures import Table

INDICATOR = denominatie_card("rooms-katholiek onderwijs", "Rooms-Katholiek")


def compute(duo_leerlingen_po: Table) -> Table:
    """Return the pupils at schools of this denomination beside the others."""
    return of_denominatie(duo_leerlingen_po, "Rooms-Katholiek")


EXAMPLE = denominatie_example(
    30.0, 30.93, "30 van de 97 tot en met 100 leerlingen: 30,00 tot 30,93 %."
)
