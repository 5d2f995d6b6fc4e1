"""Many pseudonyms at once: the same as policy.pseudonimiseren makes one by one, and much sooner.

A key is worked into SHA-256 once and its state is copied for every person (RFC 2104).
"""

from collections.abc import Sequence
from hashlib import sha256

from openlea.engines.base32 import base32_letters
from openlea.policy.pseudonimiseren import BYTES, MERK

BLOCK = 64
"""Bytes that SHA-256 takes at a time."""
LETTERS = BYTES * 8 // 5
_INNER, _OUTER = (bytes(one ^ mask for one in range(256)) for mask in (0x36, 0x5C))


def pseudoniemen(sleutels: Sequence[bytes], identificaties: Sequence[str]) -> list[str]:
    """Return the pseudonym of every text, in order; without keys there is none: ValueError."""
    if not sleutels:
        raise ValueError("a pseudonym needs a key")
    texts = list(identificaties)
    for sleutel in sleutels:
        texts = _under(sleutel, texts)
    return texts


def _under(sleutel: bytes, texts: Sequence[str]) -> list[str]:
    """Return 'p1-' and the letters of the HMAC of every text under one key."""
    padded = (sleutel if len(sleutel) <= BLOCK else sha256(sleutel).digest()).ljust(BLOCK, b"\0")
    inner, outer = sha256(padded.translate(_INNER)), sha256(padded.translate(_OUTER))
    digests = []
    for text in texts:
        first, second = inner.copy(), outer.copy()
        first.update(text.encode())
        second.update(first.digest())
        digests.append(second.digest()[:BYTES])
    letters = base32_letters(b"".join(digests)).decode()
    places = range(0, LETTERS * len(digests), LETTERS)
    return [MERK + letters[place : place + LETTERS] for place in places]
