"""Referentieniveau 1F lezen."""

from openlea.catalogue.measures import Table
from openlea.catalogue.referentieniveaus import level_card, level_example, reaching

INDICATOR = level_card("lezen", "1F")


def compute(duo_referentieniveaus: Table) -> Table:
    """Return the pupils who reach the level beside those who don't."""
    return reaching(duo_referentieniveaus, "lezen", "1F")


EXAMPLE = level_example(100.0, 100.0, "Alle 50 leerlingen halen 1F: 100 %.")
