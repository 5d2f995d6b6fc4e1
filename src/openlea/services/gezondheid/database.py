"""Whether the database answers, is of this version of the program, and has the right time."""

from datetime import UTC, datetime

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from openlea.core.teken import PROEF
from openlea.policy.gezondheid import Controle, Oordeel, judge_klok
from openlea.services.note_teken import note_teken


def check_reading() -> Controle:
    """Ask the database something; raises what the database raises."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
    return _database("De database antwoordt.")


def check_writing() -> Controle:
    """Write one row and read it; raises what the database raises."""
    note_teken(PROEF)
    return _database(f"De database leest en schrijft ({connection.display_name}).")


def _database(zin: str) -> Controle:
    return Controle(naam="database", titel="Database", oordeel=Oordeel.GOED, zin=zin, nodig=True)


def check_migrations() -> Controle:
    """Compare the tables with what this program expects."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    known = set(executor.loader.disk_migrations)
    replaced = {one for each in executor.loader.disk_migrations.values() for one in each.replaces}
    ours = {app for app, _ in known}
    newer = [
        key
        for key in executor.loader.applied_migrations
        if key not in known and tuple(key) not in replaced and key[0] in ours
    ]
    oordeel, zin, doe = Oordeel.GOED, "De tabellen passen bij deze versie.", ""
    if waiting:
        oordeel, doe = Oordeel.FOUT, "Werk bij met: openlea bijwerken."
        zin = f"De tabellen zijn van een oudere versie: er wachten {len(waiting)} stappen."
    elif newer:
        oordeel, doe = Oordeel.FOUT, "Installeer de nieuwste versie, of zet een back-up terug."
        zin = "De tabellen zijn van een nieuwere versie dan dit programma."
    return Controle(
        naam="migraties", titel="Bijgewerkt", oordeel=oordeel, zin=zin, doe=doe, nodig=True
    )


def check_clock() -> Controle:
    """Compare the time here with that of the database; SQLite has no clock of its own."""
    if connection.vendor != "postgresql":
        return judge_klok(timezone.now() - timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        there: datetime = cursor.fetchone()[0]
    return judge_klok(datetime.now(UTC) - there)
