"""The calendar on the command line: what the law asks, or how far a werkruimte is with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Said, openlea
from tests.ics_lezer import refuse_loose


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Said]:
    """Return the command on a folder in which there is nothing yet."""
    return lambda *words: openlea("kalender", *words, "--data", tmp_path / "leeg")


def test_the_leerplichtverslag_is_before_the_first_of_october(run: Callable[..., Said]) -> None:
    rows = run("--jaar", "2027", "--houder", "gemeente", "--json").table
    [verslag] = [row for row in rows if row["plicht"] == "LPL-04"]
    assert (verslag["uiterlijk"], verslag["tekst"]) == ("2027-09-30", "vóór 1 oktober")
    assert verslag["over"] == "schooljaar 2026-2027"
    assert verslag["grondslag"]["wet"] == "Leerplichtwet 1969"


def test_the_file_and_the_list_hold_the_same_days(run: Callable[..., Said], tmp_path: Path) -> None:
    file = tmp_path / "kalender.ics"
    rows = run("--jaar", "2027", "--ics", file, "--json").table
    events = refuse_loose(file.read_bytes())
    assert len(events) == len(rows)
    assert {one["SUMMARY"].partition(" (")[0].replace("\\,", ",") for one in events} == {
        row["titel"] for row in rows
    }


def test_a_dash_writes_the_calendar_alone_to_the_screen(run: Callable[..., Said]) -> None:
    said = run("--jaar", "2027", "--houder", "swv", "--ics", "-")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("BEGIN:VCALENDAR")
    assert said.out.rstrip().endswith("END:VCALENDAR")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--houder", "bakker"), "'bakker' is geen houder. Wel: "),
        (("--jaar", "1900"), "Kies een jaar van 2015"),
        (("--ics", "/nergens/kalender.ics"), "/nergens/kalender.ics bestaat niet."),
        (("--ics", "-", "--json"), "Kies: --ics - of --json."),
        (("--werkruimte", "hilversum"), "staan nog geen gegevens"),
    ],
)
def test_what_can_not_be_is_refused_in_one_line(
    run: Callable[..., Said], refused: Callable[[Said], str], words: tuple[str, ...], told: str
) -> None:
    assert told in refused(run(*words))


def test_a_file_of_ones_own_that_can_not_be_read_is_named_and_costs_only_itself(
    tmp_path: Path,
) -> None:
    own = tmp_path / "eigen" / "leerplicht" / "duties" / "kapot.toml"
    own.parent.mkdir(parents=True)
    own.write_text("id = ", encoding="utf-8")
    setting = {"OPENLEA_CATALOGUE": str(tmp_path / "eigen")}
    said = openlea("kalender", "--json", "--data", tmp_path / "leeg", settings=setting)
    assert len(said.table) > 30
    assert "Overgeslagen: " in said.err
    assert "kapot.toml" in said.err


def test_a_werkruimte_gives_its_own_tasks_with_how_far_each_is(
    copied: Commands, refused: Callable[[Said], str]
) -> None:
    rows = copied("kalender", "--werkruimte", "hilversum", "--json").table
    assert all(row["partij"] and row["staat"] for row in rows)
    assert "Er is geen werkruimte 'nergens'" in refused(
        copied("kalender", "--werkruimte", "nergens")
    )
