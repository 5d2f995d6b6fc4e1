"""The database as it is at one moment, while others go on writing in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

ALIAS = "momentopname"


@contextmanager
def snapshot() -> Iterator[BaseDatabaseWrapper]:
    """Open the database at one moment, to read alone; nobody waits for it.

    SQLite keeps that moment for who began to read (WAL), PostgreSQL under REPEATABLE READ.
    """
    setting = deepcopy(dict(connections.databases["default"]))
    if setting["ENGINE"].endswith("sqlite3"):
        setting["OPTIONS"] = {**setting["OPTIONS"], "transaction_mode": "DEFERRED"}
    connections.databases[ALIAS] = setting
    connection = connections[ALIAS]
    try:
        with transaction.atomic(using=ALIAS), connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            # The first question is what fixes the moment.
            cursor.execute("SELECT COUNT(*) FROM django_migrations")
            yield connection
    finally:
        connection.close()
        del connections[ALIAS]
        del connections.databases[ALIAS]
