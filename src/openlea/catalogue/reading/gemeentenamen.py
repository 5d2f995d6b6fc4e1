"""Holds the names of gemeenten against their codes, and finds a code by its name; never guesses."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import polars as pl

from openlea.catalogue.reading import cellen
from openlea.catalogue.reading.herindeling import gemeentenamen
from openlea.catalogue.reading.keuring import Eis, must, screen
from openlea.catalogue.reading.ruw import Ruw
from openlea.core.catalogue import SHIPPED
from openlea.core.plaatsen import read_ligging
from openlea.core.place import PlaceKind

UNKNOWN_NAME = "de naam van de gemeente is niet bekend, of kan meer dan één gemeente zijn."
OTHER_NAME = "de code en de naam horen niet bij dezelfde gemeente."
OTHER_PROVINCIE = "de gemeente ligt niet in deze provincie."


def with_gemeente(cells: pl.DataFrame, column: str, into: str) -> pl.DataFrame:
    """Return the cells with the code that goes with each name; null when the name isn't known."""
    names = cells[column].unique().drop_nulls().to_list()
    known = gemeentenamen()
    codes = {name: found.code for name in names if (found := known.find(name))}
    code = pl.col(column).replace_strict(codes, default=None, return_dtype=pl.String)
    return cells.with_columns(code.alias(into))


def gemeente_by_name(ruw: Ruw, column: str, provincie: str = "") -> Ruw:
    """Return the rows with the code in `gemeente`; a row whose name isn't known is left out."""
    named = replace(ruw, cellen=with_gemeente(ruw.cellen, column, "gemeente"))
    found = screen(named, [must(column, pl.col("gemeente"), UNKNOWN_NAME)])
    return same_place(found, "gemeente", provincie=provincie) if provincie else found


def same_place(ruw: Ruw, code: str = "GEMEENTENUMMER", name: str = "", provincie: str = "") -> Ruw:
    """Return the rows whose code, name and provincie are of one gemeente, as far as it's known.

    A slip in a code gives another gemeente that exists: the name and the provincie tell.
    """
    pairs = {OTHER_NAME: name, OTHER_PROVINCIE: provincie}
    tests = {OTHER_NAME: _has_name, OTHER_PROVINCIE: _lies_in}
    eisen = []
    for reden, column in pairs.items():
        if not column:
            continue
        said = ruw.cellen.select(key=cellen.gemeente(code), text=cellen.text(column)).unique()
        wrong = [row for row in said.rows() if None not in row and not tests[reden](*row)]
        if wrong:
            among = pl.struct(key=cellen.gemeente(code), text=cellen.text(column)).is_in(
                [{"key": key, "text": text} for key, text in wrong]
            )
            eisen.append(Eis(kolom=code, goed=~among, reden=reden))
    return screen(ruw, eisen)


def _has_name(code: str, name: str) -> bool:
    """Say whether a name may be that of the gemeente; a name that nobody knows may be."""
    meant = {place.key.code for place in gemeentenamen().meant(name)}
    return not meant or code in meant


def _lies_in(code: str, provincie: str) -> bool:
    """Say whether a gemeente may lie in a provincie; one that isn't on the shelf may."""
    there = _provincies().get(code)
    return there is None or there == cellen.PROVINCIES.get(provincie.lower().replace(" ", "-"))


@cache
def _provincies() -> Mapping[str, str]:
    ligging = read_ligging((SHIPPED,))
    return {
        key.code: area.code
        for key, areas in ligging.items()
        for area in areas
        if area.kind is PlaceKind.PROVINCIE
    }
