"""Finds the code of a gemeente by its name, for files that give no code; never by guessing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import polars as pl

from openlea.catalogue.reading.keuring import must, screen
from openlea.catalogue.reading.ruw import Ruw
from openlea.core.catalogue import SHIPPED
from openlea.core.plaatsen import read_plaatskaarten
from openlea.core.plaatsnamen import Plaatsnamen
from openlea.core.place import PlaceKind

UNKNOWN_NAME = "de naam van de gemeente is niet bekend, of kan meer dan één gemeente zijn."


def with_gemeente(cellen: pl.DataFrame, column: str, into: str) -> pl.DataFrame:
    """Return the cells with the code that goes with each name; null when the name isn't known."""
    names = cellen[column].unique().drop_nulls().to_list()
    known = _namen((SHIPPED,))
    codes = {name: found.code for name in names if (found := known.find(name))}
    code = pl.col(column).replace_strict(codes, default=None, return_dtype=pl.String)
    return cellen.with_columns(code.alias(into))


def gemeente_by_name(ruw: Ruw, column: str) -> Ruw:
    """Return the rows with the code in `gemeente`; a row whose name isn't known is left out."""
    named = replace(ruw, cellen=with_gemeente(ruw.cellen, column, "gemeente"))
    return screen(named, [must(column, pl.col("gemeente"), UNKNOWN_NAME)])


@cache
def _namen(roots: Sequence[Path]) -> Plaatsnamen:
    return Plaatsnamen.of(PlaceKind.GEMEENTE, read_plaatskaarten(roots, PlaceKind.GEMEENTE))
