"""A new installation gets its tables in one step, and they are those that the migrations make."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

QUIRK = "auth_group_permissions"
"""Django gives this table another width of number by its migrations than by its model; it is not
ours, and stays empty."""
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.django_db
def test_in_one_step_or_by_every_migration_the_tables_are_the_same(tmp_path: Path) -> None:
    once, walked = made("ineens", tmp_path), made("stappen", tmp_path)
    assert once["applied"] == walked["applied"], "nothing is left to migrate"
    assert once["tables"].keys() == walked["tables"].keys()
    for name, table in walked["tables"].items():
        if name == QUIRK:
            continue
        assert once["tables"][name] == table, name


def made(way: str, tmp_path: Path) -> dict[str, Any]:
    """Return what a process of its own made in an empty database of this kind."""
    env = os.environ | {"OPENLEA_DATA": str(tmp_path / way), "OPENLEA_DATABASE": ""}
    env |= {"DJANGO_SETTINGS_MODULE": "openlea.settings"}
    if connection.vendor == "postgresql":
        env["OPENLEA_DATABASE"] = _empty_database(os.environ["OPENLEA_DATABASE"], way)
    words = [sys.executable, "-m", "tests.storage.tabellen_tonen", way]
    done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _empty_database(address: str, way: str) -> str:
    """Make a database beside that of the tests and return its address."""
    import psycopg

    with psycopg.connect(address, autocommit=True) as opened:
        opened.execute(f"DROP DATABASE IF EXISTS tabellen_{way}")
        opened.execute(f"CREATE DATABASE tabellen_{way}")
    return f"{address.rpartition('/')[0]}/tabellen_{way}"


def test_killed_before_the_steps_are_noted_nothing_is_there_and_it_can_be_begun_again(
    tmp_path: Path,
) -> None:
    dies = (
        "import os, django; django.setup()\n"
        "from openlea.services.tabellen import nieuw\n"
        "nieuw.mark_migrations = lambda: os._exit(9)\n"
        "nieuw.make_tables()"
    )
    env = os.environ | {"OPENLEA_DATA": str(tmp_path), "OPENLEA_DATABASE": ""}
    env |= {"DJANGO_SETTINGS_MODULE": "openlea.settings"}
    words = [sys.executable, "-c", dies]
    assert subprocess.run(words, cwd=ROOT, env=env, check=False).returncode == 9
    again = dies.replace("nieuw.mark_migrations = lambda: os._exit(9)", "assert nieuw.is_empty()")
    assert (
        subprocess.run([sys.executable, "-c", again], cwd=ROOT, env=env, check=False).returncode
        == 0
    )
