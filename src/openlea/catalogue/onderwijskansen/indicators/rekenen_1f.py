"""Referentieniveau 1F rekenen."""

from openlea.catalogue.measures import Table
from openlea.catalogue.referentieniveaus import level_card, level_example, reaching

INDICATOR = level_card("rekenen", "1F")


def compute(duo_referentieniveaus: Table) -> Table:
    """Return the pupils who reach the level beside those who don't."""
    return reaching(duo_referentieniveaus, "rekenen", "1F")


EXAMPLE = level_example(
    92.0,
    97.87,
    "46 leerlingen halen 1F, 1 tot en met 4 niet: 46 : 50 = 92,00 % tot 46 : 47 = 97,87 %.",
)
