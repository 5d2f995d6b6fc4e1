"""Prints the tables of an empty database, made in the way that is asked: `ineens` or `stappen`."""

import json
import re
import sys

import django

NUMBERED = re.compile(r"(?<=^fk_)\d+$|^__.*$")
"""SQLite numbers what has no name, in the order of making."""


def tables() -> dict[str, object]:
    """Return per table its columns and its constraints, whatever their order."""
    from django.db import connection

    look = connection.introspection
    with connection.cursor() as cursor:
        return {
            name: {
                "columns": sorted(
                    [one.name, str(one.type_code), one.display_size, one.null_ok, one.default]
                    for one in look.get_table_description(cursor, name)
                ),
                "constraints": sorted(
                    json.dumps(one | {"name": NUMBERED.sub("", key)}, default=str, sort_keys=True)
                    for key, one in look.get_constraints(cursor, name).items()
                ),
            }
            for name in sorted(look.table_names(cursor))
            if name != "sqlite_sequence"
        }


def main(way: str) -> None:
    """Make the tables and print them, with the migrations that are noted as applied."""
    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from openlea.services.tabellen.nieuw import make_tables

    if way == "ineens":
        make_tables()
    else:
        call_command("migrate", verbosity=0)
    applied = sorted(MigrationRecorder(connection).applied_migrations())
    print(json.dumps({"tables": tables(), "applied": applied}, default=str))


if __name__ == "__main__":
    main(sys.argv[1])
