"""A round of questions is held, shared by link and read; no page tells what one person said."""

import json

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.services.answer_raadpleging import answer_raadpleging
from openlea.storage.records.models import Agendapunt, Overlegreeks, Raadpleging
from tests.web.raadpleeg_wereld import closed, opened, prepared
from tests.world import World

BEHEER, PARTNER = LidRol.AGENDABEHEERDER, LidRol.PARTNER
LOW = {f"visie_{n}": 1 for n in range(1, 8)}


def page(world: World, rol: LidRol, ronde: Raadpleging) -> str:
    return read(world.client(rol), world, f"{ronde.pk}/")


def read(client: Client, world: World, path: str = "") -> str:
    answer = client.get(world.url(f"samenwerking/raadplegingen/{path}"))
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_a_round_goes_from_a_list_to_links_to_an_outcome(hilversum: World) -> None:
    client = hilversum.client(BEHEER)
    assert "Quickscan samenwerking" in read(client, hilversum, "nieuw/")
    typed = {
        "titel": "Onze quickscan",
        "eigen": "Scholen, 12\nOpvang",
        "opent_op": timezone.localdate().isoformat(),
        "sluit_op": timezone.localdate().isoformat(),
    }
    made = client.post(hilversum.url("samenwerking/raadplegingen/nieuw/?lijst=quickscan"), typed)
    assert made.status_code == 302
    ronde = Raadpleging.objects.get(titel="Onze quickscan")
    assert dict(ronde.groepen.values_list("naam", "gevraagd")) == {"Scholen": 12, "Opvang": None}
    links = client.post(reverse("raadpleging_openen", args=["hilversum", ronde.pk]))
    assert links.content.decode().count("/r/") == 4, "per group: the link, and in the mail"
    assert "no-store" in links["Cache-Control"]
    stap = reverse("raadpleging_stap", args=["hilversum", ronde.pk])
    assert client.post(stap, {"doe": "sluit"}).status_code == 302
    assert "te weinig antwoorden" in page(hilversum, BEHEER, ronde)


def test_a_wrong_field_is_named_and_nothing_typed_is_lost(hilversum: World) -> None:
    client = hilversum.client(BEHEER)
    typed = {
        "titel": "Vroeger",
        "eigen": "A\na",
        "opent_op": "2020-01-01",
        "sluit_op": "2020-01-02",
    }
    url = hilversum.url("samenwerking/raadplegingen/nieuw/?lijst=quickscan")
    answer = client.post(url, typed)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Kies een dag die nog komt." in shown
    assert "Een groep staat er twee keer in." in shown
    assert 'value="Vroeger"' in shown


def test_without_a_list_the_lists_are_shown(hilversum: World) -> None:
    answer = hilversum.client(BEHEER).post(hilversum.url("samenwerking/raadplegingen/nieuw/"))
    assert answer.status_code == 422
    assert "Kies eerst een vragenlijst." in answer.content.decode()


def test_somebody_else_was_first_and_both_texts_stand_there(hilversum: World) -> None:
    ronde = prepared(hilversum)
    client = hilversum.client(BEHEER)
    typed = {
        "versie": "0",
        "titel": "Mijn naam",
        "eigen": "Scholen",
        "opent_op": ronde.opent_op.isoformat(),
        "sluit_op": ronde.sluit_op.isoformat(),
    }
    url = reverse("raadpleging_wijzigen", args=["hilversum", ronde.pk])
    shown = client.post(url, typed).content.decode()
    assert "Mijn naam" in shown
    assert "Nu bewaard door iemand anders" in shown
    assert "Proefvragen" in shown


def test_an_open_round_tells_numbers_as_classes_and_no_outcome(hilversum: World) -> None:
    ronde, links = opened(hilversum)
    for _ in range(6):
        answer_raadpleging(links["Scholen"].split("/")[2], LOW)
    for rol in (BEHEER, PARTNER):
        shown = page(hilversum, rol, ronde)
        assert "5 tot 9" in shown
        assert "Minder dan 5" in shown
        assert "Om over te praten" not in shown
        assert "rp-strip" not in shown
    assert (
        json.loads(read(hilversum.client(BEHEER), hilversum, f"{ronde.pk}.json"))["uitkomst"]
        is None
    )


