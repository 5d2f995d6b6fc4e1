"""Refuses a workbook whose sheets would be absurdly large, before anything is made of them.

A file of a few hundred bytes can name one cell in the first row and one in the last column of the
last row; the reader then makes room for all between them, and takes the whole program down.
"""

import re
import zipfile
from itertools import accumulate

from openlea.catalogue.reading.letters import refuse
from openlea.core.bron import Bestand

MOST_CELLS = 20_000_000
"""The largest published workbook that is read here has two million."""
_BINARY = "xl/workbook.bin"
_CELL = re.compile(rb"\sr\s*=\s*[\"']\$?([A-Za-z]{1,7})\$?(\d{1,9})[\"']")
_ROW = re.compile(rb"\sr\s*=\s*[\"'](\d{1,9})[\"']")
_OPEN_ROW, _OPEN_CELL = re.compile(rb"<(?:\w+:)?row\b"), re.compile(rb"<(?:\w+:)?c[\s>/]")
_EMPTY = re.compile(rb"<(?:\w+:)?c\s[^<>]*/>")
_NAMELESS = re.compile(rb"<(?:\w+:)?c(?=[\s>/])(?![^<>]*\sr\s*=)")
_ODS_TABLE = re.compile(rb"<table:table[\s>]")
_ODS_ROW, _ODS_CELL = (
    re.compile(rb"<table:table-row\b"),
    re.compile(rb"<table:(?:covered-)?table-cell\b"),
)
_ROWS = re.compile(rb"number-rows-repeated\s*=\s*[\"'](\d+)")
_COLUMNS = re.compile(rb"number-columns-repeated\s*=\s*[\"'](\d+)")
_FILLED = re.compile(rb"office:\w*value|<text:|calcext:value|table:formula")


def refuse_too_wide(bestand: Bestand, packed: zipfile.ZipFile) -> None:
    """Raise BadFile when a sheet of an xlsx or ods spans more cells than anything published."""
    for entry in packed.infolist():
        if entry.filename.casefold() == _BINARY:
            raise refuse(bestand, "dit is een .xlsb; sla het op als .xlsx.")
        if not entry.filename.casefold().endswith((".xml", ".rels")):
            continue
        text = packed.read(entry)
        spanned = _spanned_ods(text) if b"<table:table-row" in text else _spanned(text)
        if spanned > MOST_CELLS:
            raise refuse(
                bestand, "een blad is onwaarschijnlijk groot; haal lege rijen en kolommen weg."
            )


def _spanned(text: bytes) -> int:
    """Return how many cells lie between the first and the last one that a sheet names."""
    if not _NAMELESS.search(text):
        # Programs give every cell its name; one with a colour alone holds nothing.
        named = set(_CELL.findall(_EMPTY.sub(b"", text)))
        return max((int(row) for _, row in named), default=0) * _widest(named)
    named = set(_CELL.findall(text))
    lines = _OPEN_ROW.split(text)
    rows = max([len(lines) - 1, *(int(row) for _, row in named), *map(int, _ROW.findall(text))])
    # A cell without a name comes after the one before it, so names and counts add up.
    return rows * (_widest(named) + max(len(_OPEN_CELL.findall(line)) for line in lines))


def _widest(named: set[tuple[bytes, bytes]]) -> int:
    return max((_place(column.upper()) for column in {column for column, _ in named}), default=0)


def _place(column: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    return list(accumulate(column, lambda total, letter: total * 26 + letter - 64, initial=0))[-1]


def _spanned_ods(text: bytes) -> int:
    """Return how many cells the largest sheet has up to its last row and column that is filled."""
    return max((_spanned_table(table) for table in _ODS_TABLE.split(text)[1:]), default=0)


def _spanned_table(table: bytes) -> int:
    before = rows = widest = 0
    for rest in _ODS_ROW.split(table)[1:]:
        line = rest.partition(b"</table:table-row>")[0]
        before += _times(_ROWS, line.partition(b">")[0])
        if _ODS_CELL.search(line) and _FILLED.search(line):
            rows, widest = before, max(widest, _width(line))
    return rows * widest


def _width(line: bytes) -> int:
    width = filled = 0
    for cell in _ODS_CELL.split(line)[1:]:
        width += _times(_COLUMNS, cell.partition(b">")[0])
        if _FILLED.search(cell):
            filled = width
    return filled


def _times(pattern: re.Pattern[bytes], tag: bytes) -> int:
    found = pattern.search(tag)
    return int(found[1]) if found else 1
