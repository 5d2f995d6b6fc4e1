"""Reads what houders offer, how quality was measured, supervision, and how many small children."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

from openlea.storage.warehouse.warehouse import Warehouse

AANBOD, KWALITEIT = "partner_voorschool_aanbod", "partner_voorschool_kwaliteit"
TOEZICHT, LEEFTIJDEN, PLEKKEN = (
    "partner_toezicht_kinderopvang",
    "cbs_bevolking_leeftijd",
    "geo_postcodes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """What a location offers in a year; `kosten_groep` in cents, None when it wasn't said."""

    jaar: str
    lrk: str
    locatie: str
    houder: str
    pc4: str
    kindplaatsen: int
    groepen: int
    dagen: Decimal
    uren_per_dag: Decimal
    weken: Decimal
    pbm_uren: Decimal | None
    kosten_groep: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Meting:
    """One measurement of quality; never held against one of another instrument or version."""

    jaar: str
    lrk: str
    instrument: str
    versie: str
    score: float | None
    voldoende: bool
    door: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Toezicht:
    """The supervision of a location in a year; days as text, '' when there is none."""

    jaar: str
    lrk: str
    locatie: str
    gepland: bool
    onderzocht_op: str
    tekortkoming: bool | None
    handhaving: str
    begin: str
    eind: str
    status: str
    status_sinds: str


def read_offer(warehouse: Warehouse, laag: str) -> tuple[Aanbod, ...]:
    """Return the offer of the newest year; none without the table."""
    return tuple(
        Aanbod(
            jaar=row["jaar"],
            lrk=row["lrk"],
            locatie=row["locatie"],
            houder=row["houder"],
            pc4=row["postcode4"],
            kindplaatsen=row["kindplaatsen"],
            groepen=row["groepen"],
            dagen=Decimal(str(row["dagen"])),
            uren_per_dag=Decimal(str(row["uren_per_dag"])),
            weken=Decimal(str(row["weken"])),
            pbm_uren=_decimal(row["pbm_uren"]),
            kosten_groep=_cents(row["kosten_groep"]),
        )
        for row in _newest(warehouse, AANBOD, laag).sort("locatie", "lrk").iter_rows(named=True)
    )


def read_quality(warehouse: Warehouse, laag: str) -> tuple[Meting, ...]:
    """Return the measurements of every year, newest first."""
    rows = _all(warehouse, KWALITEIT, laag)
    order = rows.sort("jaar", "instrument", "lrk", descending=[True, False, False])
    return tuple(
        Meting(**{**row, "voldoende": row["voldoende"] == "ja"})
        for row in order.iter_rows(named=True)
    )


def read_supervision(warehouse: Warehouse, laag: str) -> tuple[Toezicht, ...]:
    """Return the supervision of the newest year."""
    found = []
    for row in _newest(warehouse, TOEZICHT, laag).sort("locatie", "lrk").iter_rows(named=True):
        short = {"ja": True, "nee": False}.get(row["tekortkoming"] or "")
        text = {key: value or "" for key, value in row.items()}
        own: dict[str, Any] = text | {"gepland": row["gepland"] == "ja", "tekortkoming": short}
        found.append(Toezicht(**own))
    return tuple(found)


def read_ages(warehouse: Warehouse, laag: str, gemeente: str) -> tuple[str, Mapping[int, float]]:
    """Return the newest year with how many of nought to three live in a gemeente; '' for none."""
    rows = _all(warehouse, LEEFTIJDEN, laag)
    if rows.is_empty():
        return "", {}
    own = rows.filter(
        pl.col("gemeente") == gemeente, pl.col("geslacht") == "totaal", pl.col("leeftijd") <= 3  # noqa: PLR2004 - three years old
    )  # fmt: skip
    if own.is_empty():
        return "", {}
    jaar = str(own["jaar"].max())
    newest = own.filter(pl.col("jaar") == jaar).group_by("leeftijd")
    summed = newest.agg(n=(pl.col("aantal_laag").sum() + pl.col("aantal_hoog").sum()) / 2)
    return jaar, {int(age): float(n) for age, n in summed.iter_rows()}


def read_places(warehouse: Warehouse, laag: str) -> Mapping[str, tuple[float, float]]:
    """Return latitude and longitude of every postcode of four digits."""
    rows = _all(warehouse, PLEKKEN, laag)
    if rows.is_empty():
        return {}
    return {code: (lat, lon) for code, lat, lon in rows.select("postcode4", "lat", "lon").rows()}


def _newest(warehouse: Warehouse, bron: str, laag: str) -> pl.DataFrame:
    rows = _all(warehouse, bron, laag)
    return rows if rows.is_empty() else rows.filter(pl.col("jaar") == rows["jaar"].max())


def _all(warehouse: Warehouse, bron: str, laag: str) -> pl.DataFrame:
    version = warehouse.current(bron, laag)
    if version is None:
        return pl.DataFrame(
            schema=dict.fromkeys(("jaar", "lrk", "locatie", "instrument"), pl.String)
        )
    return warehouse.scan(bron, version.versie, version.laag).collect()


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _cents(value: float | None) -> int | None:
    return None if value is None else round(Decimal(str(value)) * 100)
