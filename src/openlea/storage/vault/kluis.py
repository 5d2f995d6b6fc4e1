"""The vault: rows about persons as sealed files, one key each; opened in memory alone."""

import os
import re
import secrets
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import polars as pl
from django.conf import settings

from openlea.core.errors import BadFile, Fout, NotFound
from openlea.storage.vault.envelop import Vak, open_file, seal_file
from openlea.storage.vault.sleutelbos import (
    destroy_key,
    has_key,
    key_of,
    keys_under,
    opened_key,
    sync_folder,
)

SOORT = ".kluis"
NUMMER = re.compile(r"\.?([0-9a-f]{2,32})\.")
WEG = "Het bestand van deze aanlevering is er niet (meer)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzegeld:
    """What is known of a sealed file: sha-256 and size in bytes, both of what lies on disk."""

    sha256: str
    grootte: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A file or key that was found: its number, and when it was written, in seconds since 1970."""

    nummer: str
    file: Path
    moment: float


def new_number() -> str:
    """Return a number for the vault that nobody can guess and that says nothing."""
    return secrets.token_hex(16)


def write(vak: Vak, rows: pl.DataFrame) -> Verzegeld:
    """Seal rows with a new key of their own; only sealed bytes ever reach the disk."""
    if has_key(_key(vak.nummer)):
        raise ValueError("a number of the vault is used once")
    plain = BytesIO()
    rows.write_parquet(plain, compression="zstd", statistics=False)
    sealed = seal_file(key_of(_key(vak.nummer)), vak, plain.getvalue())
    _place(_file(vak), sealed)
    return Verzegeld(sha256=sha256(sealed).hexdigest(), grootte=len(sealed))


def read(vak: Vak) -> pl.DataFrame:
    """Return the rows, in memory; NotFound when key or file is gone, BadFile when it is damaged."""
    key = opened_key(_key(vak.nummer))
    try:
        sealed = _file(vak).read_bytes()
    except FileNotFoundError:
        raise NotFound(WEG) from None
    plain = open_file(key, vak, sealed)
    try:
        return pl.read_parquet(BytesIO(plain))
    except pl.exceptions.PolarsError:
        reden = "de inhoud is geen tabel."
        raise BadFile([Fout(f"kluis {vak.nummer}", "", reden)]) from None


def is_readable(vak: Vak) -> bool:
    """Return whether both the file and its key are there; it is not opened."""
    return has_key(_key(vak.nummer)) and _file(vak).is_file()


def erase(vak: Vak) -> None:
    """Destroy the key first, then the file: after the first no copy can be read, wherever it is."""
    destroy_key(_key(vak.nummer))
    file = _file(vak)
    if file.exists():
        file.unlink(missing_ok=True)
        sync_folder(file.parent)


def found_files() -> list[Rest]:
    """Return every file and key of the vault, half ones too: those stand under their own name."""
    folders = (*Path(settings.VAULT).glob("*/*"), *keys_under("kluis"))
    matches = [(NUMMER.match(file.name), file) for file in folders]
    return [
        Rest(nummer=found[1], file=file, moment=file.stat().st_mtime)
        for found, file in matches
        if found and file.is_file()
    ]


def remove_rest(rest: Rest) -> None:
    """Destroy the key of a number that nothing refers to, and the file that was found of it."""
    destroy_key(_key(rest.nummer))
    if rest.file.exists():
        rest.file.unlink(missing_ok=True)
        sync_folder(rest.file.parent)


def _key(number: str) -> str:
    return f"kluis/{number}"


def _file(vak: Vak) -> Path:
    return Path(settings.VAULT) / vak.werkruimte / f"{vak.nummer}{SOORT}"


def _place(file: Path, sealed: bytes) -> None:
    """Write beside the place and move there: a file of the vault is whole or it is not there."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{secrets.token_hex(6)}")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(opened, "wb") as out:
        out.write(sealed)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(file)
    sync_folder(file.parent)
