"""Put a backup back in an empty installation, of whatever database, and bring it up to date."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from openlea.services.backup.begonnen import TABLE, alone, begin, end
from openlea.services.backup.bestanden import DATABASE, files_of, hash_file, part_hash, parts
from openlea.services.backup.inhoud import database_hash, told_tables
from openlea.services.backup.keten import mark_restored
from openlea.services.backup.lezen import Gelezen, read_whole
from openlea.services.backup.nummers import count_from
from openlea.services.backup.stand import apps_of, ends_of
from openlea.services.backup.tabellen import Model, read_lines, tables, write_rows
from openlea.services.backup.vorm import Lid, Manifest, Tabel, refused
from openlea.services.log_event import log_event
from openlea.services.tabellen.nieuw import is_empty, make_tables
from openlea.services.upgrade_database import upgrade_database
from openlea.storage.vault.sleutelbos import has_key

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Teruggezet:
    """What was restored; `zonder_sleutel` counts the files of the vault that have no key here.

    `gelogd` is no when the key of the log is not here yet: a line under a new key would make the
    log that was restored look forged. `catalogus` says why own declarations stayed as they were.
    """

    manifest: Manifest
    gelogd: bool
    zonder_sleutel: int
    catalogus: str = ""


def restore_backup(file: Path, tell: Tell = lambda _: None) -> Teruggezet:
    """Check the whole file, fill the empty installation and return what was restored.

    BadFile with the member and the reason before anything is written; Conflict when the
    installation is not empty. What is broken off can be begun again.
    """
    tell("back-up nakijken")
    backup = read_whole(file)
    ends_of(connection, backup.manifest.migraties)
    with alone():
        filled = begin()
        for deel, folder in parts().items():
            if deel in filled:
                tell(deel)
                _fill_part(backup, deel, folder)
        tell(DATABASE)
        _fill_database(backup)
        upgrade_database()
        logged = _logged(file, backup.manifest)
        end()
    return Teruggezet(
        manifest=backup.manifest,
        gelogd=logged,
        zonder_sleutel=_without_key(backup.manifest),
        catalogus=_stayed(backup.manifest, filled),
    )


def _fill_part(backup: Gelezen, deel: str, folder: Path) -> None:
    for lid in backup.manifest.leden:
        if lid.deel == deel:
            _put(backup, lid, folder / lid.pad)
    found = {pad: hash_file(folder / pad) for pad in files_of(folder)}
    if part_hash(found) != backup.manifest.delen.get(deel):
        raise refused(deel, "wat is teruggezet, is niet wat in de lijst staat.")


def _put(backup: Gelezen, lid: Lid, path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with backup.opened(lid) as body, path.open("xb") as out:
        shutil.copyfileobj(body, out, 1024 * 1024)
    path.chmod(0o600)


def _fill_database(backup: Gelezen) -> None:
    """Make the tables as they were then, put the rows in and read them again to compare."""
    manifest = backup.manifest
    _make_tables(ends_of(connection, manifest.migraties))
    apps = apps_of(connection, manifest.migraties)
    known = {one.naam: one for one in manifest.tabellen}
    with transaction.atomic():
        models = dict(tables(apps))
        if unknown := sorted(known.keys() ^ models.keys()):
            raise refused(unknown[0], "deze tabel hoort niet bij deze stand van de database.")
        for model in models.values():
            _empty(model)
        for lid in (one for one in manifest.leden if one.deel == DATABASE):
            _fill_table(backup, lid, known[lid.pad], models[lid.pad])
        found = {one.naam: one.inhoud for one in told_tables(connection, apps)}
        if database_hash(found) != manifest.delen.get(DATABASE):
            differs = next(naam for naam, one in known.items() if found[naam] != one.inhoud)
            raise refused(f"{DATABASE}/{differs}", "de rijen zijn niet die van de lijst.")


def _make_tables(stappen: list[tuple[str, str]]) -> None:
    """Make the tables as they were after these migrations; at once when that is as they are now."""
    executor = MigrationExecutor(connection)
    if is_empty(beside=frozenset({TABLE})) and set(stappen) == set(
        executor.loader.graph.leaf_nodes()
    ):
        make_tables()
    else:
        executor.migrate(stappen)


def _empty(model: Model) -> None:
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001
        cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours


def _fill_table(backup: Gelezen, lid: Lid, tabel: Tabel, model: Model) -> None:
    with backup.opened(lid) as body:
        lines = read_lines(body)
        names = [str(one) for one in next(lines, [])]
        if write_rows(connection, model, names, lines) != tabel.rijen:
            raise refused(lid.naam, "het aantal rijen is niet dat van de lijst.")
    count_from(connection, model, tabel.hoogste)


def _logged(file: Path, manifest: Manifest) -> bool:
    """Write in the log that a backup was restored, unless the chain would break by it."""
    if not mark_restored():
        return False
    log_event("back-up teruggezet", file.name, f"gemaakt {manifest.gemaakt_op}")
    return True


def _without_key(manifest: Manifest) -> int:
    vault = [Path(lid.pad).name for lid in manifest.leden if lid.deel == "vault"]
    return sum(not has_key(f"kluis/{name.partition('.')[0]}") for name in vault)


def _stayed(manifest: Manifest, filled: frozenset[str]) -> str:
    """Say that own declarations differ from those in the backup, when they do."""
    if "catalogus" in filled:
        return ""
    folder = parts()["catalogus"]
    found = {pad: hash_file(folder / pad) for pad in files_of(folder)}
    if part_hash(found) == manifest.delen.get("catalogus"):
        return ""
    return f"De map {folder} was al gevuld en bleef zoals zij is; in de back-up is zij anders."
