"""Own files of duties: they add, they replace, and a wrong one costs itself alone."""

import os
from pathlib import Path

import pytest

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import CatalogueError

SOUND = """
id = "{id}"
titel = "Eigen regel"
aard = "plicht"
houder = ["college"]
wat = "Dit moet hier."
controle = ["O"]
checked = 2026-11-22

[[version]]
from = 2024-01-01
wet = "Verordening"
artikel = "2"

[version.values]
afstand = {{ waarde = {waarde}, eenheid = "km" }}
"""
TERM = '\n[[version.termijn]]\nevery_year = "10-01"\n'
EVERY = '\n[[version.termijn]]\nevery = "{}"\n'
PERIOD = "\n[[version.termijn]]\nperiod = 2026-01-01\nuntil = 2025-01-01\n"


def lay(root: Path, name: str, text: str) -> Path:
    file = root / "vervoer" / "duties" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    lay(tmp_path / "ours", "wet", SOUND.format(id="LLV-04", waarde=6))
    return tmp_path / "ours"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    return tmp_path / "own"


def test_every_duty_that_comes_along_can_be_read() -> None:
    kast = open_plichten((SHIPPED,))
    assert len(kast.plichten) > 2
    assert not kast.fouten
    assert not any(plicht.lokaal for plicht in kast.plichten.values())


def test_an_own_duty_is_added_and_says_that_it_is_local(ours: Path, own: Path) -> None:
    lay(own, "eigen", SOUND.format(id="LLV-90", waarde=4))
    kast = open_plichten((ours, own))
    assert {naam: one.lokaal for naam, one in kast.plichten.items()} == {
        "LLV-04": False,
        "LLV-90": True,
    }


def test_an_own_duty_with_a_known_id_replaces_ours_whole(ours: Path, own: Path) -> None:
    lay(own, "eigen", SOUND.format(id="LLV-04", waarde=4))
    (plicht,) = open_plichten((ours, own)).plichten.values()
    assert plicht.lokaal
    assert plicht.versies[0].waarden["afstand"].waarde == 4


@pytest.mark.parametrize(
    ("fault", "named"),
    [
        ("id = ", "not valid TOML"),
        (SOUND.format(id="LLV-04", waarde='"zes"'), "number"),
        (SOUND.format(id="LLV-04", waarde="nan"), "number"),
        (SOUND.format(id="LLV-04", waarde=4).replace("checked = 2026", "checked = 9999"), "9999"),
        (SOUND.format(id="LLV-04", waarde=4) + "\n[[example]]\non = 2024-01-01\nexpect = 3", "exp"),
        (
            SOUND.format(id="LLV-04", waarde=4)
            + '\n[[example]]\non = 2024-01-01\nexpect = { afstand = "zes" }',
            "number",
        ),
        (SOUND.format(id="../../weg", waarde=4), "is no id"),
        (SOUND.format(id="X-\u00b2", waarde=4), "is no id"),
        (SOUND.format(id="x" * 41, waarde=4), "is no id"),
        (SOUND.format(id="LLV-04", waarde="9" * 5000), "not valid TOML"),
        (SOUND.format(id="LLV-04", waarde="[" * 5000), "not valid TOML"),
        (SOUND.format(id="LLV-04", waarde=4) + TERM + 'houder = "koning"', "'houder'"),
        (SOUND.format(id="LLV-04", waarde=4) + TERM + f'code = "{"x" * 41}"', "'code'"),
        (SOUND.format(id="LLV-04", waarde=4) + EVERY.format("9999 jaar"), "at most 100"),
        (SOUND.format(id="LLV-04", waarde=4) + PERIOD, "before it begins"),
    ],
)
def test_a_wrong_own_file_costs_itself_alone(ours: Path, own: Path, fault: str, named: str) -> None:
    wrong = lay(own, "fout", fault)
    lay(own, "goed", SOUND.format(id="LLV-91", waarde=5))
    kast = open_plichten((ours, own))
    assert list(kast.plichten) == ["LLV-04", "LLV-91"]
    assert not kast.plichten["LLV-04"].lokaal, "ours holds as long as the own one can't be read"
    assert list(kast.fouten) == [wrong]
    assert named in kast.fouten[wrong]


def test_an_own_file_that_points_nowhere_costs_itself_alone(ours: Path, own: Path) -> None:
    good = lay(own, "goed", SOUND.format(id="LLV-91", waarde=5))
    nowhere, folder = good.with_name("weg.toml"), good.with_name("map.toml")
    nowhere.symlink_to(own / "er-niet")
    folder.mkdir()
    kast = open_plichten((ours, own))
    assert "LLV-91" in kast.plichten
    assert sorted(kast.fouten) == [folder, nowhere]


def test_one_id_in_two_own_files_keeps_the_first_and_names_both(ours: Path, own: Path) -> None:
    first = lay(own, "a", SOUND.format(id="LLV-90", waarde=4))
    second = lay(own, "b", SOUND.format(id="LLV-90", waarde=5))
    kast = open_plichten((ours, own))
    assert kast.plichten["LLV-90"].file == first
    assert str(first) in kast.fouten[second]


def test_a_wrong_file_of_ours_is_refused_aloud(ours: Path) -> None:
    lay(ours, "fout", "id = ")
    with pytest.raises(CatalogueError, match="not valid TOML"):
        open_plichten((ours,))


def test_a_changed_file_is_read_again(ours: Path, own: Path) -> None:
    file = lay(own, "eigen", SOUND.format(id="LLV-90", waarde=4))
    before = open_plichten((ours, own))
    assert open_plichten((ours, own)) is before, "unchanged files are read once"
    lay(own, "eigen", SOUND.format(id="LLV-90", waarde=5))
    os.utime(file, ns=(1, 1))
    after = open_plichten((ours, own)).plichten["LLV-90"]
    assert after.versies[0].waarden["afstand"].waarde == 5
