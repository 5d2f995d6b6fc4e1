"""The keys of this installation: one small file per key, outside the data and outside backups."""

import os
import re
import secrets
from pathlib import Path

from django.conf import settings

from openlea.core.errors import NotFound

BYTES = 32
NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*(/[a-z0-9][a-z0-9_.-]*)*")
LOGBOEK, VELD = "logboek", "veld"
"""The key that seals the log; the key that encrypts single fields in the database."""


def key_of(name: str) -> bytes:
    """Return the 32 bytes of a key, made when it is not there yet.

    Names: 'logboek', 'veld', 'pseudoniem/<werkruimte>/<n>', 'afzender/<werkruimte>', 'kluis/<id>'.
    """
    try:
        return opened_key(name)
    except NotFound:
        _make(_file(name))
    return opened_key(name)


def opened_key(name: str) -> bytes:
    """Return the 32 bytes of a key that must exist; NotFound when it was destroyed or never was."""
    try:
        found = _file(name).read_bytes()
    except FileNotFoundError:
        raise NotFound("De sleutel is er niet (meer).") from None
    if len(found) != BYTES:
        raise NotFound("De sleutel is beschadigd.")
    return found


def has_key(name: str) -> bool:
    """Return whether a key exists."""
    return _file(name).is_file()


def keys_under(folder: str) -> list[Path]:
    """Return the files of the keys whose name begins with 'folder/', half-made ones included."""
    return sorted(file for file in _file(f"{folder}/x").parent.glob("*") if file.is_file())


def remove_halves(before: float) -> int:
    """Remove what a key that was being made left beside it; return how many there were.

    `before` is in seconds since 1970: one that is being made at this moment stays.
    """
    halves = [file for file in Path(settings.SLEUTELS).rglob(".*.sleutel.*") if file.is_file()]
    old = [file for file in halves if file.stat().st_mtime <= before]
    for file in old:
        file.unlink(missing_ok=True)
        sync_folder(file.parent)
    return len(old)


def destroy_key(name: str) -> None:
    """Overwrite and remove a key; what it encrypted can never be read again, backups included."""
    file = _file(name)
    if not file.is_file():
        return
    with file.open("r+b") as opened:
        opened.write(secrets.token_bytes(BYTES))
        opened.flush()
        os.fsync(opened.fileno())
    file.unlink()
    sync_folder(file.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that the folder itself remembers what was added or removed."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _file(name: str) -> Path:
    if not NAME.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a key")
    return Path(settings.SLEUTELS) / f"{name}.sleutel"


def _make(file: Path) -> None:
    """Write a new key beside its place and link it there: the first wins, nothing is half."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(opened, secrets.token_bytes(BYTES))
        os.fsync(opened)
    finally:
        os.close(opened)
    try:
        os.link(beside, file)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
    sync_folder(file.parent)
