"""What can't be done is one clear line of Dutch on stderr, exit 1, and never a traceback."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Said, openlea

Refused = Callable[[Said], str]
READING = [
    ("agenda", "begroting", "--json"),
    ("agenda", "show", "--json"),
    ("agenda", "check", "--json"),
    ("agenda", "export", "uit.xlsx"),
    ("agenda", "import", "in.xlsx", "--check"),
    ("remind", "--dry-run", "--json"),
    ("rights", "--json"),
]


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_werkruimte_that_is_not_there_is_named_with_those_that_are(
    demo: Commands, refused: Refused, words: tuple[str, ...]
) -> None:
    line = refused(demo(*words, "--werkruimte", "nergens"))
    assert line == "Er is geen werkruimte 'nergens'. Wel: hilversum, inclusiever-onderwijs."


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_a_folder_without_data_is_named_and_not_made(
    tmp_path: Path, refused: Refused, words: tuple[str, ...]
) -> None:
    nowhere = tmp_path / "leeg"
    assert str(nowhere) in refused(openlea(*words, "--data", nowhere))
    assert not nowhere.exists()


def test_a_database_without_tables_asks_to_be_brought_up_to_date(
    tmp_path: Path, refused: Refused
) -> None:
    (tmp_path / "openlea.sqlite3").touch()
    line = refused(openlea("agenda", "show", "--data", tmp_path))
    assert line.endswith("Werk bij met: openlea bijwerken")
    assert openlea("bijwerken", "--data", tmp_path).code == 0
    assert "Er is geen werkruimte" in refused(openlea("agenda", "show", "--data", tmp_path))


def test_a_database_that_can_not_be_read_says_so(tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "openlea.sqlite3").write_bytes(b"dit is geen database, maar een brief " * 99)
    for words in (("agenda", "show", "--json"), ("demo", "--no-serve"), ("remind", "--dry-run")):
        said = openlea(*words, "--data", tmp_path)
        assert said.code == 1
        assert said.err == "De database kan niet worden gelezen (file is not a database).\n"


def test_a_database_server_that_does_not_answer_is_named_without_its_password(
    tmp_path: Path, refused: Refused
) -> None:
    address = "postgres://iemand:geheim@127.0.0.1:9/niets"
    said = openlea("agenda", "show", "--data", tmp_path, settings={"OPENLEA_DATABASE": address})
    line = refused(said)
    assert line.startswith("De database kan niet worden gelezen")
    assert "geheim" not in line


def test_a_file_that_is_not_there_is_named(demo: Commands, refused: Refused) -> None:
    assert refused(demo("agenda", "import", "nergens.xlsx")) == "nergens.xlsx bestaat niet."


def test_a_folder_is_no_file(demo: Commands, refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "map.xlsx").mkdir()
    for word in ("import", "export"):
        line = refused(demo("agenda", word, tmp_path / "map.xlsx"))
        assert line == f"{tmp_path / 'map.xlsx'} is een map, geen bestand."


def test_a_file_is_no_folder_of_data(refused: Refused, tmp_path: Path) -> None:
    (tmp_path / "brief").touch()
    line = refused(openlea("demo", "--no-serve", "--data", tmp_path / "brief"))
    assert line == f"{tmp_path / 'brief'} is een bestand, geen map."


def test_a_form_that_we_do_not_write_is_refused_with_those_that_we_do(
    demo: Commands, refused: Refused, tmp_path: Path
) -> None:
    for naam in ("agenda.odt", "agenda"):
        line = refused(demo("agenda", "export", tmp_path / naam))
        assert line.endswith("Kies uit xlsx, json, docx, pdf.")
    assert refused(demo("agenda", "export", tmp_path / "geen" / "map.pdf")).endswith(
        "bestaat niet."
    )


def test_a_werkruimte_without_an_agenda_says_how_to_take_one_in(
    copied: Commands, refused: Refused
) -> None:
    words = ("--naam", "Leeg", "--soort", "regio", "--beheerder", "beheer@leeg.example")
    assert copied("werkruimte", "leeg", *words).code == 0
    for word in ("show", "begroting", "check"):
        line = refused(copied("agenda", word, "--json", "--werkruimte", "leeg"))
        assert "openlea agenda import" in line
