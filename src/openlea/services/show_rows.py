"""Show a few rows of a table: as text, with the two ends of a count as one column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from openlea.core.onthulling import Bereik
from openlea.policy.cijfertekst import bereik_tekst, number_text
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import open_warehouse

LAAG, HOOG = "_laag", "_hoog"
FIRST, LONGEST = 20, 60
NIETS = "–"


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell as it is shown; a number stands to the right."""

    tekst: str
    getal: bool


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """The first rows of a table under their heads."""

    koppen: tuple[Cel, ...]
    rijen: tuple[tuple[Cel, ...], ...]


def show_rows(bron: str, laag: str = LANDELIJK) -> Voorbeeld:
    """Return the first twenty rows; a hidden count stays a range. NotFound without a table."""
    found = open_warehouse().scan(bron, laag=laag).head(FIRST).collect()
    columns = tuple(_columns(found))
    return Voorbeeld(
        koppen=columns,
        rijen=tuple(
            tuple(Cel(_text(row, one.tekst), one.getal) for one in columns)
            for row in found.rows(named=True)
        ),
    )


def _columns(found: pl.DataFrame) -> Iterator[Cel]:
    """Yield each column; the two ends of a count are one."""
    for name, kind in found.schema.items():
        base = name.removesuffix(LAAG)
        if name.endswith(LAAG) and base + HOOG in found.columns:
            yield Cel(base, getal=True)
        elif not (name.endswith(HOOG) and name.removesuffix(HOOG) + LAAG in found.columns):
            yield Cel(name, getal=kind.is_numeric())


def _text(row: Mapping[str, Any], name: str) -> str:
    if name not in row:
        low, high = row[name + LAAG], row[name + HOOG]
        return NIETS if low is None else bereik_tekst(Bereik(low, high), 0)
    value = row[name]
    if value is None:
        return NIETS
    if isinstance(value, float):
        return number_text(value, 2).rstrip("0").rstrip(",")
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
