"""Reads the achterstandsscores of schools and gemeenten, and what school boards said they spend."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from openlea.core.onthulling import Bereik
from openlea.policy.achterstandsgeld import Gemeentepunten
from openlea.storage.warehouse.warehouse import Warehouse

SCHOLEN, GEMEENTEN = "cbs_achterstandsscores_scholen", "cbs_achterstandsscores_gemeenten"
BESTEDING = "partner_oab_besteding"
CENTS = 100


@dataclass(frozen=True, slots=True)
class Schoolscore:
    """A score with and without threshold, and the pupils that CBS names beside it."""

    met: Decimal | None
    zonder: Decimal | None
    leerlingen: Bereik | None


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of primary schools by code, of the newest year; '' when there is no table."""

    jaar: str
    scholen: Mapping[str, Schoolscore]


@dataclass(frozen=True, slots=True)
class Besteding:
    """What a board said: for what, in which year, how many cents, and where it stands."""

    jaar: str
    bestuur: str
    waaraan: str
    cents: int
    bron: str


def read_school_scores(warehouse: Warehouse, laag: str) -> Scores:
    """Return the scores of the newest year of primary schools."""
    table = _table(warehouse, SCHOLEN, laag)
    if table is None:
        return Scores("", {})
    found = table.filter(pl.col("onderwijs") == "po").collect()
    jaar = str(found["jaar"].max()) if found.height else ""
    parts: dict[str, dict[str, Decimal]] = {}
    pupils: dict[str, Bereik | None] = {}
    columns = ["vestiging", "drempel", "score", "leerlingen_laag", "leerlingen_hoog"]
    for code, drempel, score, low, high in (
        found.filter(pl.col("jaar") == jaar).select(columns).iter_rows()
    ):
        parts.setdefault(str(code), {})[str(drempel)] = Decimal(str(score))
        pupils[str(code)] = None if low is None or high is None else Bereik(low, high)
    return Scores(
        jaar,
        {
            code: Schoolscore(some.get("met"), some.get("zonder"), pupils[code])
            for code, some in parts.items()
        },
    )


def read_gemeente_scores(
    warehouse: Warehouse, laag: str, gemeente: str
) -> tuple[Gemeentepunten, ...]:
    """Return every publication on a gemeente, newest day first, definitief before voorlopig."""
    table = _table(warehouse, GEMEENTEN, laag)
    if table is None:
        return ()
    kept = table.select("peildatum", "status", "gemeente", "drempel", "score").collect()
    found = []
    for (day, status), some in kept.group_by(["peildatum", "status"]):
        met = some.filter(pl.col("drempel") == "met")
        own = met.filter(pl.col("gemeente") == gemeente)["score"]
        bare = some.filter(pl.col("drempel") == "zonder", pl.col("gemeente") == gemeente)["score"]
        if own.len():
            found.append(
                Gemeentepunten(
                    peildatum=str(day),
                    status=str(status),
                    met=_added(own),
                    zonder=_added(bare) if bare.len() else None,
                    landelijk=_added(met["score"]),
                )
            )
    return tuple(
        sorted(found, key=lambda one: (one.peildatum, one.status == "definitief"), reverse=True)
    )


def read_spending(warehouse: Warehouse, laag: str) -> tuple[Besteding, ...]:
    """Return what boards gave, newest year first."""
    table = _table(warehouse, BESTEDING, laag)
    if table is None:
        return ()
    rows = table.select("jaar", "bestuur", "waaraan", "euro", "bron").collect().iter_rows()
    found = [
        Besteding(str(jaar), str(bestuur), str(wat), round(Decimal(str(euro)) * CENTS), str(bron))
        for jaar, bestuur, wat, euro, bron in rows
    ]
    return tuple(sorted(found, key=lambda one: (one.jaar, one.bestuur, one.waaraan), reverse=True))


def _table(warehouse: Warehouse, bron: str, laag: str) -> pl.LazyFrame | None:
    version = warehouse.current(bron, laag)
    return None if version is None else warehouse.scan(bron, version.versie, version.laag)


def _added(scores: pl.Series) -> Decimal:
    """Return an exact sum: what is published has two decimals."""
    return sum((Decimal(str(one)) for one in scores), Decimal(0))