def test_four_answers_show_nothing_that_could_tell_who_and_five_do(hilversum: World) -> None:
    four = closed(hilversum, {"Scholen": 4}, LOW)
    five = closed(hilversum, {"Scholen": 5}, LOW)
    few, enough = (page(hilversum, PARTNER, ronde) for ronde in (four, five))
    assert "Er zijn te weinig antwoorden" in few
    assert "rp-strip" not in few
    assert "Om over te praten" in enough
    assert "rp-strip" in enough
    for formaat in ("csv", "json"):
        file = read(hilversum.client(PARTNER), hilversum, f"{four.pk}.{formaat}")
        assert "aag" not in file.replace("vraag", "").replace("Vraag", "")


def test_a_small_group_is_marked_and_counted_only_with_others(hilversum: World) -> None:
    shown = page(hilversum, BEHEER, closed(hilversum, {"Scholen": 5, "Opvang": 2}, LOW))
    assert "te weinig antwoorden" in shown
    assert "Samen: Scholen, Opvang" in shown


def test_an_outcome_stands_beside_the_round_before_it(hilversum: World) -> None:
    before = closed(hilversum, {"Scholen": 6}, dict.fromkeys(LOW, 5))
    after = closed(hilversum, {"Scholen": 6}, LOW)
    Raadpleging.objects.filter(pk=after.pk).update(vorige=before)
    assert "Lager dan vorige keer" in page(hilversum, BEHEER, after)


def test_a_point_goes_to_the_agenda_of_a_consultation(hilversum: World) -> None:
    ronde = closed(hilversum, {"Scholen": 6}, LOW)
    client, reeks = hilversum.client(BEHEER), Overlegreeks.objects.order_by("pk")[0]
    url = reverse("raadpleging_agenda", args=["hilversum", ronde.pk])
    for _ in range(2):
        client.post(url, {"vraag": "visie_1", "reeks": str(reeks.pk)})
    [punt] = Agendapunt.objects.filter(titel__startswith="Praten over: We zijn het erover eens")
    assert punt.reeks_id == reeks.pk
    assert "laag" in punt.toelichting
    for wrong in (
        {"vraag": "sturing_1", "reeks": str(reeks.pk)},
        {"vraag": "visie_1", "reeks": "x"},
    ):
        assert client.post(url, wrong).status_code == 404


def test_a_link_is_renewed_or_taken_back_and_shown_once(hilversum: World) -> None:
    ronde, links = opened(hilversum)
    groep = ronde.groepen.get(naam="Scholen")
    client, url = (
        hilversum.client(BEHEER),
        reverse("raadpleging_link", args=["hilversum", ronde.pk]),
    )
    shown = client.post(url, {"groep": str(groep.pk)})
    assert "/r/" in shown.content.decode()
    assert Client().get(links["Scholen"]).status_code == 404
    client.post(url, {"groep": str(groep.pk), "intrekken": "1"})
    assert "De link is ingetrokken" in page(hilversum, BEHEER, ronde)
    assert "/r/" not in page(hilversum, BEHEER, ronde)


def test_a_concept_is_not_in_the_list_of_a_partner(hilversum: World) -> None:
    ronde = prepared(hilversum)
    assert "Proefvragen" not in read(hilversum.client(PARTNER), hilversum)
    assert "Proefvragen" in read(hilversum.client(BEHEER), hilversum)
    answer = hilversum.client(PARTNER).get(hilversum.url(f"samenwerking/raadplegingen/{ronde.pk}/"))
    assert answer.status_code == 404


def test_an_empty_list_invites(hilversum: World) -> None:
    Raadpleging.objects.all().delete()
    assert "Kies een vragenlijst" in read(hilversum.client(BEHEER), hilversum)
    assert "Er is nog geen raadpleging" in read(hilversum.client(PARTNER), hilversum)


@pytest.mark.parametrize("doe", ["herhaal", "weg", "", "onzin"])
def test_a_step_that_can_not_be_is_refused(hilversum: World, doe: str) -> None:
    ronde, _ = opened(hilversum)
    url = reverse("raadpleging_stap", args=["hilversum", ronde.pk])
    assert hilversum.client(BEHEER).post(url, {"doe": doe}).status_code in {404, 409}


def test_the_list_tells_what_came_of_a_round(hilversum: World) -> None:
    closed(hilversum, {"Scholen": 5}, LOW)
    closed(hilversum, {"Scholen": 4}, LOW)
    shown = read(hilversum.client(PARTNER), hilversum)
    assert "5 punten om over te praten." in shown
    assert "Te weinig antwoorden om iets te tonen." in shown
