"""Referentieniveau 2F lezen."""

from openlea.catalogue.measures import Table
from openlea.catalogue.referentieniveaus import level_card, level_example, reaching

INDICATOR = level_card("lezen", "2F")


def compute(duo_referentieniveaus: Table) -> Table:
    """Return the pupils who reach the level beside those who don't."""
    return reaching(duo_referentieniveaus, "lezen", "2F")


EXAMPLE = level_example(60.0, 60.0, "30 van de 50 leerlingen halen 2F: 60 %.")
