"""The questions of the oversight read from their file, and a slip is named with its place."""

from pathlib import Path

import pytest

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import CatalogueError
from openlea.core.plansoort import PlanSoort
from openlea.core.toezichtvraag import Toezichtdeel, read_toezichtvragen

ONE = """
[proef]
deel = "oab"
groep = "Proef"
vraag = "Klopt het?"
plichten = ["LEA-01"]
checked = 2026-11-22
"""


def shelf(tmp_path: Path, text: str) -> list[Path]:
    folder = tmp_path / "samenwerking"
    folder.mkdir()
    (folder / "toezicht.toml").write_text(text, encoding="utf-8")
    return [tmp_path]


def test_every_question_names_duties_and_plans_that_exist() -> None:
    roots = find_roots()
    plichten = open_plichten(roots).plichten
    vragen = read_toezichtvragen(roots)
    for vraag in vragen.values():
        assert set(vraag.noemt) <= set(plichten), vraag.id
        assert set(vraag.plansoorten) <= {soort.value for soort in PlanSoort}, vraag.id
    assert {vraag.deel for vraag in vragen.values()} == set(Toezichtdeel)


@pytest.mark.parametrize("plicht", ["VVE-02", "VVE-03", "VVE-04", "VVE-05", "LEA-01", "LEA-05"])
def test_what_the_law_asks_each_year_is_asked(plicht: str) -> None:
    vragen = read_toezichtvragen(find_roots()).values()
    assert any(plicht in vraag.plichten for vraag in vragen)


def test_a_question_of_ones_own_is_added_and_a_known_one_replaced(tmp_path: Path) -> None:
    own = shelf(tmp_path, ONE + ONE.replace("[proef]", "[doelgroep]"))
    vragen = read_toezichtvragen([*find_roots(), *own])
    assert vragen["proef"].vraag == vragen["doelgroep"].vraag == "Klopt het?"


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ('plichten = ["LEA-01"]', "names no duty"),
        ('vraag = "Klopt het?"', "needs a text under 'vraag'"),
        ('deel = "oab"', "'deel'"),
    ],
)
def test_what_is_left_out_is_named(tmp_path: Path, wrong: str, named: str) -> None:
    with pytest.raises(CatalogueError, match=named):
        read_toezichtvragen(shelf(tmp_path, ONE.replace(wrong, "")))


def test_a_slip_of_the_pen_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="'plicht' is not a known key"):
        read_toezichtvragen(shelf(tmp_path, ONE + 'plicht = "LEA-01"\n'))
