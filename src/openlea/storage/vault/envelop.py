"""Seals a file in numbered pieces, so that one that was cut, mixed or changed does not open.

Format 1: the mark, the version, 7 random bytes; then pieces of 1 MiB, each with its own tag
(AES-256-GCM). The nonce of a piece is those 7 bytes, its number and whether it is the last; all
of the head, and to whom the file belongs, is bound to every piece.
"""

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from openlea.core.errors import BadFile, Fout

MERK, VERSIE = b"OPENLEA-KLUIS", 1
STUK, ZEGEL, ZAAD = 1024 * 1024, 16, 7
KOP = len(MERK) + 1 + ZAAD
MOST_PIECES = 2**32


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """Where a file belongs: slug of the werkruimte, id of the registration, number in the vault."""

    werkruimte: str
    registratie: str
    nummer: str


def seal_file(key: bytes, vak: Vak, plain: bytes) -> bytes:
    """Return the bytes sealed for one place with a key of 32 bytes that seals nothing else."""
    head = MERK + bytes([VERSIE]) + secrets.token_bytes(ZAAD)
    cipher, bound = AESGCM(key), _bound(head, vak)
    sealed = [
        cipher.encrypt(_nonce(head, number, last=last), piece, bound)
        for number, last, piece in _pieces(plain, STUK)
    ]
    return b"".join([head, *sealed])


def open_file(key: bytes, vak: Vak, sealed: bytes) -> bytes:
    """Return the bytes again; BadFile with the reason when anything of it is not as it was."""
    head = sealed[:KOP]
    _refuse_strange(vak, head, len(sealed))
    cipher, bound = AESGCM(key), _bound(head, vak)
    return b"".join(
        _opened(cipher, bound, vak, (head, number, last, piece))
        for number, last, piece in _pieces(sealed[KOP:], STUK + ZEGEL)
    )


def _refuse_strange(vak: Vak, head: bytes, length: int) -> None:
    if not head.startswith(MERK):
        raise _refused(vak, "dit is geen bestand van de kluis.")
    if length < KOP + ZEGEL:
        raise _refused(vak, "het bestand is ingekort.")
    if head[len(MERK)] != VERSIE:
        reden = f"dit bestand heeft vorm {head[len(MERK)]}; deze versie leest vorm {VERSIE}."
        raise _refused(vak, reden)


def _opened(cipher: AESGCM, bound: bytes, vak: Vak, piece: tuple[bytes, int, bool, bytes]) -> bytes:
    """Return one piece; when it does not open, say whether the file ends too early or too late."""
    head, number, last, body = piece
    try:
        return cipher.decrypt(_nonce(head, number, last=last), body, bound)
    except InvalidTag:
        pass
    try:
        cipher.decrypt(_nonce(head, number, last=not last), body, bound)
    except InvalidTag:
        reden = (
            f"deel {number + 1} opent niet: het is gewijzigd of verwisseld, "
            "of het hoort bij een andere sleutel of aanlevering."
        )
        raise _refused(vak, reden) from None
    raise _refused(vak, f"het bestand is {'ingekort' if last else 'verlengd'}.")


def _pieces(body: bytes, size: int) -> Iterator[tuple[int, bool, bytes]]:
    """Yield number, whether it is the last, and the bytes; nothing at all is one empty piece."""
    count = max(1, -(-len(body) // size))
    if count > MOST_PIECES:
        raise ValueError("a file of the vault has at most 2**32 pieces")
    for number in range(count):
        yield number, number == count - 1, body[number * size : (number + 1) * size]


def _nonce(head: bytes, number: int, *, last: bool) -> bytes:
    return head[-ZAAD:] + number.to_bytes(4) + bytes([last])


def _bound(head: bytes, vak: Vak) -> bytes:
    """Return what every piece is bound to; JSON keeps 'a','bc' apart from 'ab','c'."""
    return head + json.dumps([vak.werkruimte, vak.registratie, vak.nummer]).encode()


def _refused(vak: Vak, reden: str) -> BadFile:
    return BadFile([Fout(f"kluis {vak.nummer}", "", reden)])
