"""A lottery that anybody can do again: promised beforehand, drawn in public, sorted by a hash.

To the byte. `salt` is 32 random bytes, kept secret until the draw. `register` is the file
register.json as published. Promise = SHA-256(salt ‖ register), as 64 small hexadecimal signs.
`zaad` is the public text of the day of the draw in Unicode form NFC without white space around it,
as UTF-8. Lot = HMAC-SHA256(key = salt ‖ zaad, message), where the message is the number of the
child as UTF-8, and with a lot per place: number ‖ 0x1F ‖ id of the place. Lots are compared as
bytes, lowest first. Two equal lots, which never happens, are parted by the number.

Nobody can steer it. Who makes the register promises salt and register before the text of the day
exists, so it can't choose them to match; who could bend the text of the day doesn't know the salt.
"""

import hashlib
import hmac
import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

SALT_BYTES = 32
PARTED = b"\x1f"


def canonical(value: Any) -> bytes:
    """Return JSON in the one form that is hashed: sorted keys, no spaces, UTF-8, one line end."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode() + b"\n"


def digest(content: bytes) -> str:
    """Return SHA-256 as 64 small hexadecimal signs."""
    return hashlib.sha256(content).hexdigest()


def promise(salt: bytes, register: bytes) -> str:
    """Return what is published before the draw."""
    return digest(salt + register)


def seal(own_key: bytes, row: Any) -> str:
    """Return the seal on one child's row; only who has the own key can tell what it seals."""
    return hmac.new(own_key, canonical(row), hashlib.sha256).hexdigest()


def draw_key(salt: bytes, zaad: str) -> bytes:
    """Return the key of the draw: salt and the public text of the day."""
    return salt + unicodedata.normalize("NFC", zaad.strip()).encode()


def lot(key: bytes, nummer: str, plek: str = "") -> bytes:
    """Return the lot of a child, at one place or (without one) at all; 32 bytes."""
    message = nummer.encode() + (PARTED + plek.encode() if plek else b"")
    return hmac.digest(key, message, "sha256")


def order(key: bytes, nummers: Sequence[str], plek: str = "") -> tuple[str, ...]:
    """Return the numbers by their lot, first one first."""
    return tuple(sorted(nummers, key=lambda one: (lot(key, one, plek), one)))


def ranks(key: bytes, nummers: Sequence[str], plek: str = "") -> Mapping[str, int]:
    """Return per number its place in the lottery, from 1."""
    return {one: n for n, one in enumerate(order(key, nummers, plek), start=1)}


def order_lines(key: bytes, nummers: Sequence[str], plekken: Sequence[str]) -> bytes:
    """Return the whole draw as lines 'place;rank;number'; one lot for all has an empty place."""
    lines = [
        f"{plek};{n};{one}\n"
        for plek in plekken
        for n, one in enumerate(order(key, nummers, plek), start=1)
    ]
    return "".join(lines).encode()
