"""Keeps an uploaded file for a day between choosing it and reading it in."""

import hashlib
import re
import time
from pathlib import Path

from django.conf import settings

from openlea.core.errors import NotFound
from openlea.policy.rechten import Actor

A_DAY = 24 * 60 * 60
_KEY = re.compile(r"[0-9a-f]{32}")


def fingerprint(content: bytes) -> str:
    """Return the mark of a file: the same content, the same mark."""
    return hashlib.sha256(content).hexdigest()[:32]


def park(actor: Actor, content: bytes) -> str:
    """Keep a file for a day and return its mark; what is older goes."""
    folder = _folder(actor)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in folder.iterdir():
        if old.stat().st_mtime < time.time() - A_DAY:
            old.unlink(missing_ok=True)
    key = fingerprint(content)
    (folder / key).write_bytes(content)
    return key


def fetch(actor: Actor, key: str) -> bytes:
    """Return a file by its mark; NotFound when it is gone or was never here."""
    file = _folder(actor) / key
    if not _KEY.fullmatch(key) or not file.is_file():
        raise NotFound("Dit bestand is er niet meer. Kies het opnieuw.")
    return file.read_bytes()


def release(actor: Actor, key: str) -> None:
    """Let go of a file that was read in."""
    if _KEY.fullmatch(key):
        (_folder(actor) / key).unlink(missing_ok=True)


def _folder(actor: Actor) -> Path:
    return Path(settings.DATA) / "wachtkamer" / str(actor.werkruimte)
