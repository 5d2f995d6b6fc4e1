"""Seals all keys together with a passphrase, to keep them apart from the backups.

Form 1: the mark, the version, 16 bytes of salt, 12 of nonce; then JSON under AES-256-GCM with a key
that scrypt (n=2^17, r=8, p=1) makes of the passphrase. The head is bound to what is sealed.
"""

import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from openlea.core.errors import BadFile, Fout

MERK, VERSIE = b"OPENLEA-SLEUTELS", 1
ZOUT, NONCE = 16, 12
KOP = len(MERK) + 1 + ZOUT + NONCE
_N, _R, _P = 2**17, 8, 1


def seal_keys(keys: Mapping[str, bytes], passphrase: str) -> bytes:
    """Return all keys by name as one sealed file."""
    head = MERK + bytes([VERSIE]) + secrets.token_bytes(ZOUT + NONCE)
    plain = json.dumps({name: b64encode(key).decode() for name, key in sorted(keys.items())})
    return head + _cipher(head, passphrase).encrypt(head[-NONCE:], plain.encode(), head)


def open_keys(sealed: bytes, passphrase: str) -> Mapping[str, bytes]:
    """Return the keys by name; BadFile for another passphrase or a file that was changed."""
    head = sealed[:KOP]
    if len(head) < KOP or not head.startswith(MERK + bytes([VERSIE])):
        raise _refused("dit is geen bestand met sleutels dat deze versie leest.")
    try:
        plain = _cipher(head, passphrase).decrypt(head[-NONCE:], sealed[KOP:], head)
    except InvalidTag:
        raise _refused("de wachtzin is een andere, of het bestand is gewijzigd.") from None
    return {name: b64decode(key) for name, key in json.loads(plain).items()}


def _cipher(head: bytes, passphrase: str) -> AESGCM:
    salt = head[-(ZOUT + NONCE) : -NONCE]
    return AESGCM(Scrypt(salt, 32, _N, _R, _P).derive(passphrase.encode()))


def _refused(reden: str) -> BadFile:
    return BadFile([Fout("sleutels", "", reden)])
