"""Reads a table on a desk row by row, so that a million rows need no more memory than ten."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, Fout
from openlea.policy.persoonswaarde import trimmed

SEPARATORS = ";,\t|"
"""What may part the cells; of two that stand equally often in the head the first is taken."""
PIECE = 1024 * 1024
LONGEST = 131_072
"""Signs in one cell; longer is most often a quotation mark that is never closed."""
MOST_WORKBOOK = 50 * 1024 * 1024
TOO_LONG = "een cel is te lang; waarschijnlijk wordt een aanhalingsteken niet gesloten."
Row = tuple[int, Sequence[str]]


def rows_of(file: Path) -> Iterator[Row]:
    """Yield number (from 1, as a spreadsheet counts) and cells of every row that holds anything."""
    with file.open("rb") as opened:
        start = opened.read(4)
    if start.startswith(b"PK"):
        yield from _workbook(file)
        return
    if start.startswith((b"\xff\xfe", b"\xfe\xff", b"\xd0\xcf", b"%PDF")):
        reden = "dit bestand kan hier niet worden gelezen; bewaar het als csv (UTF-8) of xlsx."
        raise BadFile([Fout(file.name, "", reden)])
    yield from _csv(file)


def _csv(file: Path) -> Iterator[Row]:
    encoding, errors = ("utf-8-sig", "strict") if _is_utf8(file) else ("cp1252", "openlea-c1")
    with file.open(encoding=encoding, errors=errors, newline="") as opened:
        separator = _separator(_first_line(opened))
        opened.seek(0)
        reader = csv.reader(opened, delimiter=separator)
        try:
            for number, row in enumerate(reader, start=1):
                if any(trimmed(cell) for cell in row):
                    yield number, row
        except csv.Error:
            raise BadFile([Fout(file.name, "", TOO_LONG)]) from None


def _workbook(file: Path) -> Iterator[Row]:
    from openlea.services.kolommen.vellen import read_vellen

    if file.stat().st_size > MOST_WORKBOOK:
        reden = f"de werkmap is groter dan {MOST_WORKBOOK // 1024**2} MB; bewaar hem als csv."
        raise BadFile([Fout(file.name, "", reden)])
    vellen = read_vellen(Bestand(naam=file.name, inhoud=file.read_bytes()))
    if len(vellen) > 1:
        reden = "de werkmap heeft meer dan één blad met gegevens; bewaar één blad als csv."
        raise BadFile([Fout(file.name, "", reden)])
    for number, row in enumerate(vellen[0].rijen, start=1):
        if any(trimmed(cell) for cell in row):
            yield number, row


def _first_line(opened: TextIO) -> str:
    """Return the first line that holds anything; a file may begin with empty ones."""
    while line := opened.readline(PIECE):
        if trimmed(line):
            return line
    return ""


def _separator(line: str) -> str:
    """Return what parts the heads: what stands there most often outside quotation marks."""
    bare = "".join(line.split('"')[::2])
    return max(SEPARATORS, key=lambda mark: (bare.count(mark), -SEPARATORS.index(mark)))


def _is_utf8(file: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as opened:
        try:
            while piece := opened.read(PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _c1(error: UnicodeError) -> tuple[str, int]:
    """Return for the five bytes that cp1252 lacks the sign that a browser makes of them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("openlea-c1", _c1)
