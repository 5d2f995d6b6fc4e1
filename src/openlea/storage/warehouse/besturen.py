"""Reads in the national tables of DUO which kinds of schools each school board keeps."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import polars as pl

from openlea.core.place import PlaceKind
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


def schools_by_place(warehouse: Warehouse) -> Mapping[str, frozenset[Schoolsoort]]:
    """Return the kinds of schools by place key of the board, and of the school itself.

    Nothing when one of the tables isn't there. Of each table the newest edition. Only national
    tables: one that a gemeente uploaded may leave out the schools elsewhere, and then a board would
    seem to have none.
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
        .select("bestuur", "vestiging", soort=kind, denominatie=pl.col("denominatie").fill_null(""))
        for (bron, kind), versie in zip(_SOORT.items(), versies, strict=True)
    ]
    found: dict[str, set[Schoolsoort]] = {}
    for bestuur, vestiging, soort, denominatie in pl.concat(parts).unique().collect().iter_rows():
        school = Schoolsoort(soort, denominatie)
        found.setdefault(f"{PlaceKind.BESTUUR}:{bestuur}", set()).add(school)
        found.setdefault(f"{PlaceKind.SCHOOL}:{vestiging}", set()).add(school)
    return {plaats: frozenset(told) for plaats, told in found.items()}
