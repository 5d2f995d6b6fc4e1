"""Sums up the content of a load, so that the next one can be laid beside it without reading it."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from openlea.policy.kengetal import GROEP, INHOUD, SAMENHANG, Kengetallen, Kolombeeld

FEW = 40
"""A column with at most so many values is told value by value."""
DECIMALS = 6
"""Enough to tell sums apart, few enough that the order of adding makes no difference."""
_DAMAGED = "\ufffd|Ã[^\u0000-\u007f]|â€|Â[^\u0000-\u007f]"
"""What is left of letters that were stored in one way and read in another."""
_KEY, _HIDDEN = "_sleutel", "_verborgen"
MERKWIJZE = f"polars {pl.__version__}"
"""Polars makes the same fingerprints within one version of it only."""


def summarise(
    rijen: pl.DataFrame, editie: str, sleutel: Sequence[str]
) -> Mapping[str, Kengetallen]:
    """Return the picture of each edition in the rows, by edition, sorted."""
    found = rijen[editie].unique().sort().to_list()
    if len(found) == 1:
        return {str(found[0]): _edition(rijen, editie, sleutel)}
    return {
        str(one): _edition(rijen.filter(pl.col(editie) == one), editie, sleutel) for one in found
    }


def _edition(rijen: pl.DataFrame, editie: str, sleutel: Sequence[str]) -> Kengetallen:
    key = [pl.col(name).hash(place) for place, name in enumerate(sleutel) if name != editie]
    marked = rijen.with_columns(pl.sum_horizontal(key or [pl.lit(0, pl.UInt64)]).alias(_KEY))
    names = [name for name in rijen.columns if name != editie]
    answer = _answer(marked, names)
    told = {name: _column(name, answer, rijen.height) for name in names}
    few = [name for name in names if told[name]["verschillend"] <= FEW and _telling(rijen, name)]
    split = _split(marked, few, sleutel)
    return Kengetallen(
        rijen=rijen.height,
        dubbel=rijen.height - answer[_KEY] if key else 0,
        verborgen=answer[_HIDDEN],
        merkwijze=MERKWIJZE,
        kolommen={name: Kolombeeld(**told[name], **split.get(name, {})) for name in names},
    )


def _hidden(columns: Sequence[str]) -> pl.Expr:
    """Return how many rows hold a count that is a range."""
    lows = [name for name in columns if name.endswith("_laag")]
    ranges = [pl.col(low) < pl.col(f"{low.removesuffix('_laag')}_hoog") for low in lows]
    return pl.any_horizontal(ranges).sum() if ranges else pl.lit(0)


def _telling(rijen: pl.DataFrame, name: str) -> bool:
    """Say whether a column is one of groups (text or years), not of counts or measures."""
    kind = rijen.schema[name]
    return not (kind.is_float() or name.endswith(("_laag", "_hoog")))


def _answer(marked: pl.DataFrame, names: Sequence[str]) -> dict[str, Any]:
    """Return everything that is asked of single columns, all in one pass."""
    asked = [expr for name in names for expr in _asked(name, marked.schema[name])]
    asked += [pl.col(_KEY).n_unique(), _hidden(names).alias(_HIDDEN)]
    return marked.lazy().select(asked).collect().row(0, named=True)


def _column(name: str, answer: Mapping[str, Any], rows: int) -> dict[str, Any]:
    """Return the plain numbers of a column, and its fingerprints."""
    return {
        "leeg": round(answer[f"{name}|leeg"] / max(rows, 1), 4),
        "verschillend": answer[f"{name}|verschillend"],
        "som": answer.get(f"{name}|som"),
        "beschadigd": round(answer.get(f"{name}|beschadigd", 0.0) or 0.0, 4),
        "inhoud": tuple(answer.get(f"{name}|inhoud", ())),
        "samenhang": tuple(answer[f"{name}|samenhang"]),
    }


def _asked(name: str, kind: pl.DataType) -> list[pl.Expr]:
    column = pl.col(name)
    asked = [
        column.null_count().alias(f"{name}|leeg"),
        column.n_unique().alias(f"{name}|verschillend"),
        _draw(pl.col(_KEY) ^ column.hash(7), SAMENHANG).alias(f"{name}|samenhang"),
    ]
    if kind.is_numeric():
        return [*asked, _sum(column).alias(f"{name}|som")]
    text = column.cast(pl.String).drop_nulls().unique()
    return [
        *asked,
        _draw(text.hash(7), INHOUD).alias(f"{name}|inhoud"),
        text.str.contains(_DAMAGED).mean().alias(f"{name}|beschadigd"),
    ]


def _sum(column: pl.Expr) -> pl.Expr:
    """Return a sum that doesn't depend on which processor added what first."""
    return column.cast(pl.Float64).sum().round(DECIMALS)


def _draw(marks: pl.Expr, size: int) -> pl.Expr:
    """Return the lowest different fingerprints, cut to 32 bits so that they stay small."""
    return (marks // 2**32).unique().bottom_k(size).sort().implode()


def _split(
    marked: pl.DataFrame, names: Sequence[str], sleutel: Sequence[str]
) -> Mapping[str, dict[str, Any]]:
    """Return per column its values, each with its rows and the sum of what is counted in them.

    A value of a key column gets the fingerprints of what is counted there too: a wide file has a
    column per age, and this notices one that was shuffled among twenty that weren't.
    """
    counted = [name for name in marked.columns if name.endswith("_hoog")]
    summed = counted or [name for name, kind in marked.schema.items() if kind.is_float()]
    total = [_sum(pl.col(name)) for name in summed]
    marks = pl.sum_horizontal(pl.col(_KEY), *(pl.col(name).hash(7) for name in counted))
    asked = [
        marked.lazy()
        .group_by(pl.col(name).cast(pl.String))
        .agg(
            pl.len(),
            som=pl.sum_horizontal(total).round(DECIMALS) if total else pl.lit(0.0),
            marks=_draw(marks, GROEP).first() if counted and name in sleutel else pl.lit(None),
        )
        for name in names
    ]
    return {name: _groups(table) for name, table in zip(names, pl.collect_all(asked), strict=True)}


def _groups(table: pl.DataFrame) -> dict[str, Any]:
    rows = sorted(table.iter_rows(), key=str)
    return {
        "verdeling": {str(value): (count, som) for value, count, som, _ in rows},
        "groepen": {str(value): tuple(marks) for value, _, _, marks in rows if marks},
    }
