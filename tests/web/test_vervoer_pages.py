"""The page on transport says what DUO says and no more, and asks no script of anybody."""

from typing import Any

import pytest

from openlea.policy.rechten import LidRol
from openlea.services.describe_vervoer import describe_vervoer
from openlea.storage.records.models import Werkruimte
from tests.web.cijfer_blad import text
from tests.world import World


def read(world: World, vraag: str = "", rol: LidRol = LidRol.AGENDABEHEERDER) -> Any:
    return world.client(rol).get(world.url("vervoer/") + vraag)


@pytest.mark.parametrize("rol", [LidRol.AGENDABEHEERDER, LidRol.LEZER, LidRol.PUBLIEK])
def test_everybody_who_sees_figures_reads_the_range_and_the_source(
    hilversum: World, rol: LidRol
) -> None:
    said = text(read(hilversum, "?soort=so", rol))
    so = next(one for one in describe_vervoer(["GM0402"]).soorten if one.soort == "so")
    ends = f"{so.verder.laag:g} tot {so.verder.hoog:g}"
    assert f"gaan er {ends} naar een school verder dan 6 km" in said
    assert "DUO, leerlingen naar postcode, 1 oktober 2024" in said
    assert "Oberon" in said
    assert "Niet nagelezen." in said


def test_another_limit_is_a_form_that_needs_no_script(hilversum: World) -> None:
    answer = read(hilversum, "?soort=vso&grens=4")
    assert answer.context["een"].grens == 4
    assert "verder dan 4 km" in text(answer)
    assert '<option value="4" selected>' in answer.content.decode()


@pytest.mark.parametrize("vraag", ["?grens=99", "?grens=x", "?soort=hbo", "?grens="])
def test_a_strange_question_gets_the_usual_page(hilversum: World, vraag: str) -> None:
    answer = read(hilversum, vraag)
    assert answer.status_code == 200
    assert answer.context["een"].grens == 6


def test_lower_limits_let_more_pupils_in(hilversum: World) -> None:
    highest = [one.leerlingen.hoog for one in read(hilversum, "?soort=so").context["anders"]]
    assert highest == sorted(highest, reverse=True)
    assert all(one.erbij for one in read(hilversum).context["anders"])


def test_every_stream_is_in_the_table_the_furthest_first(hilversum: World) -> None:
    answer = read(hilversum, "?soort=so")
    ways = [row["km"] for row in answer.context["stromen"]]
    assert ways == sorted(ways, reverse=True)
    assert len(ways) == answer.content.decode().count('data-kop="Naar"')


def test_the_table_of_the_map_is_a_file(hilversum: World) -> None:
    answer = read(hilversum, "?soort=so&csv=dichtbij")
    assert answer["Content-Type"].startswith("text/csv")
    assert "1211" in answer.content.decode()


def test_a_werkruimte_without_a_gemeente_says_what_comes_here(hilversum: World) -> None:
    Werkruimte.objects.filter(slug="hilversum").update(plaats="")
    assert "Hier komen de reizen naar school" in text(read(hilversum))


def test_the_page_is_found_from_kansen(hilversum: World) -> None:
    answer = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url("kansen/"))
    assert hilversum.url("vervoer/") in answer.content.decode()


def test_each_home_postcode_stands_beside_its_closest_school(hilversum: World) -> None:
    answer = read(hilversum, "?soort=so")
    thuis = answer.context["thuis"].grafiek
    assert "de dichtstbijzijnde school van hun soort" in text(answer)
    assert all(rij[4] >= rij[5] - 0.01 for rij in thuis.rijen)
    csv = read(hilversum, "?soort=so&csv=thuis").content.decode()
    assert len(csv.strip().splitlines()) == len(thuis.rijen) + 1


def test_the_page_says_which_support_is_far_and_that_the_demo_is_an_example(
    hilversum: World,
) -> None:
    said = text(read(hilversum, "?soort=so"))
    assert "Welke ondersteuning is ver weg?" in said
    assert "(voorbeeld)" in said
    assert "staat niet in de gegevens van DUO" in said


def test_what_a_carrier_told_is_only_for_who_may_see_internal_figures(hilversum: World) -> None:
    inside = text(read(hilversum))
    assert "Klachten per 1.000 ritten" in inside
    assert "Verzonnen voor de demo" in inside
    assert "Vergeleken met" in inside
    # The demo measured the bus for the first time: two shares of other rides are not a trend.
    assert "Op tijd is niet te vergelijken" in inside
    outside = text(read(hilversum, rol=LidRol.PUBLIEK))
    assert "Hoe gaat het met het contract?" not in outside
    assert "Klachten per 1.000 ritten" not in outside
