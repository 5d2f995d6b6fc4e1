"""Referentieniveau 1S rekenen."""

from openlea.catalogue.measures import Table
from openlea.catalogue.referentieniveaus import level_card, level_example, reaching

INDICATOR = level_card("rekenen", "1S")


def compute(duo_referentieniveaus: Table) -> Table:
    """Return the pupils who reach the level beside those who don't."""
    return reaching(duo_referentieniveaus, "rekenen", "1S")


EXAMPLE = level_example(
    60.0, 63.83, "30 van de 47 tot en met 50 leerlingen halen 1S: 60,00 tot 63,83 %."
)
