"""Changes that a machine reads without a word and that make every figure after it wrong."""

import csv
import random
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO

from openlea.core.bron import Bestand

Rows = list[list[str]]


@dataclass
class Vel:
    """A published file taken apart: its header, its rows, and how its letters are stored."""

    naam: str
    head: list[str]
    rows: Rows
    letters: str
    quoted: bool

    def file(self) -> Bestand:
        """Return the file put together again."""
        out = StringIO()
        writer = csv.writer(
            out,
            delimiter=";",
            lineterminator="\r\n",
            quoting=csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL,
        )
        writer.writerows([self.head, *self.rows])
        return Bestand(naam=self.naam, inhoud=out.getvalue().encode(self.letters, "replace"))

    def column(self, place: int) -> list[str]:
        """Return the cells of a column."""
        return [row[place] for row in self.rows]

    def put(self, place: int, cells: list[str]) -> None:
        """Put other cells in a column."""
        for row, cell in zip(self.rows, cells, strict=True):
            row[place] = cell


def take_apart(file: Bestand) -> Vel:
    """Return the sheet of a published file."""
    letters = "utf-8-sig" if file.inhoud.startswith(b"\xef\xbb\xbf") else "cp1252"
    text = file.inhoud.decode(letters)
    head, *rows = csv.reader(StringIO(text), delimiter=";")
    return Vel(file.naam, head, rows, letters, quoted=text.startswith('"'))


Change = Callable[[random.Random, Vel], None]


def swap_names(chance: random.Random, vel: Vel) -> None:
    """Swap the names of two columns."""
    one, other = chance.sample(range(len(vel.head)), 2)
    vel.head[one], vel.head[other] = vel.head[other], vel.head[one]


def rename(chance: random.Random, vel: Vel) -> None:
    """Give a column another name."""
    place = chance.randrange(len(vel.head))
    vel.head[place] = f"{vel.head[place]}_NIEUW"


def blank_hidden(_chance: random.Random, vel: Vel) -> None:
    """Leave hidden counts empty."""
    vel.rows = [["" if cell == "<5" else cell for cell in row] for row in vel.rows]


def hidden_to_nought(_chance: random.Random, vel: Vel) -> None:
    """Write hidden counts as nought."""
    vel.rows = [["0" if cell == "<5" else cell for cell in row] for row in vel.rows]


def lose_comma(_chance: random.Random, vel: Vel) -> None:
    """Lose the decimal comma."""
    vel.rows = [
        [cell.replace(",", "") if _is_decimal(cell) else cell for cell in row] for row in vel.rows
    ]


def _is_decimal(cell: str) -> bool:
    return cell.replace(",", "", 1).isdigit() and "," in cell


def shift_codes(chance: random.Random, vel: Vel) -> None:
    """Move a column of codes or names one row down."""
    place = chance.randrange(len(vel.head))
    cells = vel.column(place)
    vel.put(place, [cells[-1], *cells[:-1]])


def shift_columns(chance: random.Random, vel: Vel) -> None:
    """Put an empty cell in every row, so that what follows stands a column further."""
    place = chance.randrange(len(vel.head) - 1)
    vel.rows = [[*row[:place], "", *row[place:-1]] for row in vel.rows]


def lose_rows(chance: random.Random, vel: Vel) -> None:
    """Lose two rows in five."""
    vel.rows = chance.sample(vel.rows, int(len(vel.rows) * 0.6))


def double(_chance: random.Random, vel: Vel) -> None:
    """Say everything twice."""
    vel.rows = [*vel.rows, *[list(row) for row in vel.rows]]


def double_counts(chance: random.Random, vel: Vel) -> None:
    """Double what is counted."""
    times = chance.choice((2, 10, 1000))
    vel.rows = [
        [
            str(int(cell) * times) if _is_count(name, cell) else cell
            for name, cell in zip(vel.head, row, strict=True)
        ]
        for row in vel.rows
    ]


def _is_count(name: str, cell: str) -> bool:
    counted = ("LEEFTIJD_", "AANTAL", "REKENEN", "LEZEN", "TV", "EXAMEN", "GESLAAGD", "Bevolking")
    return cell.isdigit() and any(word in name for word in counted)


def damage_letters(_chance: random.Random, vel: Vel) -> None:
    """Store letters twice over, so that é becomes Ã©."""
    vel.rows = [[cell.encode().decode("cp1252", "replace") for cell in row] for row in vel.rows]
    vel.letters = "utf-8"


def replace_codes(chance: random.Random, vel: Vel) -> None:
    """Put another column of codes in the place of a column of codes."""
    codes = [place for place, name in enumerate(vel.head) if _of_codes(name)]
    if len(codes) > 1:
        one, other = chance.sample(codes, 2)
        vel.put(one, vel.column(other))


def _of_codes(name: str) -> bool:
    return any(
        word in name.upper() for word in ("CODE", "NUMMER", "PC4", "POSTCODE", "SWV", "REGIO")
    )


def other_year(chance: random.Random, vel: Vel) -> None:
    """Write another year, in the cells, the names of columns and the name of the file."""
    step = chance.choice((-1, 1, 3, 10))
    years = {str(year): str(year + step) for year in range(2018, 2026)}
    vel.naam = _in(vel.naam, years)
    vel.head = [_in(name, years) for name in vel.head]
    vel.rows = [
        [
            _in(cell, years) if _of_year(name) else cell
            for name, cell in zip(vel.head, row, strict=True)
        ]
        for row in vel.rows
    ]


def _of_year(name: str) -> bool:
    return any(word in name.upper() for word in ("PEILDATUM", "JAAR", "PERIODE"))


def _in(text: str, years: dict[str, str]) -> str:
    out, place = "", 0
    while place < len(text):
        found = years.get(text[place : place + 4])
        out += found or text[place]
        place += 4 if found else 1
    return out


def sort_column(chance: random.Random, vel: Vel) -> None:
    """Sort one column and leave the rest, as happens in a spreadsheet."""
    place = chance.randrange(len(vel.head))
    vel.put(place, sorted(vel.column(place)))


CHANGES: tuple[Change, ...] = (
    swap_names,
    rename,
    blank_hidden,
    hidden_to_nought,
    lose_comma,
    shift_codes,
    shift_columns,
    lose_rows,
    double,
    double_counts,
    damage_letters,
    replace_codes,
    other_year,
    sort_column,
)
