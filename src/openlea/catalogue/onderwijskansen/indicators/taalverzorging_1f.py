"""Referentieniveau 1F taalverzorging."""

from openlea.catalogue.measures import Table
from openlea.catalogue.referentieniveaus import level_card, level_example, reaching

INDICATOR = level_card("taalverzorging", "1F")


def compute(duo_referentieniveaus: Table) -> Table:
    """Return the pupils who reach the level beside those who don't."""
    return reaching(duo_referentieniveaus, "taalverzorging", "1F")


EXAMPLE = level_example(90.0, 90.0, "45 van de 50 leerlingen halen 1F: 90 %.")
