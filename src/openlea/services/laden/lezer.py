"""The fingerprint of what reads a source: when it changes, the same file is worth reading again."""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from openlea.catalogue import reading
from openlea.catalogue.shelf import SourceFile

_KIT = Path(reading.__file__).parent


def reader_of(source: SourceFile) -> str:
    """Return the sha256 of the source's file and of the reading kit that it works with."""
    return sha256(source.file.read_bytes() + _kit().encode()).hexdigest()


@lru_cache(maxsize=1)
def _kit() -> str:
    whole = sha256()
    for file in sorted(_KIT.glob("*.py")):
        whole.update(file.read_bytes())
    return whole.hexdigest()
