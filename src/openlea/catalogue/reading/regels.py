"""Pieces of a text table, and the careful reading of a piece that doesn't fit, line by line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

_LONGEST_CELL = 50
"""Lines that one quoted cell may run over; beyond it a quote was just forgotten."""
OPEN_QUOTE = "een aanhalingsteken wordt niet gesloten."


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuk:
    """Some lines of a file: its number, the number of its first line, and the bytes."""

    bestand: int
    regel: int
    tekst: bytes

    @property
    def ended(self) -> bool:
        """Say whether the last line is closed."""
        return self.tekst.endswith(b"\n")

    @property
    def regels(self) -> int:
        """Return how many lines it has."""
        return self.tekst.count(b"\n") + (not self.ended)

    def is_neat(self, columns: int, separator: str) -> bool:
        """Say whether each line seems to hold as many cells as there are columns."""
        mark, expected = separator.encode(), (columns - 1) * self.regels
        if b"\n\n" in self.tekst or self.tekst.startswith(b"\n"):
            return False
        if self.tekst.count(mark) != expected:
            return False
        quotes = self.tekst.count(b'"')
        return not quotes or (not quotes % 2 and self.tekst.count(b'"%b"' % mark) == expected)


@dataclass(slots=True)
class Lijnen:
    """Rows read line by line: (file, line, cells), and those that don't fit: (file, line, why)."""

    good: list[tuple[int, int, list[str]]] = field(default_factory=list)
    wrong: list[tuple[int, int, str]] = field(default_factory=list)


def by_line(pieces: Sequence[Stuk], columns: int, separator: str, *, quoted: bool) -> Lijnen:
    """Return the rows of pieces; a line with too few or too many cells is wrong, by its number.

    In a file that isn't quoted, a quote that stays open is just a letter.
    """
    found = Lijnen()
    for piece in pieces:
        lines = piece.tekst.decode().removesuffix("\n").split("\n")
        for number, cells in _rows(lines, columns, separator, quoted=quoted):
            line = piece.regel + number
            if cells is None:
                found.wrong.append((piece.bestand, line, OPEN_QUOTE))
            elif len(cells) == columns:
                found.good.append((piece.bestand, line, cells))
            elif any(cell.strip() for cell in cells):
                reden = f"het aantal velden is {len(cells)}; dat moet {columns} zijn."
                found.wrong.append((piece.bestand, line, reden))
    return found


def _rows(
    lines: Sequence[str], columns: int, separator: str, *, quoted: bool
) -> Iterator[tuple[int, list[str] | None]]:
    """Yield the cells of each row with the number of its first line; None: a quote stays open."""
    number = 0
    while number < len(lines):
        cells, used = _row(lines, number, columns, separator, quoted=quoted)
        yield number, cells
        number += used


def _row(
    lines: Sequence[str], start: int, columns: int, separator: str, *, quoted: bool
) -> tuple[list[str] | None, int]:
    """Return the cells of the row that begins here, and how many lines it takes."""
    plain = lines[start].split(separator)
    if '"' not in lines[start]:
        return plain, 1
    for used in range(1, min(_LONGEST_CELL, len(lines) - start) + 1):
        text = "\n".join(lines[start : start + used])
        if text.count('"') % 2 == 0:
            cells = cells_of(text, separator)
            if used == 1 or len(cells) == columns:
                fits = len(cells) == columns or len(plain) != columns
                return (cells if fits else plain), used
    return (plain if len(plain) == columns and not quoted else None), 1


def cells_of(text: str, separator: str) -> list[str]:
    """Return the cells of one row, without the quotes around them."""
    try:
        return next(csv.reader([text], delimiter=separator), [])
    except csv.Error:
        return text.split(separator)
