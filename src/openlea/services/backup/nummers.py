"""The last number that each table gave out, so that no number is given out a second time."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from openlea.services.backup.tabellen import Model


def last_number(connection: BaseDatabaseWrapper, model: Model) -> int:
    """Return the highest number that was ever given out, also to what is removed; 0 is none."""
    if not _is_counted(model):
        return 0
    table = model._meta.db_table  # noqa: SLF001
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
            return _number(cursor.fetchone())
        sequence = _sequence(cursor, connection, model)
        cursor.execute(
            f"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM {sequence}"  # noqa: S608
        )
        return _number(cursor.fetchone())


def count_from(connection: BaseDatabaseWrapper, model: Model, last: int) -> None:
    """Let a table go on behind a number."""
    if not _is_counted(model) or last < 1:
        return
    table = model._meta.db_table  # noqa: SLF001
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [table, last])
        else:
            sequence = _sequence(cursor, connection, model)
            cursor.execute("SELECT setval(%s::regclass, %s)", [sequence, last])


def _is_counted(model: Model) -> bool:
    return isinstance(model._meta.pk, models.AutoField)  # noqa: SLF001


def _sequence(cursor: Any, connection: BaseDatabaseWrapper, model: Model) -> str:
    meta = model._meta  # noqa: SLF001
    table = connection.ops.quote_name(meta.db_table)
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [table, meta.pk.column])
    return str(cursor.fetchone()[0])


def _number(row: Any) -> int:
    return int(row[0]) if row else 0
