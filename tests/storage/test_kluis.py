"""The vault keeps rows sealed, gives them back, and forgets them for good."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from openlea.core.errors import BadFile, NotFound
from openlea.storage.vault import kluis
from openlea.storage.vault.envelop import Vak
from openlea.storage.vault.sleutelbos import has_key

if TYPE_CHECKING:
    from pytest_django import Settings

ROWS = pl.DataFrame({"pseudoniem": ["p1-AAAA", "p1-BBBB"], "maand": ["2022-03", "2021-11"]})


@pytest.fixture
def vak(tmp_path: Path, settings: "Settings") -> Vak:
    settings.VAULT, settings.SLEUTELS = tmp_path / "vault", tmp_path / "sleutels"
    return Vak(werkruimte="hilversum", registratie="proef", nummer=kluis.new_number())


def test_rows_come_back_as_they_were_kept(vak: Vak) -> None:
    kept = kluis.write(vak, ROWS)
    assert kluis.read(vak).equals(ROWS)
    file = kluis._file(vak)
    assert file.stat().st_size == kept.grootte
    assert file.stat().st_mode & 0o077 == 0, "only the program itself may read it"


def test_nothing_of_a_row_is_readable_on_disk(vak: Vak, tmp_path: Path) -> None:
    kluis.write(vak, ROWS)
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"p1-AAAA" not in file.read_bytes()
            assert b"pseudoniem" not in file.read_bytes()


def test_an_erased_delivery_stays_unreadable_when_its_old_file_is_put_back(
    vak: Vak, tmp_path: Path
) -> None:
    kluis.write(vak, ROWS)
    shutil.copytree(tmp_path / "vault", tmp_path / "backup")
    kluis.erase(vak)
    assert not kluis.is_readable(vak)
    shutil.copytree(tmp_path / "backup", tmp_path / "vault", dirs_exist_ok=True)
    with pytest.raises(NotFound, match="sleutel"):
        kluis.read(vak)


def test_erasing_twice_is_no_fault(vak: Vak) -> None:
    kluis.write(vak, ROWS)
    kluis.erase(vak)
    kluis.erase(vak)


def test_a_file_with_the_name_of_another_does_not_open(vak: Vak) -> None:
    other = Vak(werkruimte=vak.werkruimte, registratie=vak.registratie, nummer="b2")
    kluis.write(vak, ROWS)
    kluis.write(other, ROWS)
    shutil.copy(kluis._file(vak), kluis._file(other))
    with pytest.raises(BadFile, match="andere sleutel of aanlevering"):
        kluis.read(other)


def test_a_number_is_never_used_for_a_second_file(vak: Vak) -> None:
    kluis.write(vak, ROWS)
    with pytest.raises(ValueError, match="once"):
        kluis.write(vak, ROWS)


def test_a_missing_file_is_said_to_be_missing(vak: Vak) -> None:
    kluis.write(vak, ROWS)
    kluis._file(vak).unlink()
    with pytest.raises(NotFound, match="bestand"):
        kluis.read(vak)


def test_what_was_broken_off_is_found_and_can_be_removed(vak: Vak, tmp_path: Path) -> None:
    kluis.write(vak, ROWS)
    (tmp_path / "vault" / "hilversum" / ".c3.kluis.a1b2").write_bytes(b"half")
    (tmp_path / "vault" / "hilversum" / "LEESMIJ.txt").write_text("is of somebody else")
    found = kluis.found_files()
    assert [one.nummer for one in found].count(vak.nummer) == 2, "the file and its key"
    assert {one.nummer for one in found} == {vak.nummer, "c3"}
    for rest in found:
        kluis.remove_rest(rest)
    assert not has_key(f"kluis/{vak.nummer}")
    assert kluis.found_files() == []
