"""From made-up children to a lottery that is checked, on a desk without a server or database."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

NO_DJANGO = (
    "import sys; sys.modules['django'] = None\n"
    "sys.argv = ['openlea', *sys.argv[1:]]\n"
    "from openlea.cli import main; main()"
)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command where Django can't be imported."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path("src").resolve())}
    return subprocess.run(
        [sys.executable, "-c", NO_DJANGO, "plaats", *words],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


FILES = (
    *("--kinderen", "in/kinderen-verzonnen.csv", "--scholen", "in/scholen.csv"),
    *("--regels", "po_zoals_utrecht"),
)
ZAAD = ("--zaad", "Trekking van de dag: 4 8 15")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with forty made-up children of Hilversum."""
    folder = tmp_path_factory.mktemp("bureau")
    done = run(folder, "voorbeeld", "--gemeente", "Hilversum", "--aantal", "40", "--out", "in")
    assert done.returncode == 0, done.stderr
    assert "40 verzonnen kinderen" in done.stdout
    return folder


def test_made_up_children_say_so_and_the_same_seed_makes_the_same(desk: Path) -> None:
    first = (desk / "in" / "kinderen-verzonnen.csv").read_text()
    assert all(line.startswith("verzonnen-") for line in first.splitlines()[1:])
    more = ("--aantal", "40", "--out", "weer", "--json")
    done = run(desk, "voorbeeld", "--gemeente", "hilversum", *more)
    assert json.loads(done.stdout)["verzonnen"] is True
    assert len((desk / "weer" / "kinderen-verzonnen.csv").read_text().splitlines()) == 41
    again = run(desk, "voorbeeld", "--gemeente", "Hilversum", *more)
    assert again.returncode == 0
    assert (desk / "weer" / "kinderen-verzonnen.csv").read_text() == first


def test_a_municipality_that_is_not_there_is_told(desk: Path) -> None:
    done = run(desk, "voorbeeld", "--gemeente", "Nergenshuizen", "--out", "x")
    assert done.returncode == 1
    assert "--gemeente" in done.stderr


def test_the_walk_from_promise_to_a_changed_byte(desk: Path) -> None:
    done = run(desk, "vastleggen", *FILES, "--out", "uit", "--json")
    assert done.returncode == 0, done.stderr
    promised = json.loads(done.stdout)["vastlegging"]
    refused = run(desk, *FILES, "--out", "uit")
    assert refused.returncode == 1
    assert "--zaad" in refused.stderr

    done = run(desk, *FILES, *ZAAD, "--out", "uit", "--json")
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert (told["kinderen"], told["vastlegging"]) == (40, promised)
    assert told["vooraf_vastgelegd"] is True
    assert "verzonnen-" not in done.stdout, "nothing of a single child on the screen"
    letters = sorted((desk / "uit" / "brieven").iterdir())
    assert len(letters) == 40
    assert {letter.suffix for letter in letters} == {".docx"}
    assert stat.S_IMODE(letters[0].stat().st_mode) == 0o600
    assert (desk / "uit" / "protocol.pdf").read_bytes().startswith(b"%PDF")

    checked = run(desk, "verifieer", "uit", "--vastlegging", promised)
    assert checked.returncode == 0, checked.stdout
    register = desk / "uit" / "register.json"
    content = bytearray(register.read_bytes())
    content[len(content) // 2] ^= 1
    register.write_bytes(bytes(content))
    checked = run(desk, "verifieer", "uit")
    assert checked.returncode == 1
    assert "FOUT" in checked.stdout
    assert "klopt niet" in checked.stderr


def test_without_a_promise_it_says_that_it_is_a_trial(desk: Path) -> None:
    done = run(desk, *FILES, "--out", "proef", "--brieven", "geen")
    assert done.returncode == 0, done.stderr
    assert "een proef" in done.stdout
    assert run(desk, "verifieer", "proef").returncode == 0


def test_the_laboratory_gives_the_same_twice_and_names_no_child(desk: Path) -> None:
    words = ("lab", *FILES, "--lotingen", "8", "--zaad", "3")
    done = run(desk, *words, "--out", "een", "--json")
    assert done.returncode == 0, done.stderr
    assert "lotingen: 0 van 8" in done.stderr, "progress is not in the answer"
    assert run(desk, *words, "--out", "twee").returncode == 0
    first = (desk / "een" / "lab.json").read_text()
    assert first == (desk / "twee" / "lab.json").read_text()
    assert "verzonnen-" not in first
    told = json.loads(first)
    assert told == json.loads(done.stdout)
    assert (told["lotingen"], told["zaad"], len(told["gegevens_sha256"])) == (8, 3, 64)
    names = [one["naam"] for one in told["varianten"]]
    assert names[0] == "zoals_nu"
    assert {"loting_meervoudig", "wijze_boston", "zonder_broer_zus", "een_klas_meer"} <= set(names)
    for variant in told["varianten"]:
        assert variant["eerste_keus"]["laag"] <= variant["eerste_keus"]["gemiddeld"]
        assert 0 <= variant["segregatie_doelgroep"]["gemiddeld"] <= 1
        assert all(group["kinderen"] >= 5 for group in variant["groepen"].values())


def test_a_fault_in_a_file_is_one_line_with_its_place(desk: Path) -> None:
    (desk / "fout.csv").write_text("nummer;wensen\nkind-1;NIET\n")
    words = ("--kinderen", "fout.csv", *FILES[2:])
    done = run(desk, *words, "--out", "fout")
    assert done.returncode == 1
    assert done.stderr.startswith("fout.csv, regel 2, kolom wensen: ")
    assert not (desk / "fout").exists()
