"""Writes the archive of a backup: a plain tar, with behind it one hash of every byte before.

Any tar program can list and unpack it. A header holds nothing but a name and a size, so that there
is one way to read it; the hash behind the end makes that no byte can change unseen.
"""

import shutil
import tarfile
from hashlib import sha256
from typing import BinaryIO, Protocol

BLOK = tarfile.BLOCKSIZE
MERK = b"sha256 "
STAART = len(MERK) + 64 + 1
_PIECE = 1024 * 1024


class Stroom(Protocol):
    """What can be read piece by piece."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes; nothing at the end."""
        ...


class Archief:
    """An archive that is being written; nothing of it is kept in memory."""

    def __init__(self, out: BinaryIO) -> None:
        """Write to an open file."""
        self._out = out
        self._hash = sha256()

    def add(self, naam: str, size: int, body: Stroom) -> str:
        """Add a member of exactly so many bytes, and return its sha-256."""
        self._write(header(naam, size))
        own, left = sha256(), size
        while left:
            piece = body.read(min(left, _PIECE))
            if not piece:
                raise OSError(f"{naam} werd korter terwijl het werd gekopieerd")
            own.update(piece)
            self._write(piece)
            left -= len(piece)
        self._write(bytes(-size % BLOK))
        return own.hexdigest()

    def close(self) -> None:
        """Write the end, and the hash behind it."""
        self._write(bytes(2 * BLOK))
        self._out.write(MERK + self._hash.hexdigest().encode() + b"\n")

    def _write(self, piece: bytes) -> None:
        self._hash.update(piece)
        self._out.write(piece)


def header(naam: str, size: int) -> bytes:
    """Return the header of a member; ValueError for a name that a plain tar can't hold."""
    info = tarfile.TarInfo(naam)
    info.size, info.mode = size, 0o600
    return info.tobuf(tarfile.USTAR_FORMAT, "ascii", "strict")


def copy_exactly(body: BinaryIO, out: BinaryIO) -> None:
    """Copy what is left of one file to another."""
    shutil.copyfileobj(body, out, _PIECE)
