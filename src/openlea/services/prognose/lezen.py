"""Reads a file of DUO with pupils per school, age and year, without keeping it."""

import polars as pl
from django.conf import settings

from openlea.catalogue.shelf import read_sources
from openlea.core.bron import Bestand
from openlea.core.catalogue import find_roots
from openlea.services.prognose.invoer import JAREN, LEEFTIJDEN


def read_counts(bestand: Bestand, soort: str) -> pl.DataFrame:
    """Return vestiging, leeftijd, jaar and count of one kind of school; a hidden count its middle.

    BadFile when it isn't the file of pupils by age (poleeftijd).
    """
    source = read_sources(find_roots(settings.CATALOGUE))[JAREN]
    ages = LEEFTIJDEN[soort]
    middle = (pl.col("aantal_laag") + pl.col("aantal_hoog")) / 2
    return (
        source.parse([bestand])
        .rijen.filter(pl.col("soort") == soort)
        .with_columns(
            pl.col("jaar").cast(pl.Int64),
            pl.col("leeftijd").cast(pl.Int64).clip(ages[0], ages[-1]),
        )
        .group_by("vestiging", "leeftijd", "jaar")
        .agg(aantal=middle.sum())
        .sort("vestiging", "leeftijd", "jaar")
    )
