"""Put keys back from a sealed file; what is here stays, and what was erased stays erased."""

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from openlea.core.logboek import Logsoort
from openlea.services.backup.keten import mark_restored
from openlea.services.keep_sleutels import GEHEIM
from openlea.services.log_event import log_event
from openlea.storage.records.models import Aanlevering
from openlea.storage.vault.bundel import open_keys
from openlea.storage.vault.sleutelbos import NAME, opened_key, sync_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Terug:
    """How many keys came back, were here already, and did not come because they were erased.

    `anders` names the keys that are here already and differ; those stay as they are.
    """

    terug: int
    bleven: int
    gewist: int
    anders: tuple[str, ...] = ()


def return_sleutels(file: Path, passphrase: str) -> Terug:
    """Put the keys back that are not here; BadFile for another passphrase or a changed file."""
    keys = open_keys(file.read_bytes(), passphrase)
    erased = _erased()
    wanted = {name: key for name, key in keys.items() if name not in erased}
    made = {name: _put(name, key) for name, key in wanted.items() if NAME.fullmatch(name)}
    done = Terug(
        terug=sum(made.values()),
        bleven=len(made) - sum(made.values()),
        gewist=len(keys) - len(wanted),
        anders=tuple(name for name in made if _is_other(name, wanted[name])),
    )
    if done.terug:
        _log(file, done)
    return done


def _is_other(name: str, key: bytes) -> bool:
    """Return whether another key stands here under this name."""
    return name != GEHEIM and opened_key(name) != key


def _erased() -> set[str]:
    """Return the keys of deliveries that this database knows to be erased."""
    try:
        gone = Aanlevering.objects.exclude(gewist_op=None).values_list("kluis", flat=True)
        return {f"kluis/{one}" for one in gone}
    except DatabaseError:  # the keys came first; the database is still empty
        return set()


def _put(name: str, key: bytes) -> bool:
    """Write a key when it is not there yet, and return whether it was written."""
    place = Path(settings.SLEUTELS) / f"{name}.sleutel"
    if name == GEHEIM:
        return _put_secret(key)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        opened = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(opened, "wb") as out:
        out.write(key)
        out.flush()
        os.fsync(out.fileno())
    sync_folder(place.parent)
    return True


def _put_secret(key: bytes) -> bool:
    """Put the key for sessions and links in its file, unless the settings name another one."""
    file = Path(settings.DATA) / "geheim.sleutel"
    if not file.exists() or settings.SECRET_KEY.encode() == key:
        return False
    file.write_bytes(key)
    return True


def _log(file: Path, done: Terug) -> None:
    try:
        mark_restored()
        log_event("sleutels teruggezet", file.name, f"{done.terug} terug", soort=Logsoort.SYSTEEM)
    except DatabaseError:
        return
