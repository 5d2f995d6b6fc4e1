"""The check of pupils and the judging of held loads answer from the command line too."""

from pathlib import Path

import pytest

from tests.cli.conftest import Said, openlea
from tests.services.laden_bron import BRON, file_of, make_catalogue


def test_the_check_counts_as_the_page_does(tmp_path: Path) -> None:
    told = openlea("controle", "--json", "--data", tmp_path).table
    assert (told["vergeleken"], told["overlap"], len(told["tegenspraken"])) == (7002, 6989, 13)
    said = openlea("controle", "--data", tmp_path).out
    assert "6989 van 7002" in said
    assert "03XC00 bo: naar leeftijd 2 tot 8, naar postcode 68 tot 95" in said


@pytest.mark.parametrize(("choice", "versie"), [("--over", 2), ("--weg", 1)])
def test_who_runs_the_installation_judges_a_held_national_load(
    tmp_path: Path, choice: str, versie: int
) -> None:
    own = {"OPENLEA_CATALOGUE": str(make_catalogue(tmp_path / "eigen"))}

    def run(*words: str | Path) -> Said:
        return openlea(*words, "--data", tmp_path / "var", settings=own)

    for schools in (60, 30):
        file = tmp_path / f"{schools}.csv"
        file.write_bytes(file_of(schools).inhoud)
        run("load", file, "--json")
    (waiting,) = run("held", "--json").table
    assert any("50% minder rijen" in reden for reden in waiting["redenen"])
    assert run("held", BRON, waiting["sleutel"][:8], choice).code == 0
    assert run("held", "--json").table == []
    table = {one["id"]: one for one in run("sources", "--json").table}
    assert table[BRON]["versie"] == versie
    assert run("held", BRON, "bestaat-niet", choice).code != 0
    assert run("held", BRON, choice).code != 0
