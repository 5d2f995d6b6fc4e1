"""Sums up the content of a load, so that the next one can be laid beside it without reading it."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from openlea.policy.kengetal import INHOUD, SAMENHANG, Kengetallen, Kolombeeld

FEW = 40
"""A column with at most so many values is told value by value."""
_DAMAGED = "\ufffd|Ã[\u0080-¿]|â€|Â[\u0080-¿]"
_KEY = "_sleutel"
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
    told = _columns(marked, names)
    few = [name for name in names if told[name]["verschillend"] <= FEW and _telling(rijen, name)]
    split = _split(rijen, few)
    return Kengetallen(
        rijen=rijen.height,
        dubbel=rijen.height - int(marked[_KEY].n_unique()) if key else 0,
        merkwijze=MERKWIJZE,
        kolommen={name: Kolombeeld(**told[name], verdeling=split.get(name, {})) for name in names},
    )


def _telling(rijen: pl.DataFrame, name: str) -> bool:
    """Say whether a column is one of groups (text or years), not of counts or measures."""
    kind = rijen.schema[name]
    return not (kind.is_float() or name.endswith(("_laag", "_hoog")))


def _columns(marked: pl.DataFrame, names: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return per column its plain numbers and its fingerprints, all in one pass."""
    asked = [expr for name in names for expr in _asked(name, marked.schema[name])]
    answer = marked.lazy().select(asked).collect().row(0, named=True)
    rows = max(marked.height, 1)
    return {
        name: {
            "leeg": round(answer[f"{name}|leeg"] / rows, 4),
            "verschillend": answer[f"{name}|verschillend"],
            "som": answer.get(f"{name}|som"),
            "beschadigd": round(answer.get(f"{name}|beschadigd", 0.0) or 0.0, 4),
            "inhoud": tuple(answer.get(f"{name}|inhoud", ())),
            "samenhang": tuple(answer[f"{name}|samenhang"]),
        }
        for name in names
    }


def _asked(name: str, kind: pl.DataType) -> list[pl.Expr]:
    column = pl.col(name)
    asked = [
        column.null_count().alias(f"{name}|leeg"),
        column.n_unique().alias(f"{name}|verschillend"),
        _draw(pl.col(_KEY) ^ column.hash(7), SAMENHANG).alias(f"{name}|samenhang"),
    ]
    if kind.is_numeric():
        return [*asked, column.cast(pl.Float64).sum().alias(f"{name}|som")]
    text = column.cast(pl.String).drop_nulls().unique()
    return [
        *asked,
        _draw(text.hash(7), INHOUD).alias(f"{name}|inhoud"),
        text.str.contains(_DAMAGED).mean().alias(f"{name}|beschadigd"),
    ]


def _draw(marks: pl.Expr, size: int) -> pl.Expr:
    """Return the lowest different fingerprints, cut to 32 bits so that they stay small."""
    return (marks // 2**32).unique().bottom_k(size).sort().implode()


def _split(rijen: pl.DataFrame, names: Sequence[str]) -> Mapping[str, dict[str, tuple[int, float]]]:
    """Return per column its values, each with its rows and the sum of what is counted in them."""
    counted = [name for name in rijen.columns if name.endswith("_hoog")] or [
        name for name, kind in rijen.schema.items() if kind.is_float()
    ]
    total = pl.sum_horizontal(pl.col(counted).cast(pl.Float64).sum()) if counted else pl.lit(0.0)
    asked = [
        rijen.lazy().group_by(pl.col(name).cast(pl.String)).agg(rijen=pl.len(), som=total)
        for name in names
    ]
    tables = pl.collect_all(asked)
    return {
        name: {str(value): (rows, som) for value, rows, som in sorted(table.iter_rows(), key=str)}
        for name, table in zip(names, tables, strict=True)
    }
