"""What is promised before the draw: numbers with a seal each, places and rules, and nothing else.

A seal is an HMAC under a key of the child's own, so nobody reads wishes, siblings, indication or
home from it, and a parent who has the key can tell that nothing was changed.
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openlea.core.errors import BadFile, Fout
from openlea.core.plaatsing import Kind, Plek, Regels
from openlea.policy.loting import SALT_BYTES, canonical, seal

SOORT = "openlea-plaatsing-1"
GEHEIM = "geheim.json"
REGISTER, VASTLEGGING, REGELS = "register.json", "vastlegging.json", "regels.toml"


@dataclass(frozen=True, slots=True)
class Geheim:
    """What stays closed: the salt until the draw, the key of the seals for ever."""

    salt: bytes
    seals: bytes

    def own_key(self, nummer: str) -> bytes:
        """Return the key of one child, which stands in its letter."""
        return hmac.digest(self.seals, nummer.encode(), hashlib.sha256)


def new_geheim() -> Geheim:
    """Return fresh secrets of the machine's own randomness."""
    return Geheim(secrets.token_bytes(SALT_BYTES), secrets.token_bytes(SALT_BYTES))


def keep_geheim(folder: Path, geheim: Geheim) -> None:
    """Write the secrets, for their owner alone."""
    text = canonical({"zegelsleutel": geheim.seals.hex(), "zout": geheim.salt.hex()})
    write_closed(folder / GEHEIM, text)


def read_geheim(folder: Path) -> Geheim:
    """Return the secrets of a folder; BadFile when they can't be read."""
    try:
        told = json.loads((folder / GEHEIM).read_text("utf-8"))
        return Geheim(bytes.fromhex(told["zout"]), bytes.fromhex(told["zegelsleutel"]))
    except (ValueError, KeyError, TypeError):
        raise BadFile([Fout(GEHEIM, "", "dit bestand is beschadigd of van iets anders")]) from None


def sealed_row(kind: Kind) -> dict[str, Any]:
    """Return everything about one child that decides its place."""
    return {
        "nummer": kind.nummer,
        "wensen": list(kind.wensen),
        "pc4": kind.pc4,
        "scholen": {what.value: list(held) for what, held in kind.scholen.items()},
        "indicatie": kind.indicatie,
        "doelgroep": kind.doelgroep,
        "gekoppeld": list(kind.gekoppeld),
        "zekere_plek": kind.zeker,
        "advies": kind.advies,
    }


def compose_register(
    kinderen: Sequence[Kind], plekken: Sequence[Plek], regels: Regels, rules: bytes, geheim: Geheim
) -> bytes:
    """Return register.json: the same bytes for the same children, in whatever order they came."""
    return canonical(
        {
            "soort": SOORT,
            "loting": regels.loting.value,
            "regels_sha256": hashlib.sha256(rules).hexdigest(),
            "kinderen": [
                {
                    "nummer": kind.nummer,
                    "zegel": seal(geheim.own_key(kind.nummer), sealed_row(kind)),
                }
                for kind in sorted(kinderen, key=lambda one: one.nummer)
            ],
            "plekken": [
                {"id": plek.id, "naam": plek.naam, "capaciteit": plek.capaciteit,
                 "pc4": plek.pc4, "gebied": list(plek.gebied), "adviezen": list(plek.adviezen)}
                for plek in sorted(plekken, key=lambda one: one.id)
            ],
        }
    )  # fmt: skip


def write_closed(file: Path, content: bytes) -> None:
    """Write a file about persons or secrets, for its owner alone (mode 0600), whole or not."""
    temporary = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    opened = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "wb") as out:
            out.write(content)
        temporary.replace(file)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
