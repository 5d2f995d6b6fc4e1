"""A file goes in from the command line whole or not at all, and every fault is a line of JSON."""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Commands, Said


@pytest.fixture(scope="module")
def workbook(demo: Commands, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the agenda of Hilversum as a workbook."""
    file = tmp_path_factory.mktemp("boek") / "agenda.xlsx"
    assert demo("agenda", "export", file).code == 0
    return file


def with_cells(workbook: Path, to: Path, cells: dict[tuple[str, str], str]) -> Path:
    """Return a copy of a workbook in which some cells hold something else."""
    book = openpyxl.load_workbook(workbook)
    for (blad, cel), value in cells.items():
        book[blad][cel] = value
    book.save(to)
    return to


def faults(said: Said) -> list[dict[str, str]]:
    """Return the faults that a refused import printed: one object a line, and nothing else."""
    assert said.code == 1
    assert "Traceback" not in said.err
    lines = [json.loads(line) for line in said.out.splitlines()]
    assert lines
    assert all(set(line) == {"blad", "cel", "reden"} for line in lines)
    return lines


@pytest.mark.parametrize("check", [True, False])
def test_a_fault_in_the_file_is_a_line_of_json_and_nothing_goes_in(
    copied: Commands, workbook: Path, tmp_path: Path, check: bool
) -> None:
    cells = {("Agenda", "B2"): "", ("Acties", "C2"): "", ("Begroting", "K3"): "negentig"}
    wrong = with_cells(workbook, tmp_path / "fout.xlsx", cells)
    before = (copied.data / "openlea.sqlite3").read_bytes()
    said = copied("agenda", "import", wrong, *(["--check"] if check else []))
    found = {(line["blad"], line["cel"]) for line in faults(said)}
    assert found >= {("Agenda", "B2"), ("Acties", "C2"), ("Begroting", "K3")}
    assert (copied.data / "openlea.sqlite3").read_bytes() == before


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("kapot.xlsx", b"geen werkmap"),
        ("leeg.xlsx", b""),
        ("kapot.json", b'{"titel": '),
        ("plaatje.png", b"\x89PNG"),
        ("zonder", b"x"),
    ],
)
def test_a_file_that_is_no_agenda_is_refused_in_the_same_form(
    demo: Commands, tmp_path: Path, naam: str, inhoud: bytes
) -> None:
    (tmp_path / naam).write_bytes(inhoud)
    for line in faults(demo("agenda", "import", tmp_path / naam, "--check")):
        assert line["reden"]


def test_a_check_tells_what_would_change_and_an_import_does_it(
    copied: Commands, workbook: Path, tmp_path: Path
) -> None:
    other = with_cells(workbook, tmp_path / "ander.xlsx", {("Acties", "C2"): "Een andere naam"})
    tried = copied("agenda", "import", other, "--check")
    assert tried.code == 0, tried.err
    assert tried.out.splitlines() == ["Gewijzigd: Acties 1A1", "Zou doen: 1 veranderingen."]
    assert (
        copied("agenda", "show", "--json")
        .table["boom"][0]["speerpunten"][0]["acties"][0]["naam"]
        .startswith("Opstapje")
    )
    assert copied("agenda", "import", other).out.splitlines()[-1] == "Gedaan: 1 veranderingen."
    first = copied("agenda", "show", "--json").table["boom"][0]["speerpunten"][0]["acties"][0]
    assert first["naam"] == "Een andere naam"


def test_a_second_agenda_goes_into_a_new_werkruimte_without_a_line_of_code(
    copied: Commands, tmp_path: Path
) -> None:
    ander, nieuw = "inclusiever-onderwijs", "nieuwe-regio"
    file = tmp_path / "tweede.xlsx"
    assert copied("agenda", "export", file, "--werkruimte", ander).code == 0
    words = ("--naam", "Nieuwe regio", "--soort", "regio", "--beheerder", "beheer@regio.example")
    assert copied("werkruimte", nieuw, *words).code == 0
    for done in ("--check", "--verwijder"):
        said = copied("agenda", "import", file, "--werkruimte", nieuw, done)
        assert said.code == 0, said.out
    for what in ("show", "begroting", "check"):
        one = copied("agenda", what, "--json", "--werkruimte", nieuw).table
        other = copied("agenda", what, "--json", "--werkruimte", ander).table
        assert one == other
    again = copied("agenda", "import", file, "--werkruimte", nieuw, "--check")
    assert again.out == "Zou doen: 0 veranderingen.\n"
    assert copied("agenda", "show", "--json").table["acties"] == 42


def test_an_agenda_of_hand_typed_cells_goes_in_through_the_template(
    copied: Commands, workbook: Path, tmp_path: Path
) -> None:
    titled = with_cells(workbook, tmp_path / "nieuw.xlsx", {("Agenda", "B2"): "De volgende"})
    shutil.copy(titled, tmp_path / "kopie.XLSX")
    assert copied("agenda", "import", tmp_path / "kopie.XLSX").code == 0
    assert copied("agenda", "show", "--json").table["acties"] == 42
