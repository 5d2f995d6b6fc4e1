"""What is in the database at one moment, table by table, with a hash of each."""

import gzip
import tempfile
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import IO, Any

from django.apps.registry import Apps
from django.db.backends.base.base import BaseDatabaseWrapper

from openlea.services.backup.nummers import last_number
from openlea.services.backup.tabellen import (
    Inhoud,
    Model,
    as_line,
    columns,
    read_rows,
    tables,
)
from openlea.services.backup.vorm import Tabel

LOG, HOOFD = "records.logregel", "records.logketen"
_IN_MEMORY = 8 * 1024 * 1024


def told_tables(
    connection: BaseDatabaseWrapper, apps: Apps, log_upto: int | None = None
) -> list[Tabel]:
    """Return every table with its hash; of the log up to a number, when one is given."""
    return [
        _told(connection, name, model, log_upto if name == LOG else None)
        for name, model in tables(apps).items()
    ]


def _told(connection: BaseDatabaseWrapper, name: str, model: Model, upto: int | None) -> Tabel:
    inhoud = Inhoud(model)
    for row in read_rows(model, connection.alias, upto):
        inhoud.add(row)
    return _tabel(connection, name, model, inhoud)


def packed_tables(
    connection: BaseDatabaseWrapper, apps: Apps, tell: Callable[[str], None]
) -> Iterator[tuple[Tabel, IO[bytes], int]]:
    """Yield every table, its rows packed in a file that has no name, and their size unpacked."""
    for name, model in tables(apps).items():
        tell(name)
        with tempfile.SpooledTemporaryFile(_IN_MEMORY) as packed:
            inhoud, size = _pack(connection, model, packed)
            packed.seek(0)
            yield _tabel(connection, name, model, inhoud), packed, size


def _pack(connection: BaseDatabaseWrapper, model: Model, packed: Any) -> tuple[Inhoud, int]:
    inhoud, head = Inhoud(model), as_line([one.column for one in columns(model)])
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=6, mtime=0) as out:
        size = out.write(head)
        for row in read_rows(model, connection.alias):
            inhoud.add(row)
            size += out.write(as_line(row))
    return inhoud, size


def _tabel(connection: BaseDatabaseWrapper, name: str, model: Model, inhoud: Inhoud) -> Tabel:
    return Tabel(
        naam=name,
        rijen=inhoud.rijen,
        hoogste=last_number(connection, model),
        inhoud=inhoud.hexdigest(),
    )


def database_hash(tabellen: Mapping[str, str]) -> str:
    """Return one hash of the database, of the hash by table."""
    lines = "".join(f"{tabellen[naam]}  {naam}\n" for naam in sorted(tabellen))
    return sha256(lines.encode()).hexdigest()
