"""`openlea overgangen`: the contract of its keys, with open figures where nothing was delivered."""

import json
import os
import subprocess
import sys
from pathlib import Path

KEYS = {"overgang", "teller", "noemer", "aandeel", "bekend", "peildatum", "bron", "let_op"}


def run(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "openlea", "overgangen", *words, "--data", str(tmp_path / "d")],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"OPENLEA_DATABASE": ""},
    )


def test_a_gemeente_without_a_werkruimte_has_its_open_figures(tmp_path: Path) -> None:
    done = run(tmp_path, "--gemeente", "Hilversum", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [set(one) >= KEYS for one in found] == [True] * 7
    within = next(one for one in found if one["overgang"] == "binnen_vo")
    assert within["noemer"] == {"laag": 8046, "hoog": 8046}
    assert 0 < within["aandeel"]["laag"] < within["aandeel"]["hoog"] < 100


def test_what_is_not_known_is_null_with_the_reason(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "--gemeente", "Hilversum", "--json").stdout)
    for one in found:
        if one["overgang"] != "binnen_vo":
            assert (one["teller"], one["aandeel"]) == (None, None)
            assert one["waarom_niet"]


def test_a_gemeente_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    done = run(tmp_path, "--gemeente", "Hilversem")
    assert done.returncode != 0
    assert "Hilversum" in done.stderr
    assert "Traceback" not in done.stderr
