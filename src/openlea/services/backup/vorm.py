"""The list in a backup: what is in it, of which release, with a hash of everything."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from openlea.core.errors import BadFile, Fout

VORM = 1
"""The form of a backup; one that is higher is read by a later release only."""
MANIFEST = "manifest.json"
LARGEST_MANIFEST = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """One table: `hoogste` is the last number it gave out, `inhoud` a hash of its values.

    The hash is of the values and not of how a database writes them: it is the same in each.
    """

    naam: str
    rijen: int
    hoogste: int
    inhoud: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lid:
    """One member of the archive; `groot` is its size in bytes once it is unpacked."""

    naam: str
    bytes: int
    sha256: str
    deel: str
    pad: str
    groot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The whole list. `delen` gives a hash per part, `afwezig` what was gone while copying."""

    vorm: int
    release: str
    gemaakt_op: str
    database: str
    migraties: dict[str, list[str]]
    tabellen: list[Tabel]
    leden: list[Lid]
    delen: dict[str, str]
    afwezig: list[str] = field(default_factory=list)
    weggelaten: list[str] = field(default_factory=list)

    def as_bytes(self) -> bytes:
        """Return it as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()


def read_manifest(body: bytes) -> Manifest:
    """Return the list that a backup holds; BadFile when it is of a later form or damaged."""
    try:
        told: Any = json.loads(body)
        vorm = told["vorm"]
    except (ValueError, TypeError, KeyError):
        raise refused(MANIFEST, "dit is geen lijst van een back-up.") from None
    if vorm != VORM:
        reden = f"deze back-up heeft vorm {vorm}; deze versie van Open LEA leest vorm {VORM}."
        raise refused(MANIFEST, f"{reden} Werk Open LEA eerst bij.")
    try:
        return TypeAdapter(Manifest).validate_python(told)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise refused(MANIFEST, f"'{where}' klopt niet.") from None


def refused(lid: str, reden: str) -> BadFile:
    """Return the refusal of a backup with the member and the reason."""
    return BadFile([Fout(lid, "", reden)])
