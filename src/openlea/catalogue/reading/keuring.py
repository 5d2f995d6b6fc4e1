"""The screen: a row that can't be right is left out, with the file, the line, and the reason.

First the demands of the source on the cells as published, then the table as it's declared.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.cellen import MOST, count_high, count_low, is_count
from openlea.catalogue.reading.gelezen import REJECTED, Gelezen
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Ruw
from openlea.core.onthulling import VERBORGEN_HOOG, VERBORGEN_LAAG

NO_COUNT = "geen aantal: er hoort een heel getal te staan, of <5."
NOT_HIDDEN = "een aantal onder de vijf staat er open; de uitgever schermt dat altijd af."
TWICE = "deze rij staat er al: dezelfde sleutel staat op een eerdere regel."
_ROW = "_rij"


@dataclass(frozen=True, slots=True, kw_only=True)
class Eis:
    """What must hold of a row: a condition, the column it's about, and why a row is left out."""

    kolom: str
    goed: pl.Expr
    reden: str


def must(kolom: str, reading: pl.Expr, reden: str) -> Eis:
    """Return the demand that a cell can be read: that the reading of it isn't null."""
    return Eis(kolom=kolom, goed=reading.is_not_null(), reden=reden)


def once(kolom: str, *keys: pl.Expr) -> Eis:
    """Return the demand that a key comes once; of two the first stays."""
    parts = [key.alias(str(place)) for place, key in enumerate(keys)]
    return Eis(kolom=kolom, goed=pl.struct(parts).is_first_distinct(), reden=TWICE)


def counts(*columns: str, most: int = MOST) -> list[Eis]:
    """Return the demands on columns with counts of a publisher who hides small ones.

    A count of one to four that isn't hidden is then a slip, such as a digit that was lost.
    """
    return [
        eis
        for name in columns
        for eis in (
            Eis(kolom=name, goed=is_count(name, most), reden=NO_COUNT),
            Eis(kolom=name, goed=~_open(count_low(name), count_high(name)), reden=NOT_HIDDEN),
        )
    ]


def _open(low: pl.Expr, high: pl.Expr) -> pl.Expr:
    """Say whether a count that should have been hidden is open."""
    return (low == high) & low.is_between(VERBORGEN_LAAG, VERBORGEN_HOOG)


def screen(ruw: Ruw, eisen: Sequence[Eis]) -> Ruw:
    """Return the rows that meet every demand; of another row the first unmet one is the reason.

    An unknown answer is no. A demand on the whole column, such as `once`, looks at rows that
    met the others.
    """
    return _screen(_screen(ruw, [eis for eis in eisen if not _of_all(eis)]), _of_all_only(eisen))


def _of_all(eis: Eis) -> bool:
    return eis.reden == TWICE


def _of_all_only(eisen: Sequence[Eis]) -> list[Eis]:
    return [eis for eis in eisen if _of_all(eis)]


def _screen(ruw: Ruw, eisen: Sequence[Eis]) -> Ruw:
    if not eisen:
        return ruw
    answers = ruw.cellen.select(
        eis.goed.fill_null(value=False).alias(str(place)) for place, eis in enumerate(eisen)
    )
    good = answers.select(pl.all_horizontal(pl.all())).to_series()
    if good.all():
        return ruw
    first = pl.coalesce(
        pl.when(~pl.col(str(place))).then(pl.lit(place, pl.UInt32)) for place in range(len(eisen))
    )
    bad = ruw.cellen.select(BESTAND, REGEL).with_columns(answers.select(eis=first)).filter(~good)
    texts = pl.DataFrame(
        {
            "eis": pl.Series(range(len(eisen)), dtype=pl.UInt32),
            "kolom": [eis.kolom for eis in eisen],
            "reden": [eis.reden for eis in eisen],
        }
    )
    return ruw.reject(_as_rejected(bad.join(texts, on="eis")), ruw.cellen.filter(good))


