"""Says that a restore began and is not over, in the folder of the data and in the database.

Both carry the same mark, so that what is begun again never clears another database.
"""

import fcntl
import json
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import connection, transaction

from openlea.core.errors import Conflict
from openlea.services.backup.bestanden import files_of, parts

MARK = "terugzetten.bezig"
TABLE = "openlea_terugzetten"
_CONTENT = ("records_persoon", "records_werkruimte")
VOL = (
    "In deze installatie staan al gegevens ({}). Terugzetten kan alleen in een lege: geef een "
    "nieuwe map met --data en een lege database, of maak eerst een back-up en maak ze leeg."
)


def mark_file() -> Path:
    """Return the file that stands there as long as a restore is not over."""
    return Path(settings.DATA) / MARK


@contextmanager
def alone() -> Iterator[None]:
    """Hold the lock of restoring; Conflict when somebody else restores here now."""
    folder = Path(settings.DATA)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / ".terugzetten.slot").open("w") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Conflict("Hier wordt op dit moment al een back-up teruggezet.") from error
        yield


def begin() -> frozenset[str]:
    """Make the place empty, mark that a restore began, and return the parts that are to be filled.

    Conflict when anything is there that an earlier, broken-off restore did not put there.
    """
    told = _told()
    if told is None:
        _refuse_filled()
        delen = [deel for deel, folder in parts().items() if not any(files_of(folder))]
        told = {"merk": secrets.token_hex(16), "delen": delen}
        _write(mark_file(), json.dumps(told))
    elif _has_content() and _mark_in_database() != told["merk"]:
        raise Conflict(VOL.format("de database"))
    for deel in told["delen"]:
        _clear(parts()[deel])
    clear_database()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE {TABLE} (merk varchar(40) NOT NULL)")
        cursor.execute(f"INSERT INTO {TABLE} (merk) VALUES (%s)", [told["merk"]])  # noqa: S608
    return frozenset(told["delen"])


def end() -> None:
    """Take both marks away: the restore is over."""
    mark_file().unlink()
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {TABLE}")


def _told() -> Any:
    return json.loads(mark_file().read_text()) if mark_file().exists() else None


def _refuse_filled() -> None:
    if _has_content():
        raise Conflict(VOL.format("de database"))
    if others := sorted(set(connection.introspection.table_names()) - _ours()):
        raise Conflict(VOL.format(f"in de database de tabel {others[0]} van iets anders"))
    for deel, folder in parts().items():
        # Own declarations often come with the installation; these stay as they are.
        if deel != "catalogus" and any(files_of(folder)):
            raise Conflict(VOL.format(f"de map {folder}"))


def _ours() -> set[str]:
    """Return the names of the tables that this product makes itself."""
    models = apps.get_models(include_auto_created=True)
    return {TABLE, "django_migrations", *(one._meta.db_table for one in models)}  # noqa: SLF001


def _has_content() -> bool:
    """Return whether the database holds an account or a werkruimte."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in there.intersection(_CONTENT):
            cursor.execute(f"SELECT 1 FROM {table} LIMIT 1")  # noqa: S608 - a name of ours
            if cursor.fetchone():
                return True
    return False


def _mark_in_database() -> str:
    if TABLE not in connection.introspection.table_names():
        return ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT merk FROM {TABLE}")  # noqa: S608 - a name of ours
        return str(next(iter(cursor.fetchone() or ()), ""))


def clear_database() -> None:
    """Take every table away; SQLite loses its file."""
    if connection.vendor == "sqlite":
        connection.close()
        for suffix in ("", "-wal", "-shm"):
            Path(f"{connection.settings_dict['NAME']}{suffix}").unlink(missing_ok=True)
        return
    quote = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"DROP TABLE {quote(table)} CASCADE")


def _clear(folder: Path) -> None:
    """Empty a folder that was empty when the restore began; keys inside it stay."""
    for pad in list(files_of(folder)):
        (folder / pad).unlink()
    for log in folder.glob("**/_delta_log"):
        shutil.rmtree(log)


def _write(file: Path, text: str) -> None:
    with file.open("w") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
