"""Puts a gemeente of then on the one that took over: one successor, or no answer at all."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import polars as pl

from openlea.catalogue.reading.ruw import Ruw
from openlea.core.catalogue import SHIPPED
from openlea.core.plaatsnamen import Plaatsnamen, read_plaatsnamen
from openlea.core.place import PlaceKey, PlaceKind

SPLIT = "Gemeenten die verdeeld zijn hebben geen opvolger die alles kreeg: {}."
UNKNOWN = "Gemeentecodes die hier niet bekend zijn, zijn gebleven zoals ze waren: {}."


@cache
def gemeentenamen() -> Plaatsnamen:
    """Return the names and codes of all gemeenten since 2012, as they ship with the product."""
    return read_plaatsnamen((SHIPPED,))


@cache
def gemeente_now(code: str) -> str | None:
    """Return the code that holds in the latest indeling; None after a division.

    A code that isn't on the shelf stands for itself: it may be newer than the shelf.
    """
    names = gemeentenamen()
    if PlaceKey(PlaceKind.GEMEENTE, code) not in names.places:
        return code
    found = names.find(code)
    return None if found is None else found.code


def naam_now(code: str, otherwise: str) -> str:
    """Return the name of a gemeente by its code of now, or what the file called it."""
    place = gemeentenamen().places.get(PlaceKey(PlaceKind.GEMEENTE, code))
    return otherwise if place is None else place.naam


def remarks(codes: Iterable[str]) -> tuple[str, ...]:
    """Return in Dutch which gemeenten of then were divided, and which codes nobody knows."""
    known = gemeentenamen().places
    seen = sorted(set(codes))
    unknown = [code for code in seen if PlaceKey(PlaceKind.GEMEENTE, code) not in known]
    split = [naam_now(code, code) for code in seen if gemeente_now(code) is None]
    said = ((SPLIT, split), (UNKNOWN, unknown))
    return tuple(text.format(", ".join(names)) for text, names in said if names)


def add_gemeente(ruw: Ruw, code: pl.Expr) -> Ruw:
    """Return the cells with `gemeente_toen` (canonical, null: no code) and `gemeente` (of now)."""
    cellen = ruw.cellen.with_columns(gemeente_toen=code)
    seen = cellen["gemeente_toen"].drop_nulls().unique().to_list()
    now = {toen: gemeente_now(toen) for toen in seen}
    found = pl.col("gemeente_toen").replace_strict(now, default=None, return_dtype=pl.String)
    return replace(ruw, cellen=cellen.with_columns(gemeente=found)).remark(*remarks(seen))
