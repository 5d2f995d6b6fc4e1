"""Sources and loading from the command line: the contract of its JSON, and its exit codes."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Said, openlea
from tests.services.laden_bron import BRON, file_of, make_catalogue

FIELDS = {
    "id",
    "titel",
    "uitgever",
    "versie",
    "edities",
    "rijen",
    "afgekeurd",
    "peil",
    "moment",
    "staat",
}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with an own catalogue; the data come beside it."""
    make_catalogue(tmp_path / "eigen")
    return tmp_path


def run(place: Path, *words: str | Path) -> Said:
    """Run a command on this folder."""
    own = {"OPENLEA_CATALOGUE": str(place / "eigen")}
    return openlea(*words, "--data", place / "var", settings=own)


def written(place: Path, schools: int, naam: str = "proef.csv") -> Path:
    """Write a file of so many schools."""
    file = place / naam
    file.write_bytes(file_of(schools).inhoud)
    return file


def test_a_load_answers_with_bron_versie_rijen_and_afgekeurd(place: Path) -> None:
    file = written(place, 60)
    first, again = (run(place, "load", file, "--json").table for _ in range(2))
    assert first == again == [{"bron": BRON, "versie": 1, "rijen": 60, "afgekeurd": 0}]
    listed = {one["id"]: one for one in run(place, "sources", "--json").table}
    assert set(listed[BRON]) == FIELDS
    assert (listed[BRON]["versie"], listed[BRON]["rijen"]) == (1, 60)
    assert listed[BRON]["edities"] == ["2024-10-01"]


def test_a_held_load_says_why_and_ends_with_an_error_code(place: Path) -> None:
    run(place, "load", written(place, 60))
    said = run(place, "load", written(place, 20, "minder.csv"), "--json")
    assert said.code == 1
    (held,) = json.loads(said.out)
    assert (held["bron"], held["versie"]) == (BRON, 1)
    assert any("minder rijen" in reden for reden in held["vastgehouden"])
    assert f"vastgehouden  {BRON}" in run(place, "sources").out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["nergens.csv"], "bestaat niet"),
        (["vreemd.csv"], "hoort bij geen bekende bron"),
        (["vreemd.csv", "--bron", "nergens"], "Er is geen bron 'nergens'"),
        (["--live", BRON], "https://duo.nl/"),
        ([], "Geef een bestand of map"),
    ],
)
def test_what_can_not_be_loaded_is_one_clear_line_and_an_error_code(
    place: Path, words: list[str], reason: str
) -> None:
    (place / "vreemd.csv").write_text("a;b\n1;2\n")
    said = run(place, "load", *(str(place / w) if w.endswith(".csv") else w for w in words))
    assert said.code == 1
    assert reason in said.err
    assert "Traceback" not in said.err
