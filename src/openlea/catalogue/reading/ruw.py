"""Cells as they were published: all text, each with the file and the line that it stood on."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

import polars as pl

from openlea.catalogue.reading.gelezen import REJECTED
from openlea.core.bron import SourceChanged

BESTAND, REGEL = "_bestand", "_regel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolommen:
    """Which columns of a published file are read: all of `nodig`, and what fits `ook` if there.

    `bekend` is a pattern of columns that are known and left unread; any other is worth a remark.
    What fits `reeks` is a series, such as ages: its columns come in the order of `nodig`, for of a
    head that was put in another order nobody can say whether the cells moved along.
    `bron` is the id of the source, `__file__` of its file will do.
    """

    bron: str
    nodig: tuple[str, ...]
    ook: str = ""
    bekend: str = ""
    reeks: str = ""

    @property
    def id(self) -> str:
        """Return the id of the source."""
        return Path(self.bron).stem

    def out_of_order(self, found: Sequence[str]) -> tuple[str, str] | None:
        """Return the first of the series that stands elsewhere, with what should be there."""
        series = [name for name in self.nodig if re.fullmatch(self.reeks, name)]
        seen = [name for name in found if name in series]
        return next(
            ((one, other) for one, other in zip(seen, series, strict=True) if one != other), None
        )

    def changed(self, missing: str, found: Sequence[str]) -> SourceChanged:
        """Return the refusal of a file that lacks a column, with the nearest of those that are."""
        new = [name for name in found if name not in self.nodig] or list(found)
        small = {name.casefold(): name for name in new}
        near = get_close_matches(missing.casefold(), small, n=3, cutoff=0.5)
        mend = f"src/openlea/catalogue/sources/{self.id}.py"
        return SourceChanged(self.id, missing, tuple(small[name] for name in near), mend)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruw:
    """Text cells with `_bestand` and `_regel`; `rijen_in` counts the rows, rejected ones too."""

    cellen: pl.DataFrame
    rijen_in: int
    afgekeurd: pl.DataFrame
    let_op: tuple[str, ...] = ()

    def reject(self, afgekeurd: pl.DataFrame, cellen: pl.DataFrame) -> "Ruw":
        """Return what is left after a rejection."""
        return replace(self, cellen=cellen, afgekeurd=pl.concat([self.afgekeurd, afgekeurd]))

    def with_columns(self, *columns: pl.Expr) -> "Ruw":
        """Return the same with columns added to the cells."""
        return replace(self, cellen=self.cellen.with_columns(*columns))

    def remark(self, *sentences: str) -> "Ruw":
        """Return the same with sentences added that aren't there yet."""
        return replace(self, let_op=tuple(dict.fromkeys((*self.let_op, *sentences))))


def rejected(rows: Iterable[tuple[str, int, str, str]] = ()) -> pl.DataFrame:
    """Return rejections of (bestand, regel, kolom, reden) as a table."""
    return pl.DataFrame(list(rows), schema=REJECTED, orient="row")


def together(parts: Sequence[Ruw], let_op: Sequence[str] = ()) -> Ruw:
    """Return parts as one; a column that isn't in one of them is null there."""
    return Ruw(
        cellen=pl.concat([part.cellen for part in parts], how="diagonal"),
        rijen_in=sum(part.rijen_in for part in parts),
        afgekeurd=pl.concat([part.afgekeurd for part in parts]),
        let_op=tuple(dict.fromkeys((*let_op, *(one for part in parts for one in part.let_op)))),
    )
