"""Write the streams of pupils to a file: CSV with a row per stream, or JSON with the totals."""

import json

from openlea.core.errors import BadInput, Fout
from openlea.services.describe_vervoer import Vervoer
from openlea.services.vervoer.uitkomst import KOLOMMEN, as_plain

FORMATEN = ("csv", "json")


def write_vervoer(vervoer: Vervoer, formaat: str) -> bytes:
    """Return the file as 'csv' (UTF-8, semicolons) or 'json'; BadInput for another word."""
    if formaat == "json":
        return json.dumps(as_plain(vervoer), ensure_ascii=False, indent=2).encode()
    if formaat != "csv":
        reden = f"'{formaat}' kan niet. Kies uit: {', '.join(FORMATEN)}."
        raise BadInput([Fout("", "out", reden)])
    return vervoer.stromen.select(KOLOMMEN).write_csv(separator=";").encode()
