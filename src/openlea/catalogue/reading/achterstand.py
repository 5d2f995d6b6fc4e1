"""Workbooks of CBS with achterstandsscores: where their table begins, and what its columns say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from openlea.catalogue.reading.bladen import HEAD_WITHIN, Cells, Vel
from openlea.catalogue.reading.letters import refuse
from openlea.catalogue.reading.ruw import BESTAND, REGEL, Ruw, rejected
from openlea.core.bron import Bestand

SCORE = "achterstand"
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_WRITTEN = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (20\d\d)\b", re.IGNORECASE)
_SHORT = re.compile(r"(?<!\d)(\d{1,2})-(\d{1,2})-(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tafel:
    """A table in a sheet: the names of its columns, what stands above it, and the rows below."""

    bestand: Bestand
    vel: Vel
    regel: int
    namen: tuple[str, ...]

    @property
    def boven(self) -> str:
        """Return the name of the sheet and the text above the table, as one."""
        rows = self.vel.rijen[: self.regel]
        return " ".join((self.vel.naam, *(cell for row in rows for cell in row if cell)))

    def rows(self, columns: dict[str, int], has: str) -> Ruw:
        """Return the cells of these columns; only rows with a number under `has` are of the table.

        Below a table stand notes, and between head and table an empty row.
        """
        body = [
            (line, cells)
            for line, cells in enumerate(self.vel.rijen[self.regel + 1 :], start=self.regel + 2)
            if re.search(r"\d", _cell(cells, columns[has]))
        ]
        found = {
            name: pl.Series([_cell(cells, place) for _, cells in body], dtype=pl.String)
            for name, place in columns.items()
        }
        where = f"{self.bestand.naam}, blad {self.vel.naam}"
        cellen = pl.DataFrame(found).with_columns(
            pl.Series(BESTAND, [where] * len(body), dtype=pl.String),
            pl.Series(REGEL, [line for line, _ in body], dtype=pl.Int64),
        )
        return Ruw(cellen=cellen, rijen_in=len(body), afgekeurd=rejected())

    def refuse(self, reden: str) -> Exception:
        """Return the refusal of the file, naming the sheet and asking a person to look."""
        return refuse(
            self.bestand,
            f"{reden} Kijk of het blad klopt, of pas de lezer van deze bron aan.",
            f"blad {self.vel.naam}",
        )


def find_table(bestand: Bestand, vel: Vel, key: str) -> Tafel | None:
    """Return the table under the first row with a column `key` (a pattern) and one of scores."""
    for number, row in enumerate(vel.rijen[:HEAD_WITHIN]):
        names = tuple(" ".join(cell.split()) for cell in row)
        filled = [name for name in names if name]
        has_key = any(re.search(key, name, re.IGNORECASE) for name in filled)
        if len(filled) > 1 and has_key and places(names, SCORE):
            return Tafel(bestand=bestand, vel=vel, regel=number, namen=names)
    return None


def places(names: Sequence[str], pattern: str, without: str = "$^") -> list[int]:
    """Return the places of the columns whose name fits a pattern, and not another."""
    return [
        place
        for place, name in enumerate(names)
        if re.search(pattern, name, re.IGNORECASE) and not re.search(without, name, re.IGNORECASE)
    ]


def thresholds_in(text: str) -> set[str]:
    """Return which of 'met' and 'zonder' (drempel) a text names."""
    found = re.findall(r"\b(met|zonder) (?:een )?drempel", text, re.IGNORECASE)
    return {word.lower() for word in found}


def days_in(text: str) -> set[str]:
    """Return the days in a text, such as '1 februari 2023' or '1-2-2023', as 2023-02-01."""
    written = [
        (year, _MONTHS.index(month.lower()) + 1, day) for day, month, year in _WRITTEN.findall(text)
    ]
    short = [(year, int(month), day) for day, month, year in _SHORT.findall(text)]
    return {day for parts in (*written, *short) if (day := _day(*parts))}


def _day(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None


def only_one(found: Iterable[str]) -> str | None:
    """Return the one answer, None when there is none or more than one."""
    answers = set(found)
    return answers.pop() if len(answers) == 1 else None


def _cell(cells: Cells, place: int) -> str:
    return cells[place] if place < len(cells) else ""
