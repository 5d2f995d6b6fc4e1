"""Make a backup: everything that people brought in, in one file, while they go on working."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import quote

from django.apps.registry import Apps
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model
from django.db.models.query import QuerySet
from django.utils import timezone

from openlea.core.errors import Conflict
from openlea.services.backup.bestanden import DATABASE, NOOIT, files_of, part_hash, parts
from openlea.services.backup.inhoud import database_hash, packed_tables
from openlea.services.backup.momentopname import snapshot
from openlea.services.backup.schrijven import Archief, header
from openlea.services.backup.stand import applied, apps_of
from openlea.services.backup.tabellen import LEFT_OUT
from openlea.services.backup.vorm import MANIFEST, VORM, Lid, Manifest, Tabel
from openlea.services.log_event import log_event

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Made:
    """What was written so far."""

    archief: Archief
    leden: list[Lid]
    afwezig: list[str]


def make_backup(file: Path, tell: Tell = lambda _: None) -> Manifest:
    """Write a backup to a new file and return its list; Conflict when the file is there already.

    The file appears whole or not at all. Keys never go along. `tell` hears what is being copied.
    """
    if file.exists():
        raise Conflict(f"{file} bestaat al. Kies een andere naam.")
    beside = file.with_name(f".{file.name}.deel")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(opened, "wb") as out:
            manifest = _written(out, tell)
            out.flush()
            os.fsync(out.fileno())
        beside.rename(file)
    finally:
        beside.unlink(missing_ok=True)
    # Before an update is finished the log may lack columns; that must not cost the backup.
    with suppress(DatabaseError):
        log_event("back-up gemaakt", file.name, f"inhoud {manifest.delen[DATABASE][:16]}")
    return manifest


def _written(out: BinaryIO, tell: Tell) -> Manifest:
    """Write it all: the database at one moment, and after that the files it speaks of."""
    made = _Made(Archief(out), [], [])
    begun = timezone.now().isoformat()
    with snapshot() as connection:
        migraties = applied(connection)
        apps = apps_of(connection, migraties)
        tabellen = _add_tables(made, connection, apps, tell)
        delen = {DATABASE: database_hash({one.naam: one.inhoud for one in tabellen})}
        for deel, folder in parts().items():
            tell(deel)
            delen[deel] = _add_files(made, deel, folder)
        made.afwezig.extend(_gone(apps, connection.alias, made.leden))
        vendor = connection.vendor
    manifest = Manifest(
        vorm=VORM,
        release=version("openlea"),
        gemaakt_op=begun,
        database=vendor,
        migraties=migraties,
        tabellen=tabellen,
        leden=made.leden,
        delen=delen,
        afwezig=sorted(set(made.afwezig)),
        weggelaten=[*NOOIT, *LEFT_OUT.values()],
    )
    body = manifest.as_bytes()
    made.archief.add(MANIFEST, len(body), BytesIO(body))
    made.archief.close()
    return manifest


def _add_tables(
    made: _Made, connection: BaseDatabaseWrapper, apps: Apps, tell: Tell
) -> list[Tabel]:
    tabellen = []
    for tabel, packed, groot in packed_tables(connection, apps, tell):
        size = packed.seek(0, os.SEEK_END)
        packed.seek(0)
        naam = f"{DATABASE}/{tabel.naam}.jsonl.gz"
        sha = made.archief.add(naam, size, packed)
        lid = Lid(naam=naam, bytes=size, sha256=sha, deel=DATABASE, pad=tabel.naam, groot=groot)
        made.leden.append(lid)
        tabellen.append(tabel)
    return tabellen


def _add_files(made: _Made, deel: str, folder: Path) -> str:
    """Add the files of a part and return its hash; what was erased meanwhile is told."""
    hashes: dict[str, str] = {}
    for pad in files_of(folder):
        naam = _name(deel, pad)
        try:
            opened = (folder / pad).open("rb")
        except FileNotFoundError:
            made.afwezig.append(f"{deel}/{pad}")
            continue
        with opened:
            size = os.fstat(opened.fileno()).st_size
            hashes[pad] = made.archief.add(naam, size, opened)
        lid = Lid(naam=naam, bytes=size, sha256=hashes[pad], deel=deel, pad=pad, groot=size)
        made.leden.append(lid)
    return part_hash(hashes)


def _name(deel: str, pad: str) -> str:
    """Return the name in the archive; what a plain tar can't name is under its hash."""
    naam = f"{deel}/{quote(pad)}"
    try:
        header(naam, 0)
    except ValueError:
        return f"{deel}/{sha256(pad.encode()).hexdigest()}"
    return naam


def _gone(apps: Apps, alias: str, leden: list[Lid]) -> list[str]:
    """Return the files that a row speaks of and that were gone when it was their turn."""
    there = {(lid.deel, lid.pad) for lid in leden}
    missing = [("documenten", str(one)) for (one,) in _column(apps, alias, "Document", "bestand")]
    kept = _column(apps, alias, "Aanlevering", "werkruimte__slug", "kluis", gewist_op=None)
    missing += [("vault", f"{slug}/{kluis}.kluis") for slug, kluis in kept]
    return [f"{deel}/{pad}" for deel, pad in missing if pad and (deel, pad) not in there]


def _column(apps: Apps, alias: str, model: str, *names: str, **chosen: None) -> list[Any]:
    """Return columns of a table; nothing when the database is from before there was one."""
    try:
        rows: QuerySet[Model] = QuerySet(apps.get_model("records", model), using=alias)
    except LookupError:
        return []
    return list(rows.filter(**chosen).values_list(*names))
