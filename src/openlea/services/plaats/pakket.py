"""Packs files into one zip, whole or while they are made, always the same bytes for the same."""

from collections.abc import Iterable, Iterator
from io import RawIOBase
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

BEGIN = (1980, 1, 1, 0, 0, 0)
"""The day a file in a zip has without a day of its own."""
ENOUGH = 64 * 1024


class _Drain(RawIOBase):
    """Holds what was written until it is taken."""

    def __init__(self) -> None:
        self.held = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: Any) -> int:
        self.held += content
        return len(content)

    def take(self) -> bytes:
        taken = bytes(self.held)
        self.held.clear()
        return taken


def pack(files: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """Yield a zip of files by name, piece by piece, so that it begins before the last is made."""
    drain = _Drain()
    with ZipFile(drain, "w", ZIP_DEFLATED) as packed:
        for naam, content in files:
            entry = ZipInfo(naam, BEGIN)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            packed.writestr(entry, content)
            if len(drain.held) >= ENOUGH:
                yield drain.take()
    yield drain.take()
