"""Reads how many pupils of the last year of each school reach a level, and how many don't."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from openlea.core.onthulling import KLEINSTE_NOEMER, Bereik
from openlea.storage.warehouse.warehouse import Warehouse

BRON = "duo_referentieniveaus"
NIEMAND_BEKEND = "niet bekend"
KEPT = 64


@dataclass(frozen=True, slots=True)
class Schooltelling:
    """A school with its pupils below a level and the others; both may be hidden counts."""

    code: str
    naam: str
    gemeente: str
    bestuur: str
    denominatie: str
    groep: Bereik
    rest: Bereik

    @property
    def is_hidden(self) -> bool:
        """Say whether one of its counts is only known as a range."""
        return self.groep.precies is None or self.rest.precies is None


@dataclass(frozen=True, slots=True)
class Telling:
    """The schools of the whole country in one year, and how many per gemeente are too small."""

    scholen: tuple[Schooltelling, ...]
    te_klein: dict[str, int]


def years_counted(warehouse: Warehouse, laag: str) -> tuple[str, ...]:
    """Return the days of counting of the table, oldest first; none without the table."""
    version = warehouse.current(BRON, laag)
    if version is None:
        return ()
    return _years(warehouse.root, warehouse.bundle, version.versie, version.laag)


def count_schools(
    warehouse: Warehouse, laag: str, domein: str, haalt: Sequence[str], peildatum: str
) -> Telling:
    """Return the schools of a year by gemeente and code; `haalt` are the levels that suffice.

    A school with fewer than ten pupils in its last year is left out, as everywhere.
    """
    version = warehouse.current(BRON, laag)
    if version is None:
        return Telling((), {})
    asked = (domein, tuple(haalt), peildatum)
    return _read(warehouse.root, warehouse.bundle, version.versie, version.laag, asked)


@lru_cache(maxsize=KEPT)
def _years(root: Path, bundle: Path, versie: int, laag: str) -> tuple[str, ...]:
    table = Warehouse(root, bundle).scan(BRON, versie, laag)
    found = table.select(pl.col("peildatum").cast(pl.String).unique()).collect()
    return tuple(sorted(found["peildatum"]))


@lru_cache(maxsize=KEPT)
def _read(
    root: Path, bundle: Path, versie: int, laag: str, asked: tuple[str, tuple[str, ...], str]
) -> Telling:
    domein, haalt, peildatum = asked
    under = ~pl.col("niveau").is_in(list(haalt))
    table = Warehouse(root, bundle).scan(BRON, versie, laag)
    counted = (
        table.filter(
            pl.col("peildatum").cast(pl.String) == peildatum,
            pl.col("domein") == domein,
            pl.col("gemeente").is_not_null(),
        )
        .group_by("gemeente", "vestiging")
        .agg(
            pl.col("naam", "bestuur", "denominatie").cast(pl.String).first(),
            groep_laag=pl.col("aantal_laag").filter(under).sum(),
            groep_hoog=pl.col("aantal_hoog").filter(under).sum(),
            rest_laag=pl.col("aantal_laag").filter(~under).sum(),
            rest_hoog=pl.col("aantal_hoog").filter(~under).sum(),
        )
        .sort("gemeente", "vestiging")
        .collect()
    )
    enough = pl.col("groep_laag") + pl.col("rest_laag") >= KLEINSTE_NOEMER
    small = counted.filter(~enough).group_by("gemeente").len()
    return Telling(
        tuple(_school(row) for row in counted.filter(enough).iter_rows(named=True)),
        dict(small.iter_rows()),
    )


def _school(row: dict[str, object]) -> Schooltelling:
    return Schooltelling(
        code=str(row["vestiging"]),
        naam=str(row["naam"] or row["vestiging"]),
        gemeente=str(row["gemeente"]),
        bestuur=str(row["bestuur"] or NIEMAND_BEKEND),
        denominatie=str(row["denominatie"] or NIEMAND_BEKEND),
        groep=Bereik(float(str(row["groep_laag"])), float(str(row["groep_hoog"]))),
        rest=Bereik(float(str(row["rest_laag"])), float(str(row["rest_hoog"]))),
    )
