"""What indicators say their facts with: count, share, ratio, mean and value, over ranges.

A fact is about the smallest place a table knows; `rollup` makes the figures of larger places.
Every function takes and returns a lazy frame, and runs alike on Polars and on Spark.
"""

from typing import Any

import narwhals as nw

Table = nw.LazyFrame[Any]
LOW, HIGH = "aantal_laag", "aantal_hoog"


def count(
    table: Table,
    *,
    place: str,
    period: str,
    where: nw.Expr | None = None,
    low: str = LOW,
    high: str = HIGH,
) -> Table:
    """Return facts (code, periode, laag, hoog, rijen): the sum of counts where a condition holds.

    A place whose rows never meet the condition gets nought, not nothing.
    """
    kept = nw.lit(value=True) if where is None else where
    return _facts(
        table.select(
            *_keys(place, period),
            laag=_only(kept, low),
            hoog=_only(kept, high),
            rijen=_rows(kept),
        )
    )


def share(
    table: Table,
    *,
    place: str,
    period: str,
    part: nw.Expr,
    whole: nw.Expr | None = None,
    low: str = LOW,
    high: str = HIGH,
) -> Table:
    """Return facts (code, periode, deel_*, rest_*, rijen): counts of a part, and of the rest.

    `whole` says which rows count at all; `part` which of those are the part.
    """
    counted = nw.lit(value=True) if whole is None else whole
    inside, outside = counted & part, counted & ~part
    return _facts(
        table.select(
            *_keys(place, period),
            deel_laag=_only(inside, low),
            deel_hoog=_only(inside, high),
            rest_laag=_only(outside, low),
            rest_hoog=_only(outside, high),
            rijen=_rows(counted),
        )
    )


def mean(
    table: Table,
    *,
    place: str,
    period: str,
    value: nw.Expr,
    low: str | None = None,
    high: str | None = None,
    where: nw.Expr | None = None,
) -> Table:
    """Return facts (code, periode, waarde, gewicht_laag, gewicht_hoog), one per row with a value.

    Without `low` and `high` each row weighs one.
    """
    kept = table if where is None else table.filter(where)
    return (
        kept.select(
            *_keys(place, period),
            waarde=value.cast(nw.Float64),
            gewicht_laag=_weight(low),
            gewicht_hoog=_weight(high),
        )
        .filter(~nw.col("waarde").is_null(), ~nw.col("code").is_null())
        .group_by("code", "periode", "waarde")
        .agg(
            nw.col("gewicht_laag").sum(),
            nw.col("gewicht_hoog").sum(),
            rijen=nw.len().cast(nw.Int64),
        )
    )


def ratio(
    table: Table,
    *,
    place: str,
    period: str,
    top: tuple[str, str],
    bottom: tuple[str, str],
    where: nw.Expr | None = None,
) -> Table:
    """Return facts (code, periode, boven_*, onder_*, rijen): sums of two different counts.

    `top` and `bottom` name the columns with the lowest and the highest count.
    """
    kept = nw.lit(value=True) if where is None else where
    return _facts(
        table.select(
            *_keys(place, period),
            boven_laag=_only(kept, top[0]),
            boven_hoog=_only(kept, top[1]),
            onder_laag=_only(kept, bottom[0]),
            onder_hoog=_only(kept, bottom[1]),
            rijen=_rows(kept),
        )
    )


def value(
    table: Table, *, place: str, period: str, value: nw.Expr, highest: nw.Expr | None = None
) -> Table:
    """Return facts (code, periode, laag, hoog, rijen): a number as the source gives it, per place.

    With `highest` it's a range from value to highest.
    """
    kept = table.select(
        *_keys(place, period),
        laag=value.cast(nw.Float64),
        hoog=(value if highest is None else highest).cast(nw.Float64),
        rijen=nw.lit(1).cast(nw.Int64),
    )
    return kept.filter(~nw.col("laag").is_null(), ~nw.col("code").is_null())


def _keys(place: str, period: str) -> tuple[nw.Expr, nw.Expr]:
    return nw.col(place).alias("code"), nw.col(period).cast(nw.String).alias("periode")


def _only(condition: nw.Expr, column: str) -> nw.Expr:
    return nw.when(condition).then(nw.col(column)).otherwise(nw.lit(0)).cast(nw.Int64)


def _rows(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64)


def _weight(column: str | None) -> nw.Expr:
    return (nw.lit(1) if column is None else nw.col(column)).cast(nw.Float64)


def _facts(table: Table) -> Table:
    """Return one row per code and period, every other column summed."""
    names = [name for name in table.collect_schema().names() if name not in ("code", "periode")]
    kept = table.filter(~nw.col("code").is_null())
    return kept.group_by("code", "periode").agg(*(nw.col(name).sum() for name in names))
