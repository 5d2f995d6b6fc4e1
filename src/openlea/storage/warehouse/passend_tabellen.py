"""Reads the money and postcodes of a samenwerkingsverband, and jeugdhulp by verwijzer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse

GELD, VERWIJZERS, GEBIED = (
    "partner_swv_financien",
    "partner_jeugdhulp_verwijzer",
    "regio_swv_postcodes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Swvgeld:
    """The year of a samenwerkingsverband, in euros; texts are '' when nothing was said."""

    jaar: str
    swv: str
    eigen_vermogen: float
    totale_baten: float
    organisatielasten: float
    verdeelsleutel: str
    verdeelsleutel_link: str
    bron: str


def read_money(warehouse: Warehouse, laag: str) -> tuple[Swvgeld, ...]:
    """Return every year that was given, newest first."""
    rows = _all(warehouse, GELD, laag)
    if rows.is_empty():
        return ()
    order = rows.sort("jaar", "swv", descending=[True, False])
    found = []
    for row in order.iter_rows(named=True):
        told: dict[str, Any] = {name: row[name] for name in Swvgeld.__dataclass_fields__}
        known: dict[str, Any] = {name: "" if one is None else one for name, one in told.items()}
        found.append(Swvgeld(**known))
    return tuple(found)


def read_verwijzers(
    warehouse: Warehouse, laag: str, gemeente: str
) -> tuple[str, Mapping[str, tuple[int, int]]]:
    """Return the newest half-year with the bounds of each count by verwijzer; '' for none."""
    rows = _all(warehouse, VERWIJZERS, laag)
    if rows.is_empty():
        return "", {}
    own = rows.filter(pl.col("gemeente") == gemeente)
    if own.is_empty():
        return "", {}
    newest = str(own["periode"].max())
    kept = own.filter(pl.col("periode") == newest).select(
        pl.col("verwijzer").cast(pl.String), "aantal_laag", "aantal_hoog"
    )
    return newest, {who: (low, high) for who, low, high in kept.iter_rows()}


def read_swv_postcodes(warehouse: Warehouse, swv: str) -> frozenset[str]:
    """Return the postcodes of a samenwerkingsverband (PO2604); none without the table."""
    rows = _all(warehouse, GEBIED, LANDELIJK)
    if rows.is_empty():
        return frozenset()
    column = "swv_po" if swv.startswith("PO") else "swv_vo"
    return frozenset(rows.filter(pl.col(column) == swv)["postcode4"].to_list())


def _all(warehouse: Warehouse, bron: str, laag: str) -> pl.DataFrame:
    version = warehouse.current(bron, laag)
    if version is None:
        return pl.DataFrame()
    return warehouse.scan(bron, version.versie, version.laag).collect()
