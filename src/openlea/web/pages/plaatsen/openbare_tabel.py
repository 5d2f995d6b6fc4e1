"""Reads the public tables of a round as they were published; what is withheld stays withheld."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from openlea.policy.cijfertekst import number_text
from openlea.services.plaats.tabellen import WITHHELD


@dataclass(frozen=True, slots=True)
class Rij:
    """One row: its name, per column a count or None where it is withheld, and the total."""

    naam: str
    cellen: tuple[int | None, ...]
    totaal: int

    def share(self, column: int) -> float | None:
        """Return a column in percent of the row; None when it is withheld or nobody is in it."""
        count = self.cellen[column]
        return None if count is None or not self.totaal else 100 * count / self.totaal


@dataclass(frozen=True, slots=True)
class Telling:
    """A public table: the heads of its columns and its rows."""

    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]

    @property
    def is_withheld(self) -> bool:
        """Return whether any cell is withheld."""
        return any(None in one.cellen for one in self.rijen)

    @property
    def paren(self) -> list[tuple[Rij, list[tuple[str, int | None]]]]:
        """Return each row with its cells by the head of their column."""
        return [(one, list(zip(self.koppen, one.cellen, strict=True))) for one in self.rijen]


def read_telling(content: bytes) -> Telling:
    """Return a table from the csv that was published."""
    head, *lines = csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";")
    return Telling(tuple(head[1:-1]), tuple(_row(line) for line in lines if line))


def _row(line: Sequence[str]) -> Rij:
    cells = tuple(None if cell == WITHHELD else int(cell) for cell in line[1:-1])
    return Rij(line[0], cells, int(line[-1]))


def outcome_sentence(whole: Telling) -> str:
    """Return in one or two sentences how many children got what, of every hundred."""
    row = whole.rijen[0]
    first, top = row.cellen[0], row.cellen[1]
    if first is None:
        return (
            f"{number_text(row.totaal, 0)} kinderen zijn geplaatst. Hoeveel er hun eerste wens "
            "kregen, is afgeschermd: een van de aantallen is kleiner dan vijf."
        )
    said = f"{_of_hundred(first, row.totaal)} kregen hun eerste wens"
    if top is not None:
        said += f", {_hundred(first + top, row.totaal)} een van hun eerste drie"
    none = row.cellen[-1]
    if none == 0:
        said += ". Geen kind bleef zonder plek"
    elif none is not None:
        said += f". {number_text(none, 0)} van de {number_text(row.totaal, 0)} hebben nog geen plek"
    return said + "."


def _of_hundred(count: int, whole: int) -> str:
    return f"{_hundred(count, whole)} van de 100 kinderen"


def _hundred(count: int, whole: int) -> str:
    """Return a share as a whole number of a hundred; never all or none of them by rounding."""
    share = round(100 * count / whole) if whole else 0
    if count < whole and share == 100:  # noqa: PLR2004  a hundred
        share = 99
    if count and not share:
        share = 1
    return str(share)
