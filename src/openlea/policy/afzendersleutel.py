"""The key of senders as one line of text: recognised, and refused when a letter of it changed."""

from base64 import b32decode, b32encode
from hashlib import sha256

from openlea.core.errors import BadInput, Fout

MERK = "openlea-afzender-1"
BYTES, CONTROLE = 32, 8
GEEN = "Dit is geen sleutel voor afzenders van Open LEA."
BESCHADIGD = "Deze sleutel klopt niet: er is een teken weg of veranderd. Haal hem opnieuw op."


def key_text(key: bytes) -> str:
    """Return a key of 32 bytes as one line: mark, key in base32, and eight signs of check."""
    if len(key) != BYTES:
        raise ValueError("a key of senders is 32 bytes")
    body = b32encode(key).decode().rstrip("=").lower()
    return f"{MERK}:{body}:{_check(body)}\n"


def key_of_text(text: str) -> bytes:
    """Return the 32 bytes of a line; BadInput says whether it is no key, or a damaged one."""
    parts = text.strip().lstrip("\ufeff").split(":")
    if parts[0] != MERK:
        raise BadInput([Fout("", "sleutel", GEEN)])
    try:
        _, body, check = parts
        key = b32decode(body.upper() + "=" * (-len(body) % 8))
    except ValueError:
        raise BadInput([Fout("", "sleutel", BESCHADIGD)]) from None
    if check != _check(body) or len(key) != BYTES:
        raise BadInput([Fout("", "sleutel", BESCHADIGD)])
    return key


def _check(body: str) -> str:
    return sha256(f"{MERK}:{body}".encode()).hexdigest()[:CONTROLE]
