"""What was answered in a round of questions is gone from the file of the database too."""

import sqlite3
from datetime import timedelta
from pathlib import Path

from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from openlea.omgeving import database
from openlea.policy.rechten import LidRol
from openlea.services.close_raadpleging import close_raadpleging
from openlea.services.keep_raadpleging import Groepopzet, Raadplegingopzet, keep_raadpleging
from openlea.services.open_raadpleging import open_raadpleging
from openlea.settings import SETTINGS
from openlea.storage.records.raadpleging import forget_traces
from tests.world import World

SECRET = "Zwaluwnest " * 400


def test_a_deleted_answer_is_not_left_in_the_file_of_sqlite(tmp_path: Path) -> None:
    """A copy of the file, such as a backup, tells nobody what somebody wrote."""
    found = database(SETTINGS.database, tmp_path)
    file = tmp_path / "proef.sqlite3"
    kept = sqlite3.connect(file)
    kept.executescript(found["OPTIONS"]["init_command"])
    kept.execute("create table antwoord (waarden text)")
    kept.execute("insert into antwoord values (?)", [SECRET])
    kept.commit()
    kept.execute("delete from antwoord")
    kept.commit()
    kept.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    left = [one.read_bytes() for one in tmp_path.iterdir() if one.name.startswith(file.name)]
    kept.close()
    assert not any(b"Zwaluwnest" in one for one in left)


def test_a_round_that_closes_clears_what_the_database_still_holds(
    hilversum: World, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    keeper, today = hilversum.actor(LidRol.AGENDABEHEERDER), timezone.localdate()
    opzet = Raadplegingopzet(
        vragenlijst="quickscan",
        titel="Proef",
        opent_op=today,
        sluit_op=today + timedelta(days=9),
        groepen=[Groepopzet(naam="Ouders")],
    )
    made = open_raadpleging(keeper, keep_raadpleging(keeper, opzet).pk)
    with django_capture_on_commit_callbacks() as after:
        close_raadpleging(keeper, made.pk)
    assert forget_traces in after
