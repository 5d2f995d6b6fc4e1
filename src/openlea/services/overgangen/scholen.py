"""How schools are called: by the newest tables of DUO, for all kinds."""

from collections.abc import Mapping

import polars as pl

from openlea.storage.warehouse.warehouse import open_warehouse

TABLES = ("duo_vestigingen_vo", "duo_vestigingen_po", "duo_leerlingen_po")


def school_names(codes: set[str]) -> Mapping[str, str]:
    """Return the names of these vestigingen; one that no table knows is absent."""
    found: dict[str, str] = {}
    for table in TABLES:
        rows = open_warehouse().scan(table).filter(pl.col("vestiging").is_in(sorted(codes)))
        found |= dict(rows.select("vestiging", "naam").unique("vestiging").collect().iter_rows())
    return found
