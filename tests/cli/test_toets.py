"""Norms on the command line: the numbers in, the outcome with its article out; wrong is exit 1."""

from collections.abc import Callable
from pathlib import Path

import pytest

from openlea.policy.normen.register import NORMEN
from tests.cli.conftest import Said, openlea

KEYS = ["norm", "waarde", "eenheid", "grondslag", "toelichting"]
Refused = Callable[[Said], str]


@pytest.fixture
def toets(tmp_path: Path) -> Callable[..., Said]:
    """Return the command on a folder in which there is nothing yet."""
    return lambda *words: openlea("toets", *words, "--data", tmp_path / "leeg")


def test_an_outcome_has_the_keys_of_the_contract(toets: Callable[..., Said]) -> None:
    told = toets("opheffingsnorm", "kinderen=4000", "km2=80", "--json").table
    assert list(told)[: len(KEYS)] == KEYS
    assert told["waarde"] == 105
    assert list(told["grondslag"]) == ["wet", "artikel", "bwb", "link"]


def test_a_day_asks_the_law_of_that_day(toets: Callable[..., Said]) -> None:
    words = ("telling", "leerlingen=97", "--on", "2021-06-01", "--json")
    assert toets(*words).table["grondslag"]["artikel"] == "152"


def test_people_read_the_outcome_in_sentences(toets: Callable[..., Said]) -> None:
    said = toets("zorgplicht", "aanmelding=2026-11-02")
    assert said.code == 0
    first, *rest = said.out.splitlines()
    assert first == "14 december 2026"
    assert rest[-1].startswith("Grondslag: WPO, artikel 40")


def test_without_a_norm_all_norms_tell_what_they_ask(toets: Callable[..., Said]) -> None:
    assert [one["norm"] for one in toets("--json").table] == list(NORMEN)
    assert "opheffingsnorm: Opheffingsnorm van een gemeente" in toets().out


@pytest.mark.parametrize(
    ("words", "reden"),
    [
        (("opheffingsnrm",), "Bedoel je opheffingsnorm?"),
        (("opheffingsnorm", "kinderen=veel", "km2=80"), "kinderen: 'veel' is geen getal."),
        (("opheffingsnorm", "kinderen=4000"), "km2: ontbreekt."),
        (("opheffingsnorm", "kinderen"), "Schrijf naam=waarde"),
        (("telling", "leerlingen=1", "leerlingen=2"), "leerlingen staat er twee keer."),
        (("telling", "leerlingen=1", "--on", "morgen"), "'morgen' is geen dag"),
        (("ve_uren", "dagen=6", "weken=40", "--on", "2020-07-31"), "2020-08-01"),
        (("LEA-02",), "Een machine beoordeelt dit niet."),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_is_wrong_is_one_clear_line(
    toets: Callable[..., Said], refused: Refused, words: tuple[str, ...], reden: str
) -> None:
    assert reden in refused(toets(*words, "--json"))
