"""The kinds of plans on the shelf: each has a holder, a source, and parts that a duty names."""

from pathlib import Path

import pytest

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import SHIPPED
from openlea.core.duur import Duur, Tijdseenheid
from openlea.core.errors import CatalogueError
from openlea.core.plankaart import read_plankaarten
from openlea.core.plansoort import PlanSoort

KAARTEN = read_plankaarten((SHIPPED,))
PLICHTEN = open_plichten((SHIPPED,)).plichten
OWN = """
[speelplan]
titel = "Speelplan"
houder = ["gemeente"]
vastgesteld_door = "College"
waarom = "Omdat het hier is afgesproken."
bron = "Eigen afspraak"
controle = "S"
checked = 2026-11-22
"""


def test_every_kind_that_a_plan_can_have_is_on_the_shelf() -> None:
    assert set(KAARTEN) == {str(one) for one in PlanSoort}


@pytest.mark.parametrize("kaart", KAARTEN.values(), ids=list(KAARTEN))
def test_the_duties_that_a_kind_names_are_on_the_shelf(kaart: object) -> None:
    named = {kaart.overleg, kaart.delen_van} - {""}  # type: ignore[attr-defined]
    assert named <= set(PLICHTEN)


def test_every_duty_that_a_plan_proves_names_a_kind_on_the_shelf() -> None:
    asked = {one.plansoort for one in PLICHTEN.values() if one.plansoort}
    assert asked <= set(KAARTEN)


def test_the_seven_parts_of_an_ondersteuningsplan_are_those_of_the_duty() -> None:
    assert len(PLICHTEN[KAARTEN["ondersteuningsplan"].delen_van].onderwerpen) == 7
    assert KAARTEN["ondersteuningsplan"].langste == Duur(4, Tijdseenheid.JAAR)


def test_a_municipality_adds_a_kind_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "samenwerking" / "plansoorten.toml"
    file.parent.mkdir()
    file.write_text(OWN, encoding="utf-8")
    assert "speelplan" in read_plankaarten((SHIPPED, tmp_path))


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (OWN.replace('"gemeente"', '"koning"'), "houder"),
        (OWN + 'langste = "een poos"', "langste"),
        (OWN + "kleur = 3", "kleur"),
        (OWN + "[[speelplan.deel]]\ncode = 'a'", "titel"),
    ],
)
def test_a_wrong_kind_says_what_is_wrong(tmp_path: Path, wrong: str, named: str) -> None:
    file = tmp_path / "samenwerking" / "plansoorten.toml"
    file.parent.mkdir()
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(CatalogueError, match=named):
        read_plankaarten((tmp_path,))
