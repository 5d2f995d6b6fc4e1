"""Reads what mbo and gemeente gave of stages, entree, NT2, vavo and adult education."""

from dataclasses import dataclass

import polars as pl

from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik
from openlea.storage.warehouse.warehouse import Warehouse

BRON = "partner_overgangen_mbo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Educatie:
    """What one institution did of one kind in a year; `euro` is None when it wasn't given."""

    jaar: str
    instelling: str
    soort: str
    deelnemers: Bereik
    afgerond: Bereik
    euro: float | None
    bron: str

    @property
    def per_deelnemer(self) -> float | None:
        """Return euros per participant; None under ten, or when either isn't known exactly."""
        count = self.deelnemers.precies
        if self.euro is None or count is None or count < KLEINSTE_NOEMER:
            return None
        return self.euro / count


def read_educatie(warehouse: Warehouse, laag: str) -> tuple[Educatie, ...]:
    """Return what was given about the newest year, by institution; nothing before anybody did."""
    if warehouse.layer(BRON, laag) != laag:
        return ()
    rows = warehouse.scan(BRON, laag=laag).sort("instelling", "soort").collect()
    newest = rows.filter(pl.col("jaar") == rows["jaar"].max())
    return tuple(
        Educatie(
            jaar=row["jaar"],
            instelling=row["instelling"],
            soort=row["soort"],
            deelnemers=Bereik(row["deelnemers_laag"], row["deelnemers_hoog"]),
            afgerond=Bereik(row["afgerond_laag"], row["afgerond_hoog"]),
            euro=row["euro"],
            bron=row["bron"],
        )
        for row in newest.iter_rows(named=True)
    )
