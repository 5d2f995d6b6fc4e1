"""Referentieniveau 2F taalverzorging."""

from openlea.catalogue.measures import Table
from openlea.catalogue.referentieniveaus import level_card, level_example, reaching

INDICATOR = level_card("taalverzorging", "2F")


def compute(duo_referentieniveaus: Table) -> Table:
    """Return the pupils who reach the level beside those who don't."""
    return reaching(duo_referentieniveaus, "taalverzorging", "2F")


EXAMPLE = level_example(40.0, 40.0, "20 van de 50 leerlingen halen 2F: 40 %.")
