"""The plan of consultations on the command line: the law alone, or with what is kept here."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Commands, Said, openlea

KEYS = {"soort", "titel", "karakter", "grondslag", "gevraagd", "gehouden", "gepland"}


def test_without_any_data_the_law_tells_which_meetings_it_asks(tmp_path: Path) -> None:
    said = openlea("overleg", "plan", "--jaar", "2027", "--json", "--data", tmp_path / "leeg")
    lea = said.table[0]
    assert set(lea) >= KEYS | {"nog_te_plannen", "onderwerpen", "vaste_punten"}
    assert lea["grondslag"][0] == {"plicht": "LEA-01", "wet": "WPO", "artikel": "161, eerste lid"}
    topics = [one["code"] for one in lea["onderwerpen"] if one["plicht"] == "LEA-01"]
    assert topics == ["segregatie", "integratie", "achterstanden", "toelating", "verdeling"]
    assert {one["staat"] for one in lea["onderwerpen"]} == {"open"}


def test_the_plan_of_a_werkruimte_knows_its_series(demo: Commands) -> None:
    rows = demo("overleg", "plan", "--jaar", "2027", "--json").table
    lea = rows[0]
    assert (lea["titel"], lea["gevraagd"]) == ("Bestuurlijk overleg LEA", 2)
    assert [one["voor"] for one in lea["nog_te_plannen"]] == ["2027-06-30", "2027-12-31"]
    assert [one["soort"] for one in rows].count("werkgroep") == 2


def test_a_person_reads_what_is_open_in_words(demo: Commands) -> None:
    said = demo("overleg", "plan", "--jaar", "2027")
    assert "open: Segregatie voorkomen (WPO 161, WVO 2020 3.42)" in said.out
    assert "OOGO huisvesting: de wet vraagt het, 1 keer, nog geen overleg" in said.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--jaar", "1900"), "Kies een jaar van 2018"),
        (("--werkruimte", "nergens"), "geen werkruimte 'nergens'"),
    ],
)
def test_what_can_not_be_is_refused_in_one_line(
    demo: Commands, refused: Callable[[Said], str], words: tuple[str, ...], told: str
) -> None:
    assert told in refused(demo("overleg", "plan", *words))


def test_a_wrong_own_kind_is_named_and_costs_only_itself(tmp_path: Path) -> None:
    own = tmp_path / "eigen" / "samenwerking" / "overlegsoorten.toml"
    own.parent.mkdir(parents=True)
    own.write_text("[x]", encoding="utf-8")
    setting = {"OPENLEA_CATALOGUE": str(tmp_path / "eigen")}
    said = openlea("overleg", "plan", "--json", "--data", tmp_path / "leeg", settings=setting)
    assert len(said.table) == 4
    assert "overlegsoorten.toml" in said.err
