"""Bring the tables of the database up to date; of several who begin at once, one does it."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from openlea.services.seal_log import seal_log
from openlea.services.tabellen.nieuw import is_empty, make_tables

_LOCK = 0x4C4541
"""The number of this lock in PostgreSQL: the letters LEA."""


def upgrade_database() -> None:
    """Run what is new of the migrations; who comes second waits and finds nothing left to do.

    An empty database gets its tables in one step.
    """
    with _alone():
        if is_empty():
            make_tables()
            return
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0)
            # Lines that an older version wrote get their seal now, not at somebody's first click.
            seal_log()


@contextmanager
def _alone() -> Iterator[None]:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
        return
    folder = Path(settings.DATA)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (folder / ".bijwerken.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield
