"""Reads in the national tables which kinds of schools each school board keeps, from DUO."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import polars as pl

from openlea.policy.houderschap import Schoolsoort
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse

_SOORT = {
    "duo_vestigingen_po": pl.lit("bo"),
    "duo_leerlingen_po": pl.col("soort"),
    "duo_vestigingen_vo": pl.lit("vo"),
}
"""What kind of school a row is of; special schools are only among the counted pupils."""

_EDITIE = "peildatum"


def schools_of_boards(warehouse: Warehouse) -> Mapping[str, frozenset[Schoolsoort]]:
    """Return the kinds of schools by code of the board; nothing when one of the tables isn't there.

    Of each table the newest edition. Only national tables: one that a gemeente uploaded may leave
    out the schools elsewhere, and then a board would seem to have none.
    """
    versies = []
    for bron in _SOORT:
        newest = warehouse.current(bron, LANDELIJK)
        if newest is None:
            return {}
        versies.append(newest.versie)
    return _read(warehouse.root, warehouse.bundle, tuple(versies))


@lru_cache(maxsize=4)
def _read(
    root: Path, bundle: Path, versies: tuple[int, ...]
) -> Mapping[str, frozenset[Schoolsoort]]:
    """Return what those versions say; a version never changes, so reading it once is enough."""
    house = Warehouse(root, bundle)
    parts = [
        house.scan(bron, versie)
        .filter(pl.col(_EDITIE) == pl.col(_EDITIE).max(), pl.col("bestuur").is_not_null())
        .select("bestuur", soort=kind, denominatie=pl.col("denominatie").fill_null(""))
        for (bron, kind), versie in zip(_SOORT.items(), versies, strict=True)
    ]
    found: dict[str, set[Schoolsoort]] = {}
    for bestuur, soort, denominatie in pl.concat(parts).unique().collect().iter_rows():
        found.setdefault(bestuur, set()).add(Schoolsoort(soort, denominatie))
    return {bestuur: frozenset(told) for bestuur, told in found.items()}
