"""Killed before any write to vault, keys or database, a delivery is whole or it is not there."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from tests.house import ROOT

DATABASE = "kluis_doden"


@pytest.fixture(scope="module")
def told(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the program in a process of its own says of itself."""
    folder = tmp_path_factory.mktemp("doden")
    surroundings = os.environ | {
        "OPENLEA_DATA": str(folder),
        "OPENLEA_WERK": "meteen",
        "DJANGO_SETTINGS_MODULE": "openlea.settings",
        "POLARS_MAX_THREADS": "1",
    }
    if connection.vendor == "postgresql":
        surroundings["OPENLEA_DATABASE"] = _own_database(surroundings["OPENLEA_DATABASE"])
    words = [sys.executable, "-m", "tests.services.kluis_doden"]
    done = subprocess.run(
        words, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=900
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return {**json.loads(done.stdout.splitlines()[-1]), "said": done.stderr, "folder": folder}


def _own_database(address: str) -> str:
    """Make a database of its own beside that of the tests, and return its address."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as opened:
        opened.execute(f"DROP DATABASE IF EXISTS {DATABASE}")
        opened.execute(f"CREATE DATABASE {DATABASE}")
    return f"{address.rpartition('/')[0]}/{DATABASE}"


@pytest.mark.django_db
@pytest.mark.parametrize(("deed", "steps"), [("deliver", 10), ("erase", 4), ("rotate", 10)])
def test_a_kill_at_any_step_leaves_nothing_half_and_loses_nothing(
    told: dict[str, Any], deed: str, steps: int
) -> None:
    assert told[deed]["wrong"] == [], told["said"][-3000:]
    assert told[deed]["steps"] >= steps, "it was killed in too few places to prove anything"
    assert told[deed]["ended"] == 0


@pytest.mark.django_db
def test_two_processes_that_confirm_at_once_are_one_delivery_and_one_refusal(
    told: dict[str, Any],
) -> None:
    assert told["raced"] == [[0, 3]] * 4, told["said"][-3000:]


@pytest.mark.django_db
def test_after_all_kills_no_half_file_is_left(told: dict[str, Any]) -> None:
    assert told["end"] == 0
    folder: Path = told["folder"]
    left = [file.name for file in folder.rglob(".*") if file.is_file()]
    assert left == []
