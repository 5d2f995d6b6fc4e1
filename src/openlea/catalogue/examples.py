"""Works out the example of an indicator: small tables of text in, figures out.

The same code proves the example in a test and shows it on the page of the indicator.
"""

from collections.abc import Mapping

import dataframely as dy
import narwhals as nw
import polars as pl

from openlea.catalogue.rollup import roll_up
from openlea.catalogue.shelf import IndicatorFile, SourceFile
from openlea.core.onthulling import VERBORGEN_HOOG, VERBORGEN_LAAG

HIDDEN = "<5"
NOTHING = "."
Line = tuple[str, str, str, float | None, float | None]


def read_table(text: str, types: Mapping[str, pl.DataType] | None = None) -> pl.DataFrame:
    """Return a table of text: names of columns on the first line, then a row per line.

    Cells are parted by white space; `~` stands for a space within a cell and `.` for an empty one.
    A column `aantal` becomes `aantal_laag` and `aantal_hoog`, where `<5` is one to four.
    """
    lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    names, rows = lines[0], lines[1:]
    for row in rows:
        if len(row) != len(names):
            raise ValueError(f"'{' '.join(row)}' has {len(row)} cells; the head has {len(names)}")
    columns = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    known = types or {}
    ready: dict[str, pl.Series] = {}
    for name, cells in columns.items():
        if name in known:
            ready[name] = _typed(name, cells, known[name])
        elif f"{name}_laag" in known:
            ready[f"{name}_laag"] = _counts(name, cells, VERBORGEN_LAAG, known[f"{name}_laag"])
            ready[f"{name}_hoog"] = _counts(name, cells, VERBORGEN_HOOG, known[f"{name}_hoog"])
        else:
            ready[name] = _typed(name, cells, pl.String())
    return pl.DataFrame(ready)


def work_out(entry: IndicatorFile, sources: Mapping[str, SourceFile]) -> tuple[Line, ...]:
    """Return the figures of the example, in order: kind, code, period, low, high."""
    figures = roll_up(
        entry.id,
        entry.card,
        entry.compute(**example_tables(entry, sources)),
        nw.from_native(example_places(entry).lazy()),
    )
    return in_order(figures)


def example_tables(
    entry: IndicatorFile, sources: Mapping[str, SourceFile]
) -> dict[str, nw.LazyFrame[pl.LazyFrame]]:
    """Return the tables of the example, typed as their sources declare them."""
    return {
        name: nw.from_native(
            read_table(entry.example.given[name], types_of(sources[name].tabel)).lazy()
        )
        for name in entry.needs
    }


def example_places(entry: IndicatorFile) -> pl.DataFrame:
    """Return which place lies in which; without a table of places each lies only in itself."""
    grain = str(entry.card.grein)
    if entry.example.places:
        return read_table(entry.example.places).with_columns(soort=pl.lit(grain))
    codes = sorted({code for _, code, *_ in entry.example.expect})
    return pl.DataFrame({"soort": grain, "code": codes, "boven_soort": grain, "boven_code": codes})


def in_order(figures: nw.LazyFrame[pl.LazyFrame]) -> tuple[Line, ...]:
    """Return figures as plain lines, sorted, rounded to what a person can check by hand."""
    table = figures.collect().to_native()
    rows = table.select("soort", "code", "periode", "laag", "hoog").sort("soort", "code", "periode")
    return tuple(
        (soort, code, periode, _rounded(low), _rounded(high))
        for soort, code, periode, low, high in rows.rows()
    )


def types_of(table: type[dy.Schema]) -> dict[str, pl.DataType]:
    """Return the type of each declared column."""
    return {name: column.dtype for name, column in table.columns().items()}


def _typed(name: str, cells: list[str], dtype: pl.DataType) -> pl.Series:
    plain = [None if cell == NOTHING else cell.replace("~", " ") for cell in cells]
    return pl.Series(name, plain, dtype=pl.String).cast(dtype)


def _counts(name: str, cells: list[str], hidden: int, dtype: pl.DataType) -> pl.Series:
    given = [str(hidden) if cell == HIDDEN else cell for cell in cells]
    return _typed(name, given, dtype)


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)
