"""A real werkruimte is opened by one command, refused as a whole, and never opened twice."""

import re
import sqlite3
from pathlib import Path

from tests.cli.conftest import Said, openlea

GOED = {
    "--naam": "Gooise Meren",
    "--soort": "gemeente",
    "--plaats": "gemeente:GM1942",
    "--beheerder": "beheer@gooise-meren.example",
}


def opened(data: Path, slug: str = "gooise-meren", **other: str) -> Said:
    """Run the command with good words, save for the named ones."""
    words = GOED | {f"--{name}": value for name, value in other.items()}
    flat = [part for pair in words.items() for part in pair if part]
    return openlea("werkruimte", slug, *flat, "--data", data)


def rows(data: Path, query: str) -> list[tuple[object, ...]]:
    """Return what the database holds."""
    with sqlite3.connect(data / "openlea.sqlite3") as database:
        return database.execute(query).fetchall()


def test_it_makes_the_room_the_gemeente_and_who_keeps_the_agenda(tmp_path: Path) -> None:
    said = opened(tmp_path)
    assert said.code == 0, said.err
    assert re.search(r"http://127\.0\.0\.1:8000/wachtwoord/\S+/\S+/", said.out)
    assert rows(tmp_path, "select slug, naam, soort, plaats, openbaar from records_werkruimte") == [
        ("gooise-meren", "Gooise Meren", "gemeente", "gemeente:GM1942", 0)
    ]
    assert rows(tmp_path, "select code, naam, plaats from records_partij") == [
        ("gemeente", "Gemeente Gooise Meren", "gemeente:GM1942")
    ]
    assert rows(
        tmp_path,
        "select p.email, l.rol, l.partij_id is not null from records_lidmaatschap l "
        "join records_persoon p on p.id = l.persoon_id",
    ) == [("beheer@gooise-meren.example", "agendabeheerder", 1)]


def test_a_werkruimte_is_never_opened_twice(tmp_path: Path) -> None:
    assert opened(tmp_path).code == 0
    said = opened(tmp_path, naam="Anders", beheerder="ander@gooise-meren.example")
    assert (said.code, said.err) == (
        1,
        "slug: Werkruimte 'gooise-meren' bestaat al; er is niets veranderd.\n",
    )
    assert rows(tmp_path, "select naam from records_werkruimte") == [("Gooise Meren",)]
    assert rows(tmp_path, "select count(*) from records_persoon") == [(1,)]


def test_no_werkruimte_has_the_name_of_the_tables_that_all_share(tmp_path: Path) -> None:
    said = opened(tmp_path, "landelijk")
    assert said.code == 1
    assert "alle werkruimten delen" in said.err


def test_every_fault_is_named_at_once_and_nothing_is_made(tmp_path: Path) -> None:
    said = opened(tmp_path, "Gooise Meren", naam=" ", plaats="Naarden", beheerder="beheer")
    assert said.code == 1
    assert said.out == ""
    assert [line.split(":")[0] for line in said.err.splitlines()] == [
        "slug",
        "naam",
        "plaats",
        "beheerder",
    ]
    assert rows(tmp_path, "select count(*) from records_werkruimte") == [(0,)]


def test_somebody_with_an_account_gets_a_second_room_on_the_same_account(tmp_path: Path) -> None:
    assert opened(tmp_path).code == 0
    said = opened(tmp_path, "regio", naam="Regio", soort="regio", plaats="rmc:6")
    assert said.code == 0, said.err
    assert rows(tmp_path, "select count(*) from records_persoon") == [(1,)]
    assert rows(tmp_path, "select plaats from records_werkruimte where slug = 'regio'") == [
        ("rmc:06",)
    ]
