"""`openlea start` fills a werkruimte for the gemeente that is typed, or says what is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Said, openlea

Refused = Callable[[Said], str]


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Commands:
    """Return the commands on a folder in which Hilversum was started."""
    run = Commands(tmp_path_factory.mktemp("start") / "var")
    said = run("start", "--gemeente", "gemeente HILVERSUM", "--no-serve")
    assert said.code == 0, said.err
    (run.data / "gezegd.txt").write_text(said.out)
    return run


def test_a_start_shows_its_progress_what_stands_there_and_who_signs_in(started: Commands) -> None:
    out = (started.data / "gezegd.txt").read_text()
    assert out.index("Cijfers uitrekenen") < out.index("Werkruimte openen") < out.index("Profiel")
    assert (
        "38 vestigingen po (naar soort), waarvan 27 basisschool; "
        "8.978 leerlingen en 38 afgeschermde cellen"
    ) in out
    assert "http://127.0.0.1:8000/w/hilversum/" in out
    password = (started.data / "demo.wachtwoord").read_text().strip()
    assert f"agendabeheerder@hilversum.example  {password}" in out


def test_a_second_start_says_that_it_is_there_and_gives_the_same_numbers(started: Commands) -> None:
    table = started("start", "--gemeente", "0402", "--no-serve", "--json").table
    assert table["nieuw"] is False
    assert (table["gemeente"], table["slug"]) == ("GM0402", "hilversum")
    assert (table["scholen_po"], table["scholen_bo"]) == (38, 27)
    assert (table["leerlingen_laag"], table["leerlingen_hoog"]) == (9_016, 9_130)
    assert (table["leerlingen"], table["afgeschermd"]) == (8_978, 38)
    assert table["partijen"]["school"] == 51
    assert table["cijfers"] >= 60
    assert "was er al" in started("start", "--gemeente", "Hilversum", "--no-serve").out


def test_a_name_with_an_apostrophe_accents_or_none_starts_the_same_gemeente(
    started: Commands,
) -> None:
    for written in ("Súdwest-Fryslân", "SUDWEST FRYSLAN", "gemeente súdwest-fryslân", "1900"):
        table = started("start", "--gemeente", written, "--no-serve", "--json").table
        assert table["slug"] == "sudwest-fryslan"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Hilverum", "Bedoel je Hilversum?"),
        ("Bergen", "Bergen (L.) of Bergen (NH.)"),
        ("Atlantis", "geen gemeente die hier bekend is"),
        ("", "geen naam"),
    ],
)
def test_what_is_no_one_gemeente_is_refused_with_what_looks_like_it(
    tmp_path: Path, refused: Refused, typed: str, said: str
) -> None:
    answer = openlea("start", "--gemeente", typed, "--no-serve", "--data", tmp_path / "var")
    assert said in refused(answer)
    assert not (tmp_path / "var" / "openlea.sqlite3").exists()


def test_the_demo_holds_figures_and_the_schools_of_hilversum_once(copied: Commands) -> None:
    table = copied("start", "--gemeente", "hilversum", "--no-serve", "--json").table
    assert (table["nieuw"], table["slug"]) == (False, "hilversum")
    # Of the 51 schools two are a partij of the agenda already: Mozarthof and Donnerschool.
    assert table["partijen"]["school"] == 49
    assert table["cijfers"] >= 60


def test_a_bundle_is_made_of_what_it_is_given(tmp_path: Path, refused: Refused) -> None:
    own = {"OPENLEA_DATA": str(tmp_path / "var")}
    assert "Geef de map" in refused(openlea("bundle", settings=own))
    assert "bestaat niet" in refused(openlea("bundle", tmp_path / "weg", settings=own))
    here = tmp_path / "punten.csv"
    here.write_text("POSTCODE;LAT;LON\n1211;52,2237;5,1764\n")
    out = tmp_path / "uit"
    made = openlea("bundle", here, "--uit", out, "--moment", "2026-01-31", "--json", settings=own)
    assert list(made.table["tabellen"]) == ["geo_postcodes"]
    assert made.table["bytes"] == sum(file.stat().st_size for file in out.iterdir())
    wrong = openlea("bundle", here, "--uit", out, "--moment", "31 januari", settings=own)
    assert "is geen dag" in refused(wrong)
