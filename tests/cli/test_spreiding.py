"""The command that spreads pupils: the example of the handbook, read as people read it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import ROOT
from tools.spreidingsvoorbeeld import files

EXAMPLE = ROOT / "docs" / "voorbeelden" / "spreiding"
NO_DJANGO = (
    "import sys; sys.modules['django'] = None\n"
    "sys.argv = ['openlea', *sys.argv[1:]]\n"
    "from openlea.cli import main; main()"
)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command on the example, in an empty folder and where Django can't be imported."""
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    given = (
        "spreiding",
        str(EXAMPLE / "leerlingen-verzonnen.csv"),
        "--scholen",
        str(EXAMPLE / "scholen-verzonnen.csv"),
    )
    return subprocess.run(
        [sys.executable, "-c", NO_DJANGO, *given, *words],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def test_the_example_is_what_its_program_makes_with_the_same_seed() -> None:
    for name, text in files().items():
        assert (EXAMPLE / name).read_text(encoding="utf-8") == text


def test_it_says_what_was_asked_how_sure_it_is_and_hides_small_numbers(tmp_path: Path) -> None:
    done = run(tmp_path, "--band", "10", "--reis", "2.0")
    assert done.returncode == 0, done.stderr
    told = done.stdout.replace("\xa0", " ")
    assert "hooguit 10 procentpunt anders dan" in told
    assert "hooguit 2,0 km ver (hemelsbreed)" in told
    assert "dat is bewezen" in told
    assert "  <5" in told
    assert "Met --volledig" in told
    assert list(tmp_path.iterdir()) == []


def test_json_is_json_alone_and_all_is_shown_only_when_asked(tmp_path: Path) -> None:
    short = json.loads(run(tmp_path, "--reis", "2.0", "--json").stdout)
    whole = json.loads(run(tmp_path, "--reis", "2.0", "--json", "--volledig").stdout)
    assert set(whole) - set(short) == {"verplaatsingen"}
    assert whole["uitkomst"]["marge"] <= 0.01
    moved = whole["uitkomst"]["verplaatst"]
    assert sum(abs(one["verschil"]) for one in whole["verplaatsingen"]) == 2 * moved
    for one in short["scholen"]:
        for key in ("erbij", "eraf"):
            assert one[key] not in {1, 2, 3, 4}
    for one in whole["scholen"]:
        assert abs(one["aandeel"] - whole["gevraagd"]["doel"]) <= 10.5  # in whole percents


def test_what_can_not_is_an_answer_too(tmp_path: Path) -> None:
    done = run(tmp_path, "--band", "5", "--reis", "0.5")
    assert done.returncode == 0, done.stderr
    assert "Zo kan het niet." in done.stdout
    assert "de reisgrens moet" in done.stdout
    assert "de band moet" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--waarde", "misschien"), "'misschien' komt niet voor; er is: ja, nee."),
        (("--groep", "herkomst"), "kolom 'herkomst' ontbreekt; er is: pc4, groep, school, aantal."),
        (("--band", "-1"), "--band: -1 kan niet"),
    ],
)
def test_a_fault_is_a_line_and_no_traceback(
    tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    done = run(tmp_path, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
