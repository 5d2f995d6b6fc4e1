"""Makes every table of an empty database as it is today, and notes that no migration is left.

Walking all migrations draws all models again after each step, which takes half a minute; an empty
database has nothing to bring along. A test holds that both ways end in the same tables.
"""

from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def is_empty(beside: frozenset[str] = frozenset()) -> bool:
    """Return whether the database holds no table at all, not counting those named."""
    return beside.issuperset(connection.introspection.table_names())


def make_tables() -> None:
    """Make the tables of all apps; the database must be empty, and no transaction open."""
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.managed and not model._meta.proxy:  # noqa: SLF001  # Django's own name
                editor.create_model(model)
        # In the same transaction: tables without this note would be made a second time for ever.
        editor.create_model(MigrationRecorder.Migration)
        mark_migrations()
    emit_post_migrate_signal(verbosity=0, interactive=False, db=connection.alias)


def mark_migrations() -> None:
    """Note every migration as applied, those that others replace included."""
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    loader = MigrationLoader(None, ignore_no_migrations=True)
    for app, name in sorted(loader.disk_migrations):
        recorder.record_applied(app, name)
