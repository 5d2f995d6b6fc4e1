"""The features of every municipality: from the tables and figures that were declared."""

from collections.abc import Mapping, Sequence
from math import log

import polars as pl

from openlea.catalogue.vergelijkbaar import Kenmerk, Samen, Schaal
from openlea.core.place import PlaceKind
from openlea.storage.figures.store import FigureStore
from openlea.storage.warehouse.warehouse import Warehouse

INWONERS = "inwoners"


def features_of(
    kenmerken: Sequence[Kenmerk], store: FigureStore, warehouse: Warehouse
) -> Mapping[str, Mapping[str, float]]:
    """Return by feature the value of each gemeente (code); who lacks it isn't there."""
    tables = {one.tabel for one in kenmerken if one.tabel}
    read = {name: _table(warehouse, name) for name in tables}
    return {
        one.id: _of_table(one, read[one.tabel]) if one.tabel else _of_figures(one, store)
        for one in kenmerken
    }


def on_scale(kenmerk: Kenmerk, value: float | None) -> float | None:
    """Return a value on the scale of its feature; nought has no logarithm."""
    if value is None or kenmerk.schaal is not Schaal.LOG:
        return value
    return log(value) if value > 0 else None


def _table(warehouse: Warehouse, name: str) -> pl.DataFrame:
    if warehouse.current(name) is None:
        return pl.DataFrame(schema=dict.fromkeys(_COLUMNS, pl.String) | {"waarde": pl.Float64})
    return warehouse.scan(name).select(*_COLUMNS, "waarde").drop_nulls("gemeente").collect()


_COLUMNS = ("jaar", "gemeente_toen", "gemeente", "kenmerk")


def _of_table(kenmerk: Kenmerk, table: pl.DataFrame) -> Mapping[str, float]:
    """Return the value per gemeente of now; those that merged since are put together as said."""
    year = table.filter(pl.col("jaar") == kenmerk.periode)
    people = year.filter(pl.col("kenmerk") == INWONERS).select("gemeente_toen", gewicht="waarde")
    found = year.filter(pl.col("kenmerk") == kenmerk.kenmerk)
    value, weight = pl.col("waarde"), pl.col("gewicht")
    one = {
        Samen.SOM: value.sum(),
        # Without inhabitants a value can stand alone, but can't be weighed against another.
        Samen.GEMIDDELDE: pl.when(pl.len() == 1)
        .then(value.first())
        .when(weight.is_not_null().all())
        .then((value * weight).sum() / weight.sum()),
    }[kenmerk.samen]
    joined = found.join(people, on="gemeente_toen", how="left")
    rows = joined.group_by("gemeente").agg(one.alias("waarde")).drop_nulls().rows()
    return dict(rows)


def _of_figures(kenmerk: Kenmerk, store: FigureStore) -> Mapping[str, float]:
    """Return the value per gemeente; of a range the middle, which serves to compare alone."""
    figures = store.of_indicator(kenmerk.indicator, PlaceKind.GEMEENTE, kenmerk.periode)
    return {
        each.plaats.code: (each.bereik.laag + each.bereik.hoog) / 2
        for each in figures
        if each.bereik is not None
    }
