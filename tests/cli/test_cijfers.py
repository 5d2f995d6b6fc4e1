"""Figures on the command line: a new indicator is one file, and every number can be defended."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Said, openlea
from tests.services.rekenwereld import Rekenwereld, rekenwereld

__all__ = ["rekenwereld"]


@pytest.fixture
def run(rekenwereld: Rekenwereld) -> Callable[..., Said]:
    """Return the commands on a world of its own, with the catalogue of that world beside ours."""

    def commands(*words: str | Path) -> Said:
        own = {"OPENLEA_CATALOGUE": str(rekenwereld.folder / "catalogus")}
        return openlea(*words, "--data", rekenwereld.folder, settings=own)

    return commands


def test_an_indicator_is_one_file_that_the_command_line_finds(
    run: Callable[..., Said], rekenwereld: Rekenwereld
) -> None:
    rekenwereld.add_indicator("leerlingen_nieuw", "proef_een")
    assert run("compute", "leerlingen_nieuw", "--gemeente", "hilversum", "--json").table == [
        {
            "indicator": "leerlingen_nieuw",
            "plaats": "gemeente:GM0402",
            "periode": "2024-10-01",
            "waarde": None,
            "laag": 11.0,
            "hoog": 14.0,
            "eenheid": "leerlingen",
            "status": "verborgen",
            "bronversies": ["proef_een@1"],
        }
    ]


def test_a_number_is_explained_from_file_to_figure(run: Callable[..., Said]) -> None:
    told = run("explain", "leerlingen_een", "--plaats", "school:00AA00", "--json").table
    assert (told["waarde"], told["getal"]) == (10.0, "10\N{NO-BREAK SPACE}leerlingen")
    (table,) = told["keten"]
    assert (table["bron"], table["versie"], table["rijen"], table["afgekeurd"]) == (
        "proef_een", 1, 3, 0,
    )  # fmt: skip
    assert len(table["sha256"]) == 64
    said = run("explain", "leerlingen_een", "--gemeente", "402").out
    assert "tussen 11 en 14\N{NO-BREAK SPACE}leerlingen" in said
    assert "Uit Proef (Proef), versie 1" in said


def test_a_gemeente_that_merged_is_compared_as_the_one_it_became(run: Callable[..., Said]) -> None:
    told = run("vergelijk", "--gemeente", "Weesp", "--json").table
    assert (told["gemeente"], told["naam"]) == ("gemeente:GM0363", "Amsterdam")
    assert len(told["naasten"]) == 10
    distances = [one["afstand"] for one in told["naasten"]]
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["compute", "leerlingen_een", "--gemeente", "Hilversim"], "Bedoel je Hilversum?"),
        (["explain", "leerlingen_ene", "--gemeente", "Hilversum"], "leerlingen_een"),
        (["explain", "leerlingen_een", "--plaats", "school:x"], "00AB00"),
        (["explain", "leerlingen_een", "--plaats", "school:99ZZ99"], "geen plaats die hier"),
        (["explain", "leerlingen_een"], "--gemeente Hilversum"),
        (["indicatoren", "--werkruimte", "nergens"], "nog geen gegevens"),
    ],
)
def test_what_is_not_known_is_refused_with_what_looks_like_it(
    run: Callable[..., Said], refused: Callable[[Said], str], words: list[str], hint: str
) -> None:
    assert hint in refused(run(*words))
