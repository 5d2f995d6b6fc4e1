"""The table of schools as a division keeps it, and the fingerprint by which it is known again."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from openlea.services.verdelen.tabel import Tabel


def plain_of(tabel: Tabel) -> dict[str, Any]:
    """Return a table for JSON; nought bytes, which no database can keep, are left out."""
    return {
        "bestand": tabel.bestand,
        "koppen": [_clean(kop) for kop in tabel.koppen],
        "rijen": [[regel, [_clean(cel) for cel in row]] for regel, row in tabel.rijen],
        "werkmap": tabel.werkmap,
    }


def tabel_of(plain: Mapping[str, Any]) -> Tabel | None:
    """Return the kept table; None when there is none yet."""
    if not plain.get("koppen"):
        return None
    return Tabel(
        str(plain["bestand"]),
        tuple(plain["koppen"]),
        tuple((int(regel), tuple(row)) for regel, row in plain["rijen"]),
        bool(plain["werkmap"]),
    )


def fingerprint(plain: object) -> str:
    """Return the sha256 of anything that is JSON, the same for the same content."""
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _clean(text: str) -> str:
    return text.replace("\x00", "").strip()
