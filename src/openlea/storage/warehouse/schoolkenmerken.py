"""Reads what public tables say of each school of a gemeente: pupils, weight and results."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polars as pl

from openlea.core.onthulling import Bereik
from openlea.storage.warehouse.warehouse import Warehouse

LEERLINGEN, WEGING = "duo_leerlingen_po", "inspectie_schoolweging"
RESULTATEN, SCORES = "inspectie_leerresultaten", "cbs_achterstandsscores_scholen"
KLEUTERS = (4, 5)
BASISSCHOOL = "bo"
KEPT = 16
_DRIE_JAREN = "driejaars"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolkenmerk:
    """A school and what is public of it; None is what no table says. Shares in percent."""

    vestiging: str
    naam: str
    bestuur: str
    soort: str
    leerlingen: Bereik
    kleuters: Bereik
    weging: float | None = None
    aandeel_1f: float | None = None
    aandeel_1s2f: float | None = None
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolkenmerken:
    """The schools of a gemeente by name; per table its edition and version, '' and 0 without."""

    scholen: tuple[Schoolkenmerk, ...]
    peil: Mapping[str, str]
    versies: Mapping[str, int]


def schools_of_gemeente(
    warehouse: Warehouse, laag: str, gemeente: str, soorten: Sequence[str] = (BASISSCHOOL,)
) -> Schoolkenmerken:
    """Return the schools that had pupils in a gemeente on the newest day of counting."""
    found = {one: warehouse.current(one, laag) for one in (LEERLINGEN, WEGING, RESULTATEN, SCORES)}
    versies = tuple((one.laag, one.versie) if one else ("", -1) for one in found.values())
    return _read(warehouse.root, warehouse.bundle, versies, gemeente, tuple(soorten))


@lru_cache(maxsize=KEPT)
def _read(
    root: Path,
    bundle: Path,
    versies: tuple[tuple[str, int], ...],
    gemeente: str,
    soorten: tuple[str, ...],
) -> Schoolkenmerken:
    house = Warehouse(root, bundle)
    tables = {
        bron: house.scan(bron, versie, laag) if laag else None
        for bron, (laag, versie) in zip(
            (LEERLINGEN, WEGING, RESULTATEN, SCORES), versies, strict=True
        )
    }
    told = {bron: laag[1] for bron, laag in zip(tables, versies, strict=True) if laag[0]}
    pupils, counted = _newest(tables[LEERLINGEN], "peildatum")
    if pupils is None:
        return Schoolkenmerken(scholen=(), peil={}, versies={})
    here = pupils.filter(pl.col("gemeente") == gemeente, pl.col("soort").is_in(soorten))
    schools = here.group_by("vestiging").agg(*_counts()).sort("naam", "vestiging")
    peil = {LEERLINGEN: counted}
    for bron, editie, keep, wanted in _KEPT_OF:
        rows, peil[bron] = _newest(tables[bron], editie, keep)
        schools = _with(schools, rows, wanted)
    read = schools.collect().iter_rows(named=True)
    return Schoolkenmerken(scholen=tuple(map(_school, read)), peil=peil, versies=told)


_KEPT_OF: tuple[tuple[str, str, pl.Expr, Mapping[str, str]], ...] = (
    (
        WEGING,
        "schooljaar",
        pl.col("schooljaar").cast(pl.String).str.starts_with(_DRIE_JAREN),
        {"weging": "weging"},
    ),
    (
        RESULTATEN,
        "schooljaar",
        pl.lit(value=True),
        {"aandeel_1f": "aandeel_1f", "aandeel_1s2f": "aandeel_1s2f"},
    ),
    (
        SCORES,
        "jaar",
        (pl.col("onderwijs") == "po") & (pl.col("drempel") == "met"),
        {"score": "score"},
    ),
)


def _newest(
    table: pl.LazyFrame | None, editie: str, keep: pl.Expr | None = None
) -> tuple[pl.LazyFrame | None, str]:
    """Return the rows of the newest edition and what it is called; None and '' without a table."""
    if table is None:
        return None, ""
    kept = table if keep is None else table.filter(keep)
    newest = kept.select(pl.col(editie).cast(pl.String).max()).collect().item()
    if newest is None:
        return None, ""
    return kept.filter(pl.col(editie).cast(pl.String) == newest), str(newest)


def _counts() -> list[pl.Expr]:
    young = pl.col("leeftijd").is_in(KLEUTERS)
    return [
        pl.col("naam", "bestuur", "soort").cast(pl.String).first(),
        pl.col("aantal_laag").sum().alias("leerlingen_laag"),
        pl.col("aantal_hoog").sum().alias("leerlingen_hoog"),
        pl.col("aantal_laag").filter(young).sum().alias("kleuters_laag"),
        pl.col("aantal_hoog").filter(young).sum().alias("kleuters_hoog"),
    ]


def _with(
    schools: pl.LazyFrame, rows: pl.LazyFrame | None, wanted: Mapping[str, str]
) -> pl.LazyFrame:
    if rows is None:
        return schools.with_columns(pl.lit(None, pl.Float64).alias(name) for name in wanted)
    own = rows.group_by("vestiging").agg(
        pl.col(column).cast(pl.Float64).first().alias(name) for name, column in wanted.items()
    )
    return schools.join(own, on="vestiging", how="left", maintain_order="left")


def _school(row: dict[str, object]) -> Schoolkenmerk:
    return Schoolkenmerk(
        vestiging=str(row["vestiging"]),
        naam=str(row["naam"] or row["vestiging"]),
        bestuur=str(row["bestuur"] or ""),
        soort=str(row["soort"]),
        leerlingen=_range(row, "leerlingen"),
        kleuters=_range(row, "kleuters"),
        weging=_number(row["weging"]),
        aandeel_1f=_number(row["aandeel_1f"]),
        aandeel_1s2f=_number(row["aandeel_1s2f"]),
        score=_number(row["score"]),
    )


def _range(row: dict[str, object], name: str) -> Bereik:
    return Bereik(float(str(row[f"{name}_laag"])), float(str(row[f"{name}_hoog"])))


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
