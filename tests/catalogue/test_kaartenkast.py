"""Own kinds of plans and processes: they add, and a wrong file takes no page down."""

from pathlib import Path

import pytest

from openlea.catalogue.kaartenkast import (
    open_plankaarten,
    open_programma,
    open_toezichtvragen,
    open_trajecten,
    wrong_cards,
)
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import CatalogueError
from openlea.core.traject import read_trajecten

OWN = """
[verhuizing]
titel = "Een school verhuist"
waarom = "Omdat het hier zo is afgesproken."
bron = "Eigen afspraak"
controle = "S"
checked = 2026-11-22

[[verhuizing.stap]]
code = "besluit"
titel = "Besluiten"
wie = "College"

[[verhuizing.stap]]
code = "brief"
titel = "Ouders schrijven"
wie = "School"
within = "2 weken"
after = "besluit"
na = "besluit"
"""


def lay(root: Path, name: str, text: str) -> Path:
    file = root / "openbaar_onderwijs" / f"{name}.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return root


def test_an_own_process_stands_beside_those_of_the_law(tmp_path: Path) -> None:
    found = open_trajecten((SHIPPED, lay(tmp_path, "trajecten", OWN)))
    assert {"verhuizing", "opheffing"} <= set(found)
    assert [one.code for one in found["verhuizing"].stappen] == ["besluit", "brief"]


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (OWN.replace('na = "besluit"', 'na = "bestaat_niet"'), "bestaat_niet"),
        (OWN.replace('code = "brief"', 'code = "besluit"'), "two steps"),
        (OWN.replace('within = "2 weken"', 'within = "een poosje"'), "within"),
        (OWN.replace('after = "besluit"', 'after = "besluit"\ntermijn = "1"'), "keep one"),
        (OWN.replace('within = "2 weken"', 'kleur = "rood"'), "kleur"),
        (OWN.split("[[", maxsplit=1)[0], "at least one"),
        (OWN.replace("checked", 'vorm = ["koning"]\nchecked'), "vorm"),
    ],
)
def test_a_wrong_own_process_is_named_and_costs_only_itself(
    tmp_path: Path, wrong: str, named: str
) -> None:
    root = lay(tmp_path, "trajecten", wrong)
    with pytest.raises(CatalogueError, match=named):
        read_trajecten((root,))
    assert set(open_trajecten((SHIPPED, root))) == set(open_trajecten((SHIPPED,)))
    (why,) = wrong_cards((SHIPPED, root)).values()
    assert named in why


def test_a_wrong_own_kind_of_plan_is_named_and_costs_only_itself(tmp_path: Path) -> None:
    root = lay(tmp_path, "plansoorten", "[x]\ntitel = 3")
    assert set(open_plankaarten((SHIPPED, root))) == set(open_plankaarten((SHIPPED,)))
    assert len(wrong_cards((SHIPPED, root))) == 1
    lay(tmp_path, "trajecten", "[x]")
    assert len(wrong_cards((SHIPPED, root))) == 2, "each is named, not only the last"


@pytest.mark.parametrize("name", ["toezicht", "programma_van_eisen"])
@pytest.mark.parametrize("text", ["x = [", "los = 1", "[zo]\nniet = 1", "[" * 5000])
def test_wrong_own_questions_cost_themselves_alone(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / "samenwerking" / f"{name}.toml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    roots = (SHIPPED, tmp_path)
    assert len(open_programma(roots).eisen) == 69
    assert open_toezichtvragen(roots) == open_toezichtvragen((SHIPPED,))
    assert len(wrong_cards(roots)) == 1