def counts_by_column(
    ruw: Ruw,
    columns: Mapping[str, object],
    *,
    label: str,
    dtype: type[pl.DataType] = pl.String,
    keep: Sequence[pl.Expr],
    zeros: bool = True,
    most: int = MOST,
) -> tuple[pl.DataFrame, Ruw]:
    """Return a row per count cell, and what is left of the file when a cell was no count.

    `columns` says which label goes with which column; `keep` are the other columns of the result.
    Without `zeros` only cells above nought are kept, which is quick for tables that are mostly
    nought. A row with a cell that is no count is left out whole; a cell of a column that isn't
    in its file (null) is passed by.
    """
    numbered = ruw.cellen.with_row_index(_ROW)
    long = _cells(numbered, list(columns), zeros=zeros, most=most)
    wrong = _wrong(long)
    if wrong.height:
        ruw, long = _without(ruw, numbered, wrong, list(columns)), long.join(wrong, _ROW, "anti")
    if not zeros:
        long = long.filter(pl.col("aantal_hoog") > 0)
    labels = pl.Series(label, list(columns.values()), dtype=dtype)
    sides = numbered.select(BESTAND, REGEL, *keep)
    return (
        sides[long[_ROW]].with_columns(
            labels.gather(long["kolom"]),
            long["aantal_laag"].cast(pl.Int32),
            long["aantal_hoog"].cast(pl.Int32),
        ),
        ruw,
    )


def _cells(numbered: pl.DataFrame, names: Sequence[str], *, zeros: bool, most: int) -> pl.DataFrame:
    """Return the range in every cell that is kept, with the row and the column it stood in."""
    cells = [
        numbered.lazy()
        .filter(pl.col(name).is_not_null() if zeros else pl.col(name) != "0")
        .select(
            _ROW,
            kolom=pl.lit(place, pl.UInt16),
            aantal_laag=count_low(name, most),
            aantal_hoog=count_high(name, most),
        )
        for place, name in enumerate(names)
    ]
    return pl.concat(pl.collect_all(cells))


def _wrong(long: pl.DataFrame) -> pl.DataFrame:
    """Return of each row its first cell that is no count or isn't hidden, with the reason."""
    low, high = pl.col("aantal_laag"), pl.col("aantal_hoog")
    wrong = long.filter(low.is_null() | _open(low, high))
    reden = pl.when(low.is_null()).then(pl.lit(NO_COUNT)).otherwise(pl.lit(NOT_HIDDEN))
    return wrong.unique(_ROW, keep="first", maintain_order=True).with_columns(reden=reden)


def _without(ruw: Ruw, numbered: pl.DataFrame, wrong: pl.DataFrame, names: Sequence[str]) -> Ruw:
    """Return the file without the rows that hold a cell that is no count."""
    where = numbered.select(_ROW, BESTAND, REGEL).join(
        wrong.select(_ROW, "kolom", "reden"), on=_ROW
    )
    bad = where.with_columns(
        pl.col("kolom").replace_strict(dict(enumerate(names)), return_dtype=pl.String)
    )
    return ruw.reject(_as_rejected(bad), numbered.join(wrong, _ROW, "anti").drop(_ROW))


def finish(ruw: Ruw, rijen: pl.DataFrame, tabel: type[dy.Schema]) -> Gelezen:
    """Return the rows of the declared table; what still doesn't fit it is rejected as well.

    `rijen` needs the columns of the table, and `_bestand` and `_regel` to say where a row stood.
    """
    good, failure = tabel.filter(rijen)
    gelezen = Gelezen(rijen=good, rijen_in=ruw.rijen_in, afgekeurd=ruw.afgekeurd, let_op=ruw.let_op)
    if good.height == rijen.height:
        return gelezen
    rules = ", ".join(sorted(failure.counts()))
    left_out = _left_out(rijen, good).select(BESTAND, REGEL).unique(maintain_order=True)
    bad = left_out.with_columns(kolom=pl.lit(""), reden=pl.lit(f"past niet in de tabel ({rules})."))
    return replace(gelezen, afgekeurd=pl.concat([ruw.afgekeurd, _as_rejected(bad)]))


def _left_out(rijen: pl.DataFrame, good: pl.DataFrame) -> pl.DataFrame:
    """Return the rows that the table refused: the good ones stand in the same order, without."""
    kept = iter(good.hash_rows())
    following = next(kept, None)
    out: list[int] = []
    for place, mark in enumerate(rijen.select(good.columns).hash_rows()):
        if mark == following:
            following = next(kept, None)
        else:
            out.append(place)
    return rijen[out]


def _as_rejected(bad: pl.DataFrame) -> pl.DataFrame:
    return bad.select(
        pl.col(BESTAND).cast(pl.String).alias("bestand"),
        pl.col(REGEL).alias("regel"),
        "kolom",
        "reden",
    ).cast(REJECTED)
