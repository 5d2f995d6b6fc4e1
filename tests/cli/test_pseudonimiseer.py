"""The command on a desk: no server, no database, one file in and one file out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

CONTENT = "BSN;Naam;Geboortedatum;Postcode\n123456782;Plantjong;3-4-2022;1217 AB\n123456781;P;x;y\n"
NO_DJANGO = (
    "import sys; sys.modules['django'] = None\n"
    "sys.argv = ['openlea', *sys.argv[1:]]\n"
    "from openlea.cli import main; main()"
)
# What a child inherits of its parent's peak counts in getrusage, but not here.
PEAK = (
    "import atexit, pathlib, re\n"
    "status = pathlib.Path('/proc/self/status')\n"
    "peak = lambda: re.search(r'VmHWM:\\s+(\\d+)', status.read_text())[1]\n"
    "atexit.register(lambda: print(peak()))\n"
)


def run(folder: Path, *words: str, first: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command, and what is to come first, where Django can't be imported."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(Path("src").resolve())}
    command = [sys.executable, "-c", first + NO_DJANGO, "pseudonimiseer", *words]
    return subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=300
    )


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "in.csv").write_text(CONTENT)
    assert run(tmp_path, "--maak-sleutel", "k").returncode == 0
    return tmp_path


def test_it_runs_without_django_and_makes_no_folder_of_data(desk: Path) -> None:
    done = run(desk, "in.csv", "--sleutel", "k", "--out", "uit.csv", "--json")
    assert done.returncode == 0, done.stderr
    assert sorted(file.name for file in desk.iterdir()) == ["in.csv", "k", "uit.csv"]
    told = json.loads(done.stdout)
    assert (told["rijen"], told["afgekeurd"]) == (1, 1)
    assert (desk / "uit.csv").read_text().startswith("pseudoniem;Geboortedatum;Postcode\n")
    for planted in ("123456782", "123456781", "Plantjong", "1217 AB"):
        assert planted not in done.stdout + (desk / "uit.csv").read_text()


def test_key_and_outcome_are_for_their_owner_alone(desk: Path) -> None:
    run(desk, "in.csv", "--sleutel", "k", "--out", "uit.csv")
    assert [(desk / name).stat().st_mode & 0o777 for name in ("k", "uit.csv")] == [0o600] * 2


@pytest.mark.parametrize("out", ["in.csv", "./in.csv", "link.csv"])
def test_it_never_writes_over_what_it_reads(desk: Path, out: str) -> None:
    os.link(desk / "in.csv", desk / "link.csv")
    done = run(desk, "in.csv", "--sleutel", "k", "--out", out)
    assert done.returncode == 1
    assert (desk / "in.csv").read_text() == CONTENT


def test_what_is_refused_leaves_the_earlier_outcome_as_it_was(desk: Path) -> None:
    (desk / "uit.csv").write_text("eerder")
    (desk / "in.csv").write_text("naam\nPlantjong\n")
    done = run(desk, "in.csv", "--sleutel", "k", "--out", "uit.csv")
    assert done.returncode == 1
    assert "Plantjong" not in done.stderr
    assert (desk / "uit.csv").read_text() == "eerder"
    assert len(list(desk.iterdir())) == 3


def test_a_key_with_a_slip_is_refused_and_a_key_is_never_overwritten(desk: Path) -> None:
    key = (desk / "k").read_text()
    assert run(desk, "--maak-sleutel", "k").returncode == 1
    other = "a" if key[30] != "a" else "b"
    (desk / "k").write_text(key[:30] + other + key[31:])
    done = run(desk, "in.csv", "--sleutel", "k", "--out", "uit.csv")
    assert done.returncode == 1
    assert key[20:40] not in done.stderr


def test_a_workbook_gives_what_its_csv_gives(desk: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in CONTENT.splitlines():
        sheet.append(line.split(";"))
    book.save(desk / "in.xlsx")
    for name in ("in.csv", "in.xlsx"):
        done = run(desk, name, "--sleutel", "k", "--out", f"{name}.uit")
        assert done.returncode == 0, done.stderr
    assert (desk / "in.csv.uit").read_bytes() == (desk / "in.xlsx.uit").read_bytes()


def test_an_own_number_asks_whose_it_is(desk: Path) -> None:
    (desk / "in.csv").write_text("Kindnummer;Geboortedatum\n17;2022-04-03\n")
    words = ("in.csv", "--sleutel", "k", "--out", "uit.csv")
    assert "--afzender" in run(desk, *words).stderr
    assert run(desk, *words, "--afzender", "SCH").returncode == 0


def test_a_hundred_thousand_rows_need_no_more_memory_than_a_few(desk: Path) -> None:
    with (desk / "in.csv").open("w") as out:
        out.write("Kindnummer;Geboortedatum;Postcode;Opmerking\n")
        for number in range(100_000):
            out.write(f"{number};2022-04-03;1217 AB;{'een lange opmerking ' * 4}\n")
    words = ("in.csv", "--sleutel", "k", "--out", "uit.csv", "--afzender", "SCH")
    done = run(desk, *words, first=PEAK)
    assert done.returncode == 0, done.stderr
    assert "100000 rijen" in done.stdout
    assert int(done.stdout.split()[-1]) < 100_000, "kilobytes"
