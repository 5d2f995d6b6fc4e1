"""Which migrations a database has had, and the tables as they are in that state."""

from collections.abc import Iterable, Mapping, Sequence

from django.apps.registry import Apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

from openlea.services.backup.vorm import refused

Stap = tuple[str, str]


def applied(connection: BaseDatabaseWrapper) -> dict[str, list[str]]:
    """Return the names of the migrations a database has had, by app."""
    found: dict[str, list[str]] = {}
    for app, name in sorted(MigrationLoader(connection).applied_migrations or ()):
        found.setdefault(app, []).append(name)
    return found


def apps_of(connection: BaseDatabaseWrapper, migraties: Mapping[str, Iterable[str]]) -> Apps:
    """Return the tables as they are after these migrations; BadFile when one is unknown here."""
    loader, ends = _ends(connection, migraties)
    return loader.project_state(ends).apps


def ends_of(connection: BaseDatabaseWrapper, migraties: Mapping[str, Iterable[str]]) -> list[Stap]:
    """Return the last of these migrations per app; BadFile when one is unknown here."""
    return _ends(connection, migraties)[1]


def _ends(
    connection: BaseDatabaseWrapper, migraties: Mapping[str, Iterable[str]]
) -> tuple[MigrationLoader, list[Stap]]:
    loader = MigrationLoader(connection)
    had = {(app, name) for app, names in migraties.items() for name in names}
    _refuse_unknown(loader, sorted(had))
    for key, migration in loader.replacements.items():
        if had >= set(migration.replaces):
            had.add(key)
        elif key not in had and had & set(migration.replaces):
            # Halfway what was later taken together: then every step is walked by itself.
            loader = MigrationLoader(connection, replace_migrations=False)
    had &= set(loader.graph.nodes)
    return loader, sorted(one for one in had if not _followed(loader, one, had))


def _followed(loader: MigrationLoader, one: Stap, had: set[Stap]) -> bool:
    children = loader.graph.node_map[one].children
    return any(child.key[0] == one[0] and child.key in had for child in children)


def _refuse_unknown(loader: MigrationLoader, had: Sequence[Stap]) -> None:
    replaced = {one for found in loader.replacements.values() for one in found.replaces}
    for app, name in had:
        if (app, name) not in loader.disk_migrations and (app, name) not in replaced:
            reden = "deze stap van de database kent deze versie niet. Werk Open LEA eerst bij."
            raise refused(f"{app}.{name}", reden)
