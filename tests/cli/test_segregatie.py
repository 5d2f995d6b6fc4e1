"""The command on a desk: one file in, indices out, without a werkruimte or a database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from openlea.cli.segregatie import sentence
from openlea.services.measure_segregatie import Maat

NO_DJANGO = (
    "import sys; sys.modules['django'] = None\n"
    "sys.argv = ['openlea', *sys.argv[1:]]\n"
    "from openlea.cli import main; main()"
)
ROWS = (
    "plaats;jaar;school;groep;n\nA;2024;s1;doel;40\nA;2024;s1;rest;10\n"
    "A;2024;s2;doel;10\nA;2024;s2;rest;40\n"
)
COLUMNS = ("--unit", "school", "--groep", "groep", "--aantal", "n")


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command on the file of the test, where Django can't be imported."""
    (folder / "in.csv").write_text(ROWS, encoding="utf-8")
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path("src").resolve())}
    command = [sys.executable, "-c", NO_DJANGO, "segregatie", "in.csv", *words]
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=120
    )


def test_as_json_it_tells_every_index_of_every_place_and_period(tmp_path: Path) -> None:
    done = run(tmp_path, *COLUMNS, "--plaats", "plaats", "--periode", "jaar", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert len(told) == 9
    assert set(told[0]) == {
        "plaats", "periode", "index", "waarde", "laag", "hoog", "verwacht", "gecorrigeerd",
    }  # fmt: skip
    assert (told[0]["plaats"], told[0]["periode"], told[0]["waarde"]) == ("A", "2024", 0.6)
    assert "Groep 'doel' staat naast de rest (rest)." in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


def test_without_json_it_says_what_it_means_for_children(tmp_path: Path) -> None:
    done = run(tmp_path, *COLUMNS, "--groep-waarde", "rest", "--zaad", "3")
    assert "drie op de vijf leerlingen met 'rest' zouden van school moeten" in done.stdout
    assert "zaad 3" in done.stdout
    assert "0,600" in done.stdout


def test_a_wrong_column_is_one_line_and_no_table(tmp_path: Path) -> None:
    done = run(tmp_path, "--unit", "school", "--groep", "soort", "--aantal", "n", "--json")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "kolom 'soort' ontbreekt; er is: plaats, jaar, school, groep, n." in done.stderr


@pytest.mark.parametrize(
    ("maat", "told"),
    [
        ({"waarde": 0.4, "gecorrigeerd": 0.33}, "Ongeveer één op de drie leerlingen met 'x' zou "),
        ({"waarde": 0.4, "is_toeval": True}, "dan door toeval alleen kan komen"),
        ({"laag": 0.2, "hoog": 0.3, "is_bereik": True}, "Tussen 20% en 30% van de leerlingen"),
        ({"waarde": 0.01, "gecorrigeerd": 0.0}, "Bijna geen leerling met 'x' hoeft"),
        ({}, "Hier is niets te berekenen"),
    ],
)
def test_the_sentence_says_what_was_found(maat: dict[str, float], told: str) -> None:
    one = Maat(plaats="A", periode=None, index="dissimilariteit", **maat)  # type: ignore[arg-type]
    assert told in sentence([one], "x")
