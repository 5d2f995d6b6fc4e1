"""Duties on the command line: the law of the day that was asked answers; nothing is guessed."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Said, openlea

KEYS = ["id", "titel", "houder", "wat", "met_wie", "grondslag", "uiterlijk", "bewijs", "status"]
OWN = """
id = "EIGEN-1"
titel = "Een eigen regel van onze gemeente"
aard = "plicht"
houder = ["college"]
wat = "Het college doet dit."
controle = ["V"]
checked = 2020-01-01

[[version]]
from = 2020-01-01
wet = "Verordening van onze gemeente"
artikel = "3"
"""


@pytest.fixture
def duties(tmp_path: Path) -> Callable[..., Said]:
    """Return the commands on a folder in which there is nothing yet."""

    def run(*words: str | Path, own: Path | None = None) -> Said:
        settings = {"OPENLEA_CATALOGUE": str(own)} if own else None
        return openlea(*words, "--data", tmp_path / "leeg", settings=settings)

    return run


def test_each_duty_is_told_with_the_keys_of_the_contract(duties: Callable[..., Said]) -> None:
    rows = duties("duties", "--on", "2026-11-22", "--json").table
    assert [list(row) for row in rows] == [KEYS] * len(rows)
    assert all(row["grondslag"]["wet"] and row["grondslag"]["artikel"] for row in rows)


@pytest.mark.parametrize(
    ("op", "article"),
    [("2021-06-01", "167a"), ("2023-06-01", "161"), ("2026-11-22", "161")],
)
def test_the_article_is_that_of_the_day_that_was_asked(
    duties: Callable[..., Said], op: str, article: str
) -> None:
    rows = {row["id"]: row for row in duties("duties", "--on", op, "--json").table}
    law = rows["LEA-01"]["grondslag"]
    assert (law["wet"], law["artikel"]) == ("WPO", article)
    assert law["link"].endswith(f"&artikel={article}&g={op}")


def test_the_next_last_day_is_the_last_one_that_is_on_time(duties: Callable[..., Said]) -> None:
    asked = {"2026-09-30": "2026-09-30", "2026-10-01": "2027-09-30"}
    for op, due in asked.items():
        assert duties("duty", "LPL-04", "--on", op, "--json").table["uiterlijk"] == due


def test_what_is_asked_of_one_holder_in_one_field_is_all_that_is_told(
    duties: Callable[..., Said],
) -> None:
    rows = duties("duties", "--holder", "college", "--veld", "leerplicht", "--json").table
    assert "LPL-04" in {row["id"] for row in rows}
    assert all("College van B en W" in row["houder"] for row in rows)


def test_a_duty_that_does_not_hold_is_refused_with_the_nearest_day(
    duties: Callable[..., Said],
) -> None:
    said = duties("duty", "LEA-01", "--on", "1990-01-01", "--json")
    told = json.loads(said.out)
    assert said.code == 1
    assert list(told) == ["fout", "dichtstbijzijnd"]
    duties("duty", "LEA-01", "--on", told["dichtstbijzijnd"], "--json").table  # noqa: B018  # it holds then


def test_a_version_names_its_numbers_with_their_unit(duties: Callable[..., Said]) -> None:
    values = duties("duty", "vve-08", "--on", "2026-11-22", "--json").table["waarden"]
    (hours,) = (one for one in values.values() if one["waarde"] == 960)
    assert list(hours) == ["waarde", "eenheid", "afronding"]
    assert hours["eenheid"].startswith("uur")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("duties", "--on", "22-11-2026"), "geen dag"),
        (("duties", "--holder", "burgemeester"), "geen houder"),
        (("duties", "--houder", "burgemeester"), "geen houder"),
        (("duties", "--veld", "sport"), "geen beleidsveld"),
        (("duty", "LEA-99"), "LEA-"),
        (("duty", "LEA-01", "--on", "1990-01-01"), "De dichtstbijzijnde dag"),
    ],
)
def test_what_was_mistyped_is_said_in_one_line(
    duties: Callable[..., Said], refused: Callable[[Said], str], words: tuple[str, ...], why: str
) -> None:
    assert why in refused(duties(*words))


def test_a_gemeente_adds_its_own_rule_and_a_wrong_file_costs_only_itself(
    duties: Callable[..., Said], tmp_path: Path
) -> None:
    folder = tmp_path / "eigen" / "samenwerking" / "duties"
    folder.mkdir(parents=True)
    (folder / "regel.toml").write_text(OWN, encoding="utf-8")
    (folder / "stuk.toml").write_text('id = "EIGEN-2"', encoding="utf-8")
    own = tmp_path / "eigen"
    said = duties("duties", "--veld", "samenwerking", "--json", own=own)
    assert "EIGEN-1" in {row["id"] for row in said.table}
    assert "stuk.toml" in said.err
    checked = duties("duties", "check", "--json", own=own).table
    mine = next(row for row in checked["plichten"] if row["id"] == "EIGEN-1")
    assert (mine["status"], mine["zonder_link"]) == (
        "verouderd",
        ["Verordening van onze gemeente, artikel 3"],
    )
    assert checked["samenvatting"]["fouten"] == 1


def test_the_check_says_of_each_duty_how_old_its_reading_is(duties: Callable[..., Said]) -> None:
    told = duties("duties", "check", "--on", "2030-01-01", "--json").table
    for row in told["plichten"]:
        read = date.fromisoformat(row["nagelezen_op"])
        assert date.fromisoformat("2030-01-01") - timedelta(days=row["dagen"]) == read
        assert row["status"] in {"verouderd", "niet geverifieerd"}
    assert told["samenvatting"]["geverifieerd"] == 0
