"""Reads how pupils of secondary schools in a gemeente moved from one schooljaar to the next."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from openlea.core.onthulling import Bereik
from openlea.storage.warehouse.warehouse import Warehouse

BRON = "duo_zittenblijvers_vo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorstroom:
    """One vestiging: all pupils, and those who stayed down or moved down, each as a range."""

    naam: str
    leerlingen: Bereik
    blijven_zitten: Bereik
    stromen_af: Bereik


def read_doorstroom(warehouse: Warehouse, gemeente: str) -> Mapping[str, tuple[Doorstroom, ...]]:
    """Return the vestigingen in a gemeente by schooljaar as '2023-2024'."""
    rows = warehouse.scan(BRON).filter(pl.col("gemeente") == gemeente).sort("naam").collect()
    found: dict[str, list[Doorstroom]] = {}
    for row in rows.iter_rows(named=True):
        first = str(row["schooljaar"])[:4]
        found.setdefault(f"{first}-{int(first) + 1}", []).append(_school(row))
    return {jaar: tuple(schools) for jaar, schools in found.items()}


def _school(row: Mapping[str, object]) -> Doorstroom:
    return Doorstroom(
        naam=str(row["naam"]),
        leerlingen=_range(row, "leerlingen"),
        blijven_zitten=_range(row, "zittenblijvers"),
        stromen_af=_range(row, "afstromers"),
    )


def _range(row: Mapping[str, object], name: str) -> Bereik:
    return Bereik(int(str(row[f"{name}_laag"])), int(str(row[f"{name}_hoog"])))
