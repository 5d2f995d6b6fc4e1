"""Where a file waits before it is taken in: one day, under a name nobody can guess."""

import os
import re
import secrets
import time
from pathlib import Path

from django.conf import settings

LANGSTE_WACHT = 24 * 60 * 60
"""Seconds; after that a file is gone, whether it was taken in or not."""
_NAME = re.compile(r"[\w-]{20,64}")


def put(content: bytes, name: str = "") -> str:
    """Keep a file and return the name to find it by; with a name it takes the place of that one."""
    _sweep()
    name = name if _NAME.fullmatch(name) else secrets.token_urlsafe(32)
    # Written beside and put in place whole, so that a half file is never read.
    beside = _folder() / f"{name}.nieuw"
    with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
    beside.replace(_folder() / name)
    return name


def take(name: str) -> bytes | None:
    """Return a file that still waits, or None."""
    file = _folder() / name
    if not _NAME.fullmatch(name) or not file.exists() or _is_old(file):
        return None
    return file.read_bytes()


def drop(name: str) -> None:
    """Remove a file."""
    if _NAME.fullmatch(name):
        (_folder() / name).unlink(missing_ok=True)


def _folder() -> Path:
    folder = Path(settings.DATA) / "inlezen"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _is_old(file: Path) -> bool:
    return time.time() - file.stat().st_mtime > LANGSTE_WACHT


def _sweep() -> None:
    for file in _folder().iterdir():
        if _is_old(file):
            file.unlink(missing_ok=True)
