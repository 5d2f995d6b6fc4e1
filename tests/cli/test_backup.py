"""A backup made while people work, put back elsewhere, holds what it held and nothing half."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Said, openlea, surroundings
from tests.house import ROOT

PROEF = Path(__file__).with_name("backup_proef.py")


@dataclass(frozen=True)
class Plek:
    """An installation: a folder of data, and a database elsewhere when it has one."""

    data: Path
    settings: dict[str, str] = field(default_factory=dict)

    def run(self, *words: str | Path) -> Said:
        """Run a command here."""
        return openlea(*words, "--data", self.data, settings=self.settings)

    @property
    def env(self) -> dict[str, str]:
        """Return the surroundings of a program that works here."""
        paths = os.pathsep.join([str(ROOT), str(ROOT / "src")])
        return {
            **surroundings(),
            **self.settings,
            "OPENLEA_DATA": str(self.data),
            "PYTHONPATH": paths,
        }

    def do(self, *words: str | Path, code: int = 0) -> list[str]:
        """Run a deed of the proof here, and return the words it printed."""
        done = subprocess.run(
            [sys.executable, str(PROEF), *map(str, words)],
            env=self.env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        return done.stdout.split()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Let people write here meanwhile."""
        with subprocess.Popen(
            [sys.executable, str(PROEF), "write"],
            env=self.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as writers:
            assert writers.stdout is not None
            assert writers.stdout.readline().strip() == "schrijft"
            yield
            said, _ = writers.communicate("")
            assert writers.returncode == 0
            assert int(said) > 10, "nobody wrote, so nothing was tried"


@pytest.fixture
def here(demo: Commands, tmp_path: Path) -> Plek:
    """Return a copy of the demo."""
    shutil.copytree(demo.data, tmp_path / "hier")
    return Plek(tmp_path / "hier")


@pytest.fixture
def postgresql(tmp_path: Path) -> Iterator[Plek]:
    """Return an empty installation on PostgreSQL."""
    sys.path.insert(0, str(ROOT / "tools"))
    from postgres import find_postgres, throwaway  # type: ignore[import-not-found]

    with throwaway(find_postgres()) as address:
        yield Plek(tmp_path / "pg", {"OPENLEA_DATABASE": address})


def moved(source: Plek, target: Plek, file: Path) -> int:
    """Back up a busy installation, restore it elsewhere; return how many deeds were whole."""
    with source.busy():
        said = source.run("backup", file)
    assert said.code == 0, said.err
    assert "sleutels zitten er niet in" in said.out
    said = target.run("restore", file)
    assert said.code == 0, said.err
    same = target.run("verify", file, "--met-installatie", "--json").table
    assert same["anders"] == []
    deeds, halves = map(int, target.do("halves"))
    assert halves == 0
    return deeds


@pytest.mark.needs("postgresql")
def test_a_busy_installation_goes_to_another_database_and_back_with_the_same_content(
    here: Plek, postgresql: Plek, tmp_path: Path
) -> None:
    first = moved(here, postgresql, tmp_path / "1.tar")
    assert first > 0, "the backup was made before anybody wrote"
    back = Plek(tmp_path / "terug")
    assert moved(postgresql, back, tmp_path / "2.tar") > first
    changed = openlea("verify", tmp_path / "1.tar", "--met-installatie", "--data", back.data)
    assert changed.code == 1, "what was written since is a difference"
    assert "anders in deze installatie: database/records.document" in changed.out


def test_a_restore_that_was_killed_says_so_and_can_be_begun_again(
    here: Plek, tmp_path: Path, refused: Callable[[Said], str]
) -> None:
    file, there = tmp_path / "b.tar", Plek(tmp_path / "daar")
    gone = int(here.do("drop_last")[0])
    # Long enough ago that the backup itself is marked, which is no part of what it holds.
    os.utime(here.data / "sleutels" / "logboek.kop", (0, 0))
    assert here.run("backup", file).code == 0
    shutil.copytree(here.data / "sleutels", there.data / "sleutels")
    there.do("slow", file, code=-9)
    assert "niet af" in refused(there.run("remind"))
    said = there.run("restore", file, "--json")
    assert said.table["bestanden"] > 0
    assert there.run("verify", file, "--met-installatie").code == 0
    assert there.do("chain") == ["True"], "the chain of the log still holds, and goes on"
    assert int(there.do("next_number")[0]) > gone, "a number is never given out again"
    assert there.run("remind", "--dry-run").code == 0
    assert "staan al gegevens" in there.run("restore", file).err
    assert there.run("verify", file).code == 0


def test_an_erased_delivery_can_not_be_read_from_an_older_backup(
    here: Plek, tmp_path: Path
) -> None:
    file, keys = tmp_path / "b.tar", here.data / "sleutels"
    stays, goes = here.do("vault")
    assert here.run("backup", file).code == 0
    there = Plek(tmp_path / "daar", {"OPENLEA_SLEUTELS": str(keys)})
    here.do("erase", goes)
    said = there.run("restore", file)
    assert "Van 1 bestand in de kluis is hier geen sleutel" in said.out
    assert there.do("read", stays) == ["2"]
    assert " ".join(there.do("read", goes)) == "De sleutel is er niet (meer)."
    kept = (keys / "kluis" / f"{stays}.sleutel").read_bytes()
    assert kept not in file.read_bytes(), "a key never goes along"


def test_a_backup_of_the_release_before_is_restored_and_brought_up_to_date(tmp_path: Path) -> None:
    before, now, file = Plek(tmp_path / "oud"), Plek(tmp_path / "nieuw"), tmp_path / "b.tar"
    before.do("old")
    assert before.run("backup", file).code == 0
    said = now.run("restore", file)
    assert said.code == 0, said.err
    words = "oud a@oud.example lezer 2026-01-01 iets ouds True"
    assert now.do("kept") == words.split()


def test_a_database_with_tables_of_something_else_is_left_alone(
    here: Plek, tmp_path: Path, refused: Callable[[Said], str]
) -> None:
    there = tmp_path / "daar"
    there.mkdir()
    with closing(sqlite3.connect(there / "openlea.sqlite3")) as database:
        database.execute("CREATE TABLE kassa (bedrag int)")
    assert here.run("backup", tmp_path / "b.tar").code == 0
    said = openlea("restore", tmp_path / "b.tar", "--data", there, "--json")
    assert "de tabel kassa van iets anders" in refused(said)
    with closing(sqlite3.connect(there / "openlea.sqlite3")) as database:
        assert database.execute("SELECT COUNT(*) FROM kassa").fetchone() == (0,)


def test_keys_travel_apart_under_a_passphrase(here: Plek, tmp_path: Path) -> None:
    stays, goes = here.do("vault")
    (tmp_path / "zin").write_text("vijf lange woorden voor sleutels\n")
    file, secret = tmp_path / "sleutels.bin", ("--wachtzin-uit", tmp_path / "zin")
    assert here.run("sleutels", "bewaren", file, *secret).code == 0
    assert file.stat().st_mode & 0o077 == 0
    key = (here.data / "sleutels" / "kluis" / f"{stays}.sleutel").read_bytes()
    assert key not in file.read_bytes()
    there = Plek(tmp_path / "daar")
    (tmp_path / "anders").write_text("een heel andere zin dan daarnet\n")
    wrong = there.run("sleutels", "terugzetten", file, "--wachtzin-uit", tmp_path / "anders")
    assert "de wachtzin is een andere" in wrong.err
    done = there.run("sleutels", "terugzetten", file, *secret, "--json").table
    assert done["terug"] >= 3
    assert done["anders"] == []
    assert here.run("backup", tmp_path / "b.tar").code == 0
    assert there.run("restore", tmp_path / "b.tar").code == 0
    assert there.do("chain") == ["True"]
    again = there.run("sleutels", "terugzetten", file, *secret, "--json").table
    assert again["terug"] == 0
    assert (there.data / "sleutels" / "kluis" / f"{goes}.sleutel").exists()


def test_a_short_passphrase_is_refused(here: Plek, tmp_path: Path) -> None:
    (tmp_path / "zin").write_text("kort\n")
    said = here.run("sleutels", "bewaren", tmp_path / "s", "--wachtzin-uit", tmp_path / "zin")
    assert "minstens 16 tekens" in said.err
    assert not (tmp_path / "s").exists()


def test_a_backup_never_takes_the_place_of_another_file(
    here: Plek, tmp_path: Path, refused: Callable[[Said], str]
) -> None:
    (tmp_path / "b.tar").write_text("van een ander")
    assert "bestaat al" in refused(here.run("backup", tmp_path / "b.tar"))
    assert (tmp_path / "b.tar").read_text() == "van een ander"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
