"""Counts of how many places there is a figure, per indicator and kind of place."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
from django.conf import settings

from openlea.core.place import PlaceKind
from openlea.storage.figures.laag import LANDELIJK, open_layer, readable

Telling = Mapping[tuple[str, PlaceKind], int]


def count_places(laag: str = LANDELIJK) -> Telling:
    """Return by indicator and kind how many places have a number or a range, of any period.

    A place counts once, also when a werkruimte has its own figure beside the national one.
    """
    root: Path = settings.FIGURES
    parts = [
        open_layer(root / name).scan().filter(pl.col("laag").is_not_null())
        for name in dict.fromkeys((laag, LANDELIJK))
    ]
    counted = pl.concat(parts).group_by("indicator", "soort").agg(pl.col("code").n_unique())
    with readable():
        return {(name, PlaceKind(soort)): n for name, soort, n in counted.collect().rows()}
