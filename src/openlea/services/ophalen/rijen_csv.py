"""Writes rows that came in pages as the CSV that the publisher offers for download itself.

So a source is parsed the same way, whether it was fetched live or taken from a page by hand.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

from openlea.core.bron import Bestand


def written(
    naam: str, kolommen: Sequence[str], rows: Iterable[dict[str, Any]], scheiding: str, leeg: str
) -> Bestand:
    """Return a file in UTF-8 with a row of heads; `leeg` stands for what is missing."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=scheiding, lineterminator="\r\n")
    writer.writerow(kolommen)
    for row in rows:
        writer.writerow([_cell(row.get(kolom), leeg) for kolom in kolommen])
    return Bestand(naam=naam, inhoud=text.getvalue().encode())


def _cell(value: Any, leeg: str) -> str:
    if value is None:
        return leeg
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
