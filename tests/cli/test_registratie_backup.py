"""After loading every registration nobody is found in the files on disk, nor in a backup."""

import gzip
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Commands
from tests.services.registratie_planten import every_plant, traces


@pytest.mark.django_db
def test_nobody_is_found_in_the_folder_of_data_nor_in_a_backup(
    copied: Commands, tmp_path: Path
) -> None:
    source = tmp_path / "bron"
    source.mkdir()
    for plant in every_plant():
        file = source / f"{plant.registratie.id}.csv"
        file.write_bytes(plant.damaged())
        words = ("load", "--bron", plant.registratie.id, file, "--werkruimte", "hilversum")
        said = copied(*words, "--laat-weg")
        assert said.code == 0, said.err
        assert traces((said.out + said.err).encode()) == []
    backup = tmp_path / "alles.backup"
    assert copied("backup", backup).code == 0
    for written in [*copied.data.rglob("*"), *tmp_path.glob("*.backup")]:
        if written.is_file():
            assert traces(_plain(written)) == [], written


def _plain(file: Path) -> bytes:
    """Return the bytes of a file, and what they hold unpacked or as a dump."""
    kept = file.read_bytes()
    if kept.startswith(b"\x1f\x8b"):
        kept += gzip.decompress(kept)
    if kept.startswith(b"SQLite format 3"):
        with sqlite3.connect(file) as opened:
            kept += "\n".join(opened.iterdump()).encode()
    return kept
