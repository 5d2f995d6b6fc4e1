"""A registration from the command line goes through the same door, whole or not at all."""

from pathlib import Path

from tests.cli.conftest import Commands
from tests.services.registratie_wereld import HEADS, NAAM, PLANTED, bsn, register, row

WAAR = ("--werkruimte", "hilversum")
STRANGE = ("Kind", *HEADS[1:2], "Dag", *HEADS[3:])


def written(folder: Path, *rows: list[str], heads: tuple[str, ...] = HEADS) -> Path:
    file = folder / "lijst.csv"
    file.write_bytes(register(rows, heads).inhoud)
    return file


def test_a_registration_is_known_by_its_other_name_and_replaces_what_was(
    copied: Commands, tmp_path: Path
) -> None:
    file = written(tmp_path, *(row(n) for n in range(8)))
    words = ("load", "--bron", "peutermonitor", file, *WAAR, "--json")
    first = copied(*words).table
    assert {key: first[key] for key in ("bron", "registratie", "rijen", "afgekeurd")} == {
        "bron": "peutermonitor",
        "registratie": "doelgroepkinderen",
        "rijen": 8,
        "afgekeurd": 0,
    }
    assert copied(*words).table["vervangt"] == first["aanlevering"]


def test_one_wrong_row_stops_all_and_is_named_without_its_value(
    copied: Commands, tmp_path: Path
) -> None:
    file = written(tmp_path, row(0), row(1, bsn="123456789"), row(2))
    words = ("load", "--bron", "doelgroepkinderen", file, *WAAR, "--json")
    said = copied(*words)
    assert said.code == 1
    assert '"aanlevering": null' in said.out
    assert "regel 3, bsn: is geen burgerservicenummer" in said.err
    assert not any(mark in said.out + said.err for mark in (*PLANTED, "123456789"))
    assert copied(*words, "--laat-weg").table["rijen"] == 2


def test_unknown_heads_are_named_by_place_and_sent_to_the_browser(
    copied: Commands, tmp_path: Path
) -> None:
    file = written(tmp_path, row(0), row(1), heads=STRANGE)
    said = copied("load", "--bron", "peutermonitor", file, *WAAR)
    assert said.code == 1
    assert "kolom A, C" in said.err
    assert "registraties/aanleveren/doelgroepkinderen/" in said.err
    assert NAAM not in said.err + said.out
    assert bsn(0) not in said.err + said.out


def test_a_registration_needs_to_know_whose_it_is(copied: Commands, tmp_path: Path) -> None:
    said = copied("load", "--bron", "peutermonitor", written(tmp_path, row(0)))
    assert said.code == 1
    assert "--werkruimte" in said.err
