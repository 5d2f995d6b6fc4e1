"""Reads what carriers gave of their contracts: one row per school year and lot."""

from dataclasses import dataclass

import polars as pl

from openlea.storage.warehouse.warehouse import Warehouse

TABEL = "partner_vervoercontract"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contractregel:
    """What a lot of the contract did in a school year; `op_tijd` in percents, None unmeasured."""

    schooljaar: str
    perceel: str
    vorm: str
    ritten: int
    op_tijd: float | None
    klachten: int
    euro: float
    naar_bso: bool
    bron: str


def read_contract(house: Warehouse, laag: str, gemeente: str) -> tuple[Contractregel, ...]:
    """Return the rows of one gemeente, old years first; none without the table."""
    version = house.current(TABEL, laag)
    if version is None:
        return ()
    table = house.scan(TABEL, version.versie, version.laag)
    text = pl.col("schooljaar", "gemeente", "perceel", "vorm", "naar_bso", "bron").cast(pl.String)
    own = table.with_columns(text).filter(pl.col("gemeente") == gemeente)
    rows = own.sort("schooljaar", "perceel").collect()
    return tuple(
        Contractregel(**{**row, "naar_bso": row["naar_bso"] == "ja"})
        for row in rows.drop("gemeente").iter_rows(named=True)
    )
