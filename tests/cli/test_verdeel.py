"""Dividing from the command line: no werkruimte, no database, and a fault is one line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

SCHOLEN = "school;punten;vorig\nSchool A;3;40\nSchool B;1;70\nSchool C;1;\n"
CRITERIA = """
titel = "Proef"
bron = "afspraak"
[[criterium]]
naam = "Punten"
kolom = "punten"
gewicht = 100
"""
NO_DJANGO = (
    "import sys; sys.modules['django'] = None\n"
    "sys.argv = ['openlea', *sys.argv[1:]]\n"
    "from openlea.cli import main; main()"
)


def run(folder: Path, *words: str, own: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command where Django can't be imported."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path("src").resolve())}
    env |= {"OPENLEA_CATALOGUE": own} if own else {}
    command = [sys.executable, "-c", NO_DJANGO, "verdeel", *words]
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "scholen.csv").write_text(SCHOLEN, encoding="utf-8")
    (tmp_path / "criteria.toml").write_text(CRITERIA, encoding="utf-8")
    (tmp_path / "ander.toml").write_text(
        CRITERIA.replace("Proef", "Met ondergrens").replace("bron", "ondergrens = 25\nbron"),
        encoding="utf-8",
    )
    return tmp_path


def test_the_answer_as_json_needs_no_database(desk: Path) -> None:
    done = run(
        desk,
        *("scholen.csv", "--budget", "100", "--criteria", "criteria.toml", "--json"),
        *("--vorig", "vorig", "--variant", "ander.toml", "--gevoeligheid"),
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["budget"], told["verdeeld"], told["methode"]) == (100, 100, "grootste_rest")
    assert {one["school"]: one["bedrag"] for one in told["scholen"]} == {
        "School A": 60,
        "School B": 20,
        "School C": 20,
    }
    assert told["scholen"][0]["waarom"][0]["punten"] == 3
    assert (told["scholen"][1]["vorig"], told["scholen"][1]["verschil"]) == (70, -50)
    assert [one["bedrag"] for one in told["varianten"][0]["scholen"]] == [50, 25, 25]
    assert told["gevoeligheid"]["criteria"][0]["hoger"]["verschoven"] == 0
    assert sorted(file.name for file in desk.iterdir()) == [
        *("ander.toml", "criteria.toml", "scholen.csv")
    ]


def test_without_json_there_is_a_table_and_a_sentence_for_each_school(desk: Path) -> None:
    done = run(
        desk,
        *("scholen.csv", "--budget", "100", "--criteria", "criteria.toml"),
        *("--methode", "webster", "--variant", "ander.toml", "--gevoeligheid", "--vorig", "vorig"),
    )
    assert done.returncode == 0, done.stderr
    for said in (
        "Proef: € 100 verdeeld (Webster (Sainte-Laguë))",
        "School A    € 60   € 40            € 50     € 60     € 60",
        "School C    € 20      –            € 25     € 20     € 20",
        "School A krijgt € 60. Punten: 3 van 5 punten, dat is € 60.",
        "Variant Met ondergrens: € 10 verschuift",
        "Gewicht van Punten 10 % lager: er verandert niets.",
        "Bij een gelijke aanspraak",
    ):
        assert said in done.stdout


def test_an_example_of_the_catalogue_is_used_by_its_name(desk: Path) -> None:
    (desk / "g.csv").write_text("gemeente,achterstandsscore\nG1,145\nG2,55\n", encoding="utf-8")
    done = run(desk, "g.csv", "--budget", "400000", "--criteria", "spuk_oab", "--json")
    assert [one["bedrag"] for one in json.loads(done.stdout)["scholen"]] == [290_000, 110_000]


def test_a_workbook_comes_beside_the_file_and_never_over_it(desk: Path) -> None:
    base = ("scholen.csv", "--budget", "100", "--criteria", "criteria.toml")
    assert run(desk, *base, "--out", "uit.xlsx").returncode == 0
    assert openpyxl.load_workbook(desk / "uit.xlsx")["Bedragen"].cell(2, 2).value == 60
    refused = run(desk, *base, "--out", "./scholen.csv")
    assert refused.returncode == 1
    assert "kies een andere naam" in refused.stderr
    assert (desk / "scholen.csv").read_text(encoding="utf-8") == SCHOLEN


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("weg.csv", "--criteria", "criteria.toml"), "weg.csv bestaat niet"),
        (("scholen.csv", "--criteria", "weg.toml"), "weg.toml bestaat niet"),
        (("scholen.csv", "--criteria", "weg"), "Voorbeelden: maatwerkplansubsidie"),
        (("scholen.csv", "--criteria", "maatwerkplansubsidie"), "kolom staat niet in"),
        (("scholen.csv", "--criteria", "criteria.toml", "--methode", "x"), "grootste_rest"),
        (("scholen.csv", "--criteria", "criteria.toml", "--vorig", "voorig"), "Bedoel je 'vorig'"),
        (("leeg.csv", "--criteria", "criteria.toml"), "het bestand is leeg"),
        (("fout.csv", "--criteria", "criteria.toml"), "regel 2 kolom punten: '<5' is geen getal"),
    ],
)
def test_what_is_wrong_is_said_in_a_line_and_never_as_a_traceback(
    desk: Path, words: tuple[str, ...], said: str
) -> None:
    (desk / "leeg.csv").write_text("", encoding="utf-8")
    (desk / "fout.csv").write_text("school;punten\nA;<5\n", encoding="utf-8")
    done = run(desk, *words, "--budget", "100")
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_command_of_the_handleiding_does_what_it_says() -> None:
    example = Path("docs/voorbeelden/verdeling/scholen-verzonnen.csv").resolve()
    words = ("--budget", "300000", "--criteria", "maatwerkplansubsidie", "--json")
    done = run(example.parent, str(example), *words)
    assert json.loads(done.stdout)["verdeeld"] == 300_000


def test_an_own_example_goes_before_ours_and_a_wrong_one_is_named(desk: Path) -> None:
    own = desk / "eigen" / "onderwijskansen" / "verdeling"
    own.mkdir(parents=True)
    (own / "maatwerkplansubsidie.toml").write_text(CRITERIA, encoding="utf-8")
    words = ("scholen.csv", "--budget", "100", "--criteria", "maatwerkplansubsidie")
    assert "Proef: € 100 verdeeld" in run(desk, *words, own="eigen").stdout
    (own / "fout.toml").write_text("titel = 3", encoding="utf-8")
    refused = run(desk, *words, own="eigen")
    assert "Overgeslagen" in refused.stderr
    assert "fout.toml titel: hier hoort een tekst" in refused.stderr
