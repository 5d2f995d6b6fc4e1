"""What a werkruimte read in by itself is for its own people: the public sees what is published."""

import json
from typing import Any

import pytest
from pytest_django import Settings

from openlea.core.place import PlaceKind
from openlea.policy.rechten import LidRol
from openlea.services.compute_figures import compute_figures
from openlea.storage.figures.store import open_figures
from tests.services.rekenwereld import Rekenwereld, rekenwereld
from tests.web.api_wereld import ROOT, Programma, make_key
from tests.world import World

__all__ = ["rekenwereld"]
OUTSIDE = [LidRol.PUBLIEK, LidRol.LEZER]
PAGE = "cijfers/verklaar/leerlingen_een/school/00AB00/2024-10-01/"
PAGES = [
    PAGE,
    "cijfers/indicator/leerlingen_een/?niveau=school",
    "cijfers/indicator/leerlingen_een/?niveau=school&csv=plaatsen",
    "cijfers/indicatoren/",
]
ASKED = f"{ROOT}/cijfers?indicator=leerlingen_een&soort=school&werkruimte=hilversum"
EXACT = 613_829
"""A count that stands in no other place of a page."""


@pytest.fixture
def own_count(rekenwereld: Rekenwereld, hilversum: World, settings: Settings) -> World:
    """Let the published table hide a count that the own one holds exactly."""
    settings.API_TEMPO = 0
    hilversum.werkruimte.openbaar = True
    hilversum.werkruimte.save()
    rekenwereld.load("proef_een", {"00AB00": (EXACT, EXACT)}, laag="hilversum")
    compute_figures()
    compute_figures(laag="hilversum")
    return hilversum


def told(world: World, path: str, rol: LidRol) -> str:
    """Return an answer as text, without points between thousands."""
    answer: Any = world.client(rol).get(world.url(path))
    assert answer.status_code == 200
    return str(answer.content.decode()).replace(".", "")


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("rol", OUTSIDE)
def test_an_own_count_is_on_no_page_for_who_stands_outside(
    own_count: World, rol: LidRol, path: str
) -> None:
    assert str(EXACT) not in told(own_count, path, rol)


@pytest.mark.parametrize("rol", [LidRol.AGENDABEHEERDER, LidRol.PARTNER])
def test_who_takes_part_sees_the_own_count(own_count: World, rol: LidRol) -> None:
    assert str(EXACT) in told(own_count, PAGE, rol)


def test_the_interface_tells_an_own_count_to_who_takes_part_alone(own_count: World) -> None:
    partner = Programma(make_key(own_count.lid(LidRol.PARTNER)))
    assert str(EXACT).encode() in partner.ask(ASKED).content
    lezer = Programma(make_key(own_count.lid(LidRol.LEZER)))
    [row] = [
        one for one in json.loads(lezer.ask(ASKED).content) if one["plaats"].endswith("00AB00")
    ]
    assert (row["laag"], row["hoog"]) == (1, 4)


@pytest.mark.parametrize("laag", ["elders", "landelijk"])
def test_an_own_count_is_in_no_other_layer(own_count: World, laag: str) -> None:
    found = open_figures(laag).of_indicator("leerlingen_een", PlaceKind.SCHOOL)
    assert found
    assert all(one.bereik is None or one.bereik.hoog < EXACT for one in found)
