"""Takes letters out of an opened outcome: one by number, all as files, and for a mail merge."""

import re
from collections.abc import Iterator
from html import unescape

import polars as pl

from openlea.services.desk.schrijven import csv_line

KOPPEN = ("nummer", "plek", "wens", "tekst")
SAMENVOEGEN = "samenvoegbestand.csv"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_MAIN = re.compile(r"<main>(.*)</main>", re.DOTALL)
_END = re.compile(r"<br>|</(?:p|h\d|dt|dd|li)>")
_TAG = re.compile(r"<[^>]*>")


def letter_of(outcome: pl.DataFrame, nummer: str) -> str | None:
    """Return the letter (HTML) of one number; None when nobody has it."""
    found = outcome.filter(pl.col("nummer") == nummer)["brief"].to_list()
    return found[0] if found else None


def inside_of(brief: str) -> str:
    """Return what stands in the body of a letter, to show within another page."""
    found = _MAIN.search(brief)
    return found[1] if found else ""


def as_text(brief: str) -> str:
    """Return a letter as plain text, line by line."""
    lines = (unescape(_TAG.sub("", line)).strip() for line in _END.split(inside_of(brief)))
    return "\n".join(line for line in lines if line)


def letter_files(outcome: pl.DataFrame) -> Iterator[tuple[str, bytes]]:
    """Yield every letter as a file, and last the list for a mail merge outside the system."""
    lines = [csv_line(KOPPEN)]
    columns = outcome.select("nummer", "plek", "wens", "brief").iter_rows()
    for nummer, plek, wens, brief in columns:
        yield f"brieven/{nummer}.html", brief.encode()
        lines.append(csv_line((nummer, plek or "", wens or "", as_text(brief))))
    yield SAMENVOEGEN, (BOM + "".join(lines)).encode()
