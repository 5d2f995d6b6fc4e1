"""The forecast on screen: a picture with its table, per school, with what was assumed."""

import re

import pytest
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.services.prognose.bewaren import compute_run
from openlea.storage.records.models import Bouwplan, Prognoserun, Werk
from openlea.web.pages.prognose.school import say_chance
from tests.world import World

BEHEER = LidRol.AGENDABEHEERDER
BEGIN = "vooruit/prognose/"


def shown(world: World, path: str = "", rol: LidRol = BEHEER, status: int = 200) -> str:
    answer = world.client(rol).get(world.url(f"{BEGIN}{path}"))
    assert answer.status_code == status, path
    return str(answer.content.decode())


def newest(world: World) -> Prognoserun:
    return Prognoserun.objects.of(world.werkruimte.pk)[0]


def test_the_first_sentence_and_the_table_say_the_same_numbers_as_the_forecast(
    hilversum: World,
) -> None:
    told = newest(hilversum).uitkomst
    last = told["reeks"][-1]
    page = re.sub(r"(?<=\d)\.(?=\d{3})", "", shown(hilversum))
    assert f"zijn het er naar verwachting {last['midden']}; 80 van de 100 keer" in page
    csv = hilversum.client(BEHEER).get(hilversum.url(f"{BEGIN}?csv=leerlingen")).content.decode()
    low, high = (str(last[one]).replace(".", ",") for one in ("laag", "hoog"))
    assert re.search(rf"{low}(,0)?;{high}(,0)?", csv), "the file holds the band of the picture"


def test_a_school_has_its_own_page_with_the_norm_and_whether_it_was_tried(hilversum: World) -> None:
    code, school = next(iter(newest(hilversum).uitkomst["scholen"].items()))
    page = shown(hilversum, f"school/{code}/")
    assert school["naam"] in page
    assert "Blijft zij boven de norm?" in page
    assert "niet getoetst" in page, "one year was counted, so nothing was held out"
    shown(hilversum, "school/99ZZ99/", status=404)


@pytest.mark.parametrize(
    ("kans", "words"),
    [
        (0.09, "9 van de 100 keer"),
        (0.5, "50 van de 100 keer"),
        (0.0, "hooguit 1 van de 100 keer"),
        (1.0, "minstens 99 van de 100 keer"),
    ],
)
def test_a_chance_is_told_in_hundreds_and_nothing_is_certain(kans: float, words: str) -> None:
    assert say_chance(kans) == words


def test_two_forecasts_beside_each_other_differ_by_the_houses_alone(hilversum: World) -> None:
    after, before = Prognoserun.objects.of(hilversum.werkruimte.pk)[:2]
    assert after.zaad == before.zaad
    assert after.uitkomst["nu"] == before.uitkomst["nu"]
    page = shown(hilversum, f"vergelijk/?a={after.pk}&b={before.pk}")
    assert "Grootste verschil eerst" in page
    assert after.uitkomst["reeks"][-1]["midden"] > before.uitkomst["reeks"][-1]["midden"]
    assert shown(hilversum, f"vergelijk/?a={after.pk}&b={after.pk}")


def test_asking_puts_the_work_in_the_row_and_the_same_question_gives_the_same_numbers(
    hilversum: World,
) -> None:
    before = newest(hilversum)
    again = hilversum.client(BEHEER).post(hilversum.url(f"{BEGIN}reken/"))
    assert again.status_code == 302
    assert Werk.objects.filter(soort="maak_prognose").count() == 1
    kept = compute_run(
        hilversum.actor(BEHEER),
        "bo",
        before.vraag["jaren"],
        timezone.localdate(),
        before.vraag["trekkingen"],
    )
    assert kept.pk != before.pk, "what was kept is never written over"
    assert kept.uitkomst == before.uitkomst


def test_without_a_forecast_there_is_one_clear_button(hilversum: World) -> None:
    Prognoserun.objects.all().delete()
    assert "Maak een prognose" in shown(hilversum)
    assert "Maak een prognose" not in shown(hilversum, rol=LidRol.PARTNER)
    assert "twee nodig" in shown(hilversum, "vergelijk/")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"jaar": "1990"}, "Kies een jaar van"),
        ({"woningen": "0"}, "woningen"),
        ({"leerlingen": "9"}, "Schrijf een getal van 0 tot"),
        ({"bron": ""}, "waar deze aantallen staan"),
        ({"leerlingen": "veel"}, "Schrijf een getal"),
    ],
)
def test_a_wrong_building_plan_is_named_and_nothing_typed_is_lost(
    hilversum: World, typed: dict[str, str], why: str
) -> None:
    good = {"naam": "De Kade", "jaar": "2030", "woningen": "100", "leerlingen": "0,5", "bron": "B"}
    many = Bouwplan.objects.count()
    address = hilversum.url(f"{BEGIN}bouwplannen/")
    answer = hilversum.client(BEHEER).post(address, good | typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert why in page
    assert 'value="De Kade"' in page
    assert Bouwplan.objects.count() == many


def test_a_building_plan_is_added_in_dutch_and_taken_away(hilversum: World) -> None:
    client, address = hilversum.client(BEHEER), hilversum.url(f"{BEGIN}bouwplannen/")
    typed = {"naam": "De Kade", "jaar": "2030", "woningen": "100", "leerlingen": "0,5", "bron": "B"}
    assert client.post(address, typed).status_code == 302
    plan = Bouwplan.objects.get(naam="De Kade")
    assert sum(plan.kinderen_per_woning.values()) == pytest.approx(0.5)
    assert "De Kade" in shown(hilversum, "bouwplannen/", LidRol.PARTNER)
    refused = hilversum.client(LidRol.PARTNER).post(f"{address}{plan.pk}/weg/")
    assert refused.status_code == 403
    assert client.post(f"{address}{plan.pk}/weg/").status_code == 302
    assert not Bouwplan.objects.filter(naam="De Kade").exists()


def test_outside_nobody_sees_building_plans_or_what_was_kept(hilversum: World) -> None:
    for path in ("", "bouwplannen/", "vergelijk/"):
        shown(hilversum, path, LidRol.LEZER, status=403)
