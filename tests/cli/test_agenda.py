"""What the commands say of the agenda of Hilversum: names and keys that others build on."""

import io
import json
import zipfile
from typing import Any

import pytest

from tests.cli.conftest import Commands

# The money of chapter 8 of the Hilversumse Educatieve Agenda 2024-2027, in euros.
UITGAVEN = {"2024": 3_567_500, "2025": 3_557_500, "2026": 3_537_500, "2027": 3_537_500}
MIDDELEN = {"2024": 4_783_815, "2025": 4_355_130, "2026": 3_916_445, "2027": 3_497_760}
SALDO = {"2024": 1_216_315, "2025": 797_630, "2026": 378_945, "2027": -39_740}
TEKORT = {"2024": 448_685, "2025": 438_685, "2026": 418_685, "2027": 418_685}


@pytest.fixture(scope="module")
def begroting(demo: Commands) -> Any:
    """Return what `agenda begroting --json` prints."""
    return demo("agenda", "begroting", "--json").table


def test_the_money_of_each_year_is_that_of_the_printed_agenda(begroting: Any) -> None:
    expected = {
        jaar: {"uitgaven": UITGAVEN[jaar], "middelen": MIDDELEN[jaar], "saldo": SALDO[jaar]}
        for jaar in UITGAVEN
    }
    assert begroting["jaren"] == expected


def test_the_structural_shortfall_is_a_positive_amount_a_year(begroting: Any) -> None:
    assert begroting["structureel_tekort"] == TEKORT


def test_the_subtotals_per_ambitie_are_those_of_the_printed_agenda(begroting: Any) -> None:
    first = [3_192_500, 3_182_500, 3_162_500, 3_162_500]
    expected = {"1": first, "2": [235_000] * 4, "overig": [140_000] * 4}
    found = {code: list(jaren.values()) for code, jaren in begroting["per_ambitie"].items()}
    assert found == expected


def test_every_amount_is_a_number_and_none_is_written_as_text(begroting: Any) -> None:
    for part in ("jaren", "per_ambitie", "structureel_tekort"):
        values = [
            value
            for row in begroting[part].values()
            for value in (row.values() if isinstance(row, dict) else [row])
        ]
        assert values
        assert all(type(value) in {int, float} for value in values)


def test_a_signal_says_its_code_how_grave_it_is_what_and_where(begroting: Any) -> None:
    assert begroting["signalen"]
    for signaal in begroting["signalen"]:
        assert set(signaal) == {"code", "ernst", "tekst", "waar"}
        assert all(isinstance(value, str) for value in signaal.values())
    said = " ".join(signaal["tekst"] for signaal in begroting["signalen"])
    assert "39.740" in said
    assert "418.685" in said


def test_the_tree_counts_what_it_shows(demo: Commands) -> None:
    tree = demo("agenda", "show", "--json").table
    assert set(tree) == {"ambities", "speerpunten", "acties", "boom"}
    assert (tree["ambities"], tree["speerpunten"], tree["acties"]) == (2, 8, 42)
    speerpunten = [one for ambitie in tree["boom"] for one in ambitie["speerpunten"]]
    assert len(speerpunten) == 8
    acties = [actie for one in speerpunten for actie in one["acties"]]
    assert len(acties) == 42
    assert [one["code"] for one in acties][:3] == ["1A1", "1A2", "1A3"]


def test_the_check_tells_of_measurability_owners_and_timeliness(demo: Commands) -> None:
    found = demo("agenda", "check", "--json").table
    assert set(found) == {"meetbaarheid", "eigenaren", "actualiteit"}
    assert found["meetbaarheid"]["speerpunten"] == 8
    owners = found["eigenaren"]
    assert owners["acties"] == owners["met_eigenaar"] + len(owners["zonder_eigenaar"]) == 42
    assert len(found["actualiteit"]["per_actie"]) == found["actualiteit"]["van"]


@pytest.mark.parametrize("what", ["begroting", "show", "check"])
def test_without_json_a_person_reads_lines(demo: Commands, what: str) -> None:
    said = demo("agenda", what)
    assert said.code == 0
    assert len(said.out.splitlines()) > 3
    with pytest.raises(json.JSONDecodeError):
        json.loads(said.out)


def test_another_werkruimte_has_its_own_agenda(demo: Commands) -> None:
    tree = demo("agenda", "show", "--json", "--werkruimte", "inclusiever-onderwijs").table
    assert tree["acties"] == 32


@pytest.mark.parametrize(
    ("naam", "begin"),
    [
        ("agenda.xlsx", b"PK\x03\x04"),
        ("agenda.json", b"{"),
        ("agenda.docx", b"PK\x03\x04"),
        ("agenda.pdf", b"%PDF-"),
        ("AGENDA.XLSX", b"PK\x03\x04"),
    ],
)
def test_the_agenda_goes_out_in_four_forms(
    demo: Commands, tmp_path_factory: pytest.TempPathFactory, naam: str, begin: bytes
) -> None:
    file = tmp_path_factory.mktemp("uit") / naam
    said = demo("agenda", "export", file)
    assert said.code == 0, said.err
    content = file.read_bytes()
    assert content.startswith(begin)
    if naam.endswith("docx"):
        text = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
        assert "Opstapje" in text
    if naam.endswith("json"):
        assert "Opstapje" in json.loads(content).__repr__()


def test_what_went_out_may_come_in_again_and_changes_nothing(
    demo: Commands, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("heen")
    for naam in ("agenda.xlsx", "agenda.json"):
        assert demo("agenda", "export", folder / naam).code == 0
        said = demo("agenda", "import", folder / naam, "--check")
        assert (said.code, said.out.strip()) == (0, "Zou doen: 0 veranderingen.")


def test_remind_tells_who_would_be_mailed_and_mails_nobody(demo: Commands) -> None:
    before = sorted(demo.data.rglob("*.log"))
    found = demo("remind", "--dry-run", "--json").table
    assert isinstance(found, list)
    for digest in found:
        assert {"email", "week", "verzoeken", "verstuurd"} <= set(digest)
        assert digest["verstuurd"] is False
    assert sorted(demo.data.rglob("*.log")) == before
    assert demo("remind", "--dry-run", "--json", "--werkruimte", "hilversum").table == [
        one for one in found if any(ask["werkruimte"] == "hilversum" for ask in one["verzoeken"])
    ]
