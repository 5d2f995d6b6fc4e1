"""Reads the rows of a file through a koppeling: good rows as declared, and every fault by row.

A correction is a text at a row and a field, in the place of what the file says there.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import dataframely as dy
import polars as pl

from openlea.catalogue.reading.ruw import REGEL
from openlea.catalogue.shelf import SourceFile
from openlea.policy.inleesrecht import refusal_of
from openlea.services.kolommen.koppeling import Bronkolom, Koppeling
from openlea.services.kolommen.omzetten import columns_of, ends, reason
from openlea.services.kolommen.tabel import Velstabel
from openlea.services.kolommen.velden import HOOG, LAAG, Veld, fields_of

LEEG = "hier moet iets staan."
DUBBEL = "deze rij staat er al: dezelfde sleutel staat op een eerdere rij."
_RULES = {
    "min": "het getal is te klein.",
    "max": "het getal is te groot.",
    "nullability": LEEG,
    "min_length": "de tekst is te kort.",
    "max_length": "de tekst is te lang.",
}
_PLAATS = "regel_"
Herstel = Mapping[int, Mapping[str, str]]
"""By row: the text in place of a cell, by field."""


@dataclass(frozen=True, slots=True, order=True)
class Rijfout:
    """What is wrong in a row: the field ('' for the row as a whole) and why."""

    regel: int
    veld: str
    reden: str


@dataclass(frozen=True, slots=True)
class Keuring:
    """What a file holds: the good rows as declared, the faults, and the cells as they were typed.

    `cellen` has a column of text per field, and the row. Rows that were left out are in none.
    """

    goed: pl.DataFrame = field(repr=False)
    fouten: tuple[Rijfout, ...]
    cellen: pl.DataFrame = field(repr=False)
    rijen_in: int
    weggelaten: tuple[int, ...] = ()

    @property
    def fout_per_regel(self) -> dict[int, list[Rijfout]]:
        """Return the faults by row, in the order of the file."""
        found: dict[int, list[Rijfout]] = {}
        for one in self.fouten:
            found.setdefault(one.regel, []).append(one)
        return found

    def cells_of(self, regels: Sequence[int]) -> dict[int, dict[str, str]]:
        """Return the cells of some rows as they were typed, by row and field."""
        found = self.cellen.filter(pl.col(REGEL).is_in(list(regels)))
        return {row.pop(REGEL): row for row in found.iter_rows(named=True)}


def judge(
    source: SourceFile,
    tabel: Velstabel,
    koppeling: Koppeling,
    herstel: Herstel | None = None,
    weggelaten: Sequence[int] = (),
    eigen: str = "",
) -> Keuring:
    """Return the good rows and every fault; a row with a fault is in no good row.

    With `eigen` a row of any other part of the table (`deel` of its source) is a fault.
    """
    velden = fields_of(source)
    every = _cells(tabel, velden, koppeling, herstel or {})
    cells = every.filter(~pl.col(REGEL).is_in(list(weggelaten)))
    typed = cells.select(REGEL, *(one for veld in velden for one in columns_of(veld, cells)))
    fouten = [fout for veld in velden for fout in _cell_faults(veld, cells, typed)]
    fouten += _strange(source.bron.deel, typed, eigen)
    rows = _without(typed, fouten)
    fouten += _twice(source, rows)
    good, wrong = _screened(source, _without(rows, fouten))
    gone = set(every[REGEL]) - set(cells[REGEL])
    return Keuring(
        goed=good,
        fouten=tuple(sorted([*fouten, *wrong])),
        cellen=cells,
        rijen_in=tabel.cellen.height,
        weggelaten=tuple(sorted(gone)),
    )


def _cells(
    tabel: Velstabel, velden: Sequence[Veld], koppeling: Koppeling, herstel: Herstel
) -> pl.DataFrame:
    """Return a column of text per field, corrected."""
    filled = [
        _text(tabel, koppeling.get(veld.naam, Bronkolom())).alias(veld.naam) for veld in velden
    ]
    cells = tabel.cellen.select(REGEL, *filled)
    for veld in velden:
        texts = {row: one[veld.naam] for row, one in herstel.items() if veld.naam in one}
        if texts:
            mended = pl.col(REGEL).replace_strict(texts, default=pl.col(veld.naam))
            cells = cells.with_columns(mended.alias(veld.naam))
    return cells


def _text(tabel: Velstabel, kolom: Bronkolom) -> pl.Expr:
    column = tabel.column(kolom.kop) if kolom.kop else None
    return pl.col(column) if column else pl.lit(kolom.vast, dtype=pl.String)


def _cell_faults(veld: Veld, cells: pl.DataFrame, typed: pl.DataFrame) -> Iterator[Rijfout]:
    empty = cells[veld.naam].fill_null("").str.strip_chars() == ""
    unread = typed[ends(veld)[0]].is_null()
    for regel in cells[REGEL].filter(unread & ~empty):
        yield Rijfout(regel, veld.naam, reason(veld))
    if veld.verplicht:
        for regel in cells[REGEL].filter(empty):
            yield Rijfout(regel, veld.naam, LEEG)


def _strange(deel: str, typed: pl.DataFrame, eigen: str) -> list[Rijfout]:
    """Return the rows that belong to another part than one's own."""
    if not eigen:
        return []
    others = typed.filter(pl.col(deel) != eigen)
    return [
        Rijfout(regel, deel, refusal_of(deel, waarde))
        for regel, waarde in others.select(REGEL, deel).iter_rows()
    ]


def _without(rows: pl.DataFrame, fouten: Sequence[Rijfout]) -> pl.DataFrame:
    return rows.filter(~pl.col(REGEL).is_in(list({one.regel for one in fouten})))


def _twice(source: SourceFile, rows: pl.DataFrame) -> list[Rijfout]:
    """Return the rows whose key stands on an earlier row; the first stays."""
    keys = list(dict.fromkeys((source.bron.editie, *source.bron.sleutel)))
    again = rows.filter(~pl.struct(keys).is_first_distinct())
    return [Rijfout(regel, "", DUBBEL) for regel in again[REGEL]]


def _screened(source: SourceFile, rows: pl.DataFrame) -> tuple[pl.DataFrame, list[Rijfout]]:
    """Return the rows that fit the declared table, and why the others don't."""
    wide = rows.rename({REGEL: _PLAATS}).with_columns(
        pl.col(name).cast(column.dtype, strict=False)
        for name, column in source.tabel.columns().items()
    )
    good, failure = _with_place(source.tabel).filter(wide)
    wrong = [
        Rijfout(row[_PLAATS], *_said(rule))
        for row in failure.details().iter_rows(named=True)
        for rule, outcome in row.items()
        if outcome == "invalid"
    ]
    return good.drop(_PLAATS), wrong


@lru_cache(maxsize=64)
def _with_place(tabel: type[dy.Schema]) -> type[dy.Schema]:
    """Return the same table with the row of the file beside it."""
    made: type[dy.Schema] = type(
        f"{tabel.__name__}MetPlaats", (tabel,), {_PLAATS: dy.Int64(nullable=False)}
    )
    return made


def _said(rule: str) -> tuple[str, str]:
    """Return the field and the reason of a rule of the table that wasn't met."""
    column, _, what = rule.partition("|")
    if not what:
        return "", f"past niet in de tabel ({column.replace('_', ' ')})."
    return column.removesuffix(LAAG).removesuffix(HOOG), _RULES.get(what, "past niet in de tabel.")
