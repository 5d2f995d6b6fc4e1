"""Reads from which postcodes the pupils of each school come, and where both lie on the map."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import polars as pl

from openlea.core.onthulling import Bereik
from openlea.storage.warehouse.warehouse import Warehouse

BRON, POSTCODES, SCHOOLPUNTEN = "duo_leerlingen_po_postcode", "geo_postcodes", "geo_schoolpunten"
BASISSCHOOL = "bo"
KEPT = 16
Punt = tuple[float, float]
"""Degrees north and east."""
_Version = tuple[int, str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Woonplaatsen:
    """Per school of a gemeente its pupils by postcode on the last day of counting, '' without."""

    peildatum: str = ""
    per_school: Mapping[str, Mapping[str, Bereik]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ligging:
    """Where postcodes and schools lie."""

    postcodes: Mapping[str, Punt]
    scholen: Mapping[str, Punt]


def homes_of(warehouse: Warehouse, laag: str, gemeente: str) -> Woonplaatsen:
    """Return where the pupils of the primary schools in a gemeente live; empty without a table."""
    return _homes(warehouse.root, warehouse.bundle, _version(warehouse, BRON, laag), gemeente)


def places_of(warehouse: Warehouse, laag: str) -> Ligging:
    """Return where all postcodes and schools lie; empty without the tables."""
    found = (_version(warehouse, one, laag) for one in (POSTCODES, SCHOOLPUNTEN))
    return _places(warehouse.root, warehouse.bundle, *found)


def _version(warehouse: Warehouse, bron: str, laag: str) -> _Version:
    version = warehouse.current(bron, laag)
    return (version.versie, version.laag) if version else None


@lru_cache(maxsize=KEPT)
def _homes(root: Path, bundle: Path, version: _Version, gemeente: str) -> Woonplaatsen:
    if version is None:
        return Woonplaatsen()
    table = Warehouse(root, bundle).scan(BRON, *version)
    here = table.filter(
        pl.col("gemeente") == gemeente,
        pl.col("soort") == BASISSCHOOL,
        pl.col("postcode4").is_not_null(),
    ).with_columns(pl.col("peildatum", "vestiging", "postcode4").cast(pl.String))
    rows = (
        here.filter(pl.col("peildatum") == pl.col("peildatum").max())
        .group_by("peildatum", "vestiging", "postcode4")
        .agg(pl.col("aantal_laag", "aantal_hoog").sum())
        .sort("vestiging", "postcode4")
        .collect()
    )
    found: dict[str, dict[str, Bereik]] = {}
    for _, school, postcode, low, high in rows.iter_rows():
        found.setdefault(school, {})[postcode] = Bereik(low, high)
    return Woonplaatsen(
        peildatum=str(rows["peildatum"][0]) if rows.height else "", per_school=found
    )


@lru_cache(maxsize=KEPT)
def _places(root: Path, bundle: Path, postcodes: _Version, scholen: _Version) -> Ligging:
    house = Warehouse(root, bundle)
    return Ligging(
        postcodes=_points(house, POSTCODES, "postcode4", "jaar", postcodes),
        scholen=_points(house, SCHOOLPUNTEN, "vestiging", "peildatum", scholen),
    )


def _points(
    house: Warehouse, bron: str, key: str, editie: str, version: _Version
) -> Mapping[str, Punt]:
    if version is None:
        return {}
    rows = house.scan(bron, *version).sort(editie).select(pl.col(key).cast(pl.String), "lat", "lon")
    return {code: (lat, lon) for code, lat, lon in rows.drop_nulls().collect().iter_rows()}
