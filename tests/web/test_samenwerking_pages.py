"""The pages on working together show who sees what, suggest, and share by consent of both."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from openlea.core.deling import Delingstap
from openlea.core.samenwerking import Samenwerkingsmodel
from openlea.policy.rechten import LidRol
from openlea.services.keep_modelkeuze import keep_modelkeuze
from openlea.services.offer_deling import Aanbod, offer_deling
from openlea.services.take_delingstap import take_delingstap
from openlea.storage.records.models import (
    Actie,
    Agendapunt,
    Deling,
    Lidmaatschap,
    Modelkeuze,
    Overlegreeks,
    Sturingskeuze,
    Werkruimte,
)
from tests.web.raadpleeg_wereld import closed
from tests.world import World

ANDER = "inclusiever-onderwijs"
ZELF = {"partijen": "weinig", "vertrouwen": "hoog", "doelen": "hoog", "opgave": "laag"}


def text(answer: Any) -> str:
    """Return what is read on a page, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def differ(world: World) -> None:
    keeper, today = world.actor(LidRol.AGENDABEHEERDER), timezone.localdate()
    for partij, model in (
        ("gemeente", Samenwerkingsmodel.KETEN),
        ("schoolbesturen", Samenwerkingsmodel.SCHOTTEN),
    ):
        keep_modelkeuze(keeper, "veld:voorschool", partij, model, sinds=today, today=today)


@pytest.fixture
def keeper(hilversum: World) -> Client:
    return hilversum.client(LidRol.AGENDABEHEERDER)


def test_without_any_word_the_front_invites_with_the_four_models(
    hilversum: World, keeper: Client
) -> None:
    found = text(keeper.get(hilversum.url("samenwerking/")))
    assert "Welke van de vier zijn jullie?" in found
    assert all(one.label in found for one in Samenwerkingsmodel)


def test_a_difference_is_told_and_goes_on_an_agenda_once(hilversum: World, keeper: Client) -> None:
    differ(hilversum)
    told = "Volgens Schoolbesturen: schotten; volgens Gemeente Hilversum: een keten."
    assert told in text(keeper.get(hilversum.url("samenwerking/")))
    reeks = Overlegreeks.objects.of(hilversum.werkruimte.pk).first()
    assert reeks is not None
    asked = {"thema": "veld:voorschool", "reeks": reeks.pk}
    for _ in range(2):
        answer = keeper.post(hilversum.url("samenwerking/op-de-agenda/"), asked)
        assert answer.status_code == 302
    punt = Agendapunt.objects.get(titel="Hoe werken we samen: Voorschool")
    assert punt.toelichting == told


def test_a_reader_gets_no_button_that_would_refuse(hilversum: World) -> None:
    differ(hilversum)
    page = hilversum.client(LidRol.WETHOUDER).get(hilversum.url("samenwerking/"))
    assert b"samenwerking/model/" not in page.content
    assert b"op-de-agenda" not in page.content


def test_a_partner_says_it_for_the_own_partij_with_the_plain_form(hilversum: World) -> None:
    client = hilversum.client(LidRol.PARTNER)
    page = client.get(hilversum.url("samenwerking/model/?thema=speerpunt:1A"))
    assert "Je zegt dit namens" in text(page)
    code = re.findall(r'name="partij" value="([^"]*)"', page.content.decode())
    asked = {"thema": "speerpunt:1A", "partij": code[0], "model": "netwerk"}
    answer = client.post(
        hilversum.url("samenwerking/model/"), {**asked, "sinds": "2026-01-05", "waarom": "Zo."}
    )
    assert answer.status_code == 302
    kept = Modelkeuze.objects.get()
    assert (kept.thema, kept.partij_id) == ("speerpunt:1A", hilversum.actor(LidRol.PARTNER).partij)


def test_an_own_theme_is_typed_and_a_forgotten_choice_keeps_what_was_typed(
    hilversum: World, keeper: Client
) -> None:
    url = hilversum.url("samenwerking/model/")
    asked = {"thema": "zelf", "eigen": "Nieuwkomers", "partij": "", "sinds": "2026-01-05"}
    refused = keeper.post(url, {**asked, "waarom": "Want het loopt."})
    assert refused.status_code == 422
    assert "Kies een van de vier." in text(refused)
    assert "Want het loopt." in text(refused)
    assert keeper.post(url, {**asked, "model": "keten"}).status_code == 302
    assert Modelkeuze.objects.get().thema == "Nieuwkomers"


def test_the_suggestion_comes_without_keeping_anything_and_with_its_reasons(
    hilversum: World, keeper: Client
) -> None:
    found = text(keeper.get(hilversum.url("samenwerking/sturing/"), ZELF))
    assert "Past het best: zelfsturing" in found
    assert "4 van de 4 antwoorden wijzen hierheen" in found
    assert not Sturingskeuze.objects.exists()


def test_half_answered_questions_say_which_one_lacks(hilversum: World, keeper: Client) -> None:
    page = keeper.get(hilversum.url("samenwerking/sturing/"), {"partijen": "weinig"})
    assert text(page).count("Kies een antwoord.") == 3
    assert "Past het best" not in text(page)


def test_choosing_otherwise_without_a_reason_is_refused_and_nothing_typed_is_lost(
    hilversum: World, keeper: Client
) -> None:
    url, asked = hilversum.url("samenwerking/sturing/"), {**ZELF, "gekozen": "netwerkorganisatie"}
    refused = keeper.post(url, asked)
    assert refused.status_code == 422
    assert "Schrijf in een zin waarom." in text(refused)
    assert 'id="kies-netwerkorganisatie" checked' in refused.content.decode()
    assert keeper.post(url, {**asked, "waarom": "We groeien."}).status_code == 302
    assert "de suggestie was zelfsturing" in text(keeper.get(url))


def test_one_click_makes_a_tip_an_action(hilversum: World, keeper: Client) -> None:
    answer = keeper.post(
        hilversum.url("samenwerking/tips/nieuwbouw/overnemen/"), {"speerpunt": "2B"}
    )
    assert answer.status_code == 302
    made = Actie.objects.get(
        naam="Nieuwbouw voor regulier en speciaal onderwijs samen", agenda=hilversum.agenda
    )
    assert f"Actie {made.code}" in text(keeper.get(hilversum.url("samenwerking/tips/")))


def test_an_address_of_nobody_answers_as_one_of_somebody(hilversum: World, keeper: Client) -> None:
    Deling.objects.all().delete()
    pages = []
    for adres in (ANDER, "bestaat--niet-echt-waar"):
        answer = keeper.post(
            hilversum.url("samenwerking/delen/"), {"adres": adres, "van": "2026-01-01"}, follow=True
        )
        plain = text(answer).replace(Deling.objects.get().adres, "ADRES")
        pages.append(re.sub(r"csrf\S+|\d+/", "", plain))
        Deling.objects.all().delete()
    assert pages[0] == pages[1]
    assert "Wacht op antwoord" in pages[0]


def test_a_whole_web_address_is_read_as_its_last_part(hilversum: World, keeper: Client) -> None:
    Deling.objects.all().delete()
    typed = f"https://lea.example/w/{ANDER}/agenda/"
    keeper.post(hilversum.url("samenwerking/delen/"), {"adres": typed, "van": "2026-01-01"})
    assert Deling.objects.get().adres == ANDER


def test_saying_yes_shows_the_other_route_and_stopping_takes_it_away(
    hilversum: World, keeper: Client
) -> None:
    page = text(keeper.get(hilversum.url("samenwerking/delen/")))
    assert "Wacht op jullie antwoord" in page
    deling, samen = Deling.objects.get(), hilversum.url("samenwerking/samen/")
    step = hilversum.url(f"samenwerking/delen/{deling.pk}/")
    theirs = "Analyse van de huidige vervoersstromen"
    assert theirs not in text(keeper.get(samen))
    keeper.post(step, {"stap": "aanvaarden"})
    assert theirs in text(keeper.get(samen))
    assert theirs in text(hilversum.client(LidRol.PARTNER).get(samen))
    keeper.post(step, {"stap": "intrekken"})
    assert theirs not in text(keeper.get(samen))


def test_nothing_internal_of_another_werkruimte_is_on_any_page(
    hilversum: World, keeper: Client
) -> None:
    Deling.objects.all().delete()
    other = World(Werkruimte.objects.get(slug=ANDER))
    secret = Actie.objects.filter(agenda=other.agenda)[0]
    Actie.objects.filter(pk=secret.pk).update(naam="Zwaluwnest", zichtbaarheid="intern")
    today = timezone.localdate()
    aanbod = Aanbod(adres="hilversum", van=today)
    deling = offer_deling(other.actor(LidRol.AGENDABEHEERDER), aanbod, today)
    take_delingstap(hilversum.actor(LidRol.AGENDABEHEERDER), deling.pk, Delingstap.AANVAARDEN)
    for path in ("samenwerking/", "samenwerking/samen/", "samenwerking/delen/", "zoeken/?q=Zwaluw"):
        found = keeper.get(hilversum.url(path)).content
        assert b"Zwaluwnest" not in found
    Actie.objects.filter(pk=secret.pk).update(zichtbaarheid="partners")
    assert b"Zwaluwnest" in keeper.get(hilversum.url("samenwerking/samen/")).content


def test_what_the_last_quickscan_says_to_talk_about_is_on_the_front_and_four_answers_are_not(
    hilversum: World, keeper: Client
) -> None:
    low = {f"visie_{number}": 1 for number in range(1, 8)}
    closed(hilversum, {"Scholen": 4}, low)
    few = keeper.get(hilversum.url("samenwerking/")).content.decode()
    assert "te weinig antwoorden" in few
    assert "sw-scan" not in few
    closed(hilversum, {"Scholen": 5}, low)
    enough = keeper.get(hilversum.url("samenwerking/")).content.decode()
    assert enough.count("<li><b>") == 5


def test_an_offer_asks_attention_of_who_can_answer_it_and_of_nobody_else(hilversum: World) -> None:
    said = "Inclusiever onderwijs wil met jullie delen"
    for rol in (LidRol.AGENDABEHEERDER, LidRol.REDACTEUR, LidRol.WETHOUDER, LidRol.PARTNER):
        page = text(hilversum.client(rol).get(hilversum.url("")))
        assert (said in page) is (rol is LidRol.AGENDABEHEERDER), rol


def test_a_region_begins_its_agenda_from_the_tips_and_a_redacteur_gets_no_dead_button(
    hilversum: World,
) -> None:
    room = Werkruimte.objects.create(slug="swv", naam="SWV", soort="regio")
    lid = hilversum.lid(LidRol.AGENDABEHEERDER)
    for rol in (LidRol.REDACTEUR, LidRol.AGENDABEHEERDER):
        Lidmaatschap.objects.filter(werkruimte=room).delete()
        Lidmaatschap.objects.create(
            werkruimte=room, persoon_id=lid.persoon_id, rol=rol, van="2026-01-01"
        )
        client = hilversum.client(LidRol.AGENDABEHEERDER)
        page = text(client.get("/w/swv/samenwerking/tips/"))
        assert ("Begin een ontwikkelagenda" in page) is (rol is LidRol.AGENDABEHEERDER)
    asked = {"blad": "ontwikkelagenda-inclusiever-onderwijs"}
    assert client.post("/w/swv/samenwerking/tips/overnemen/", asked).status_code == 302
    assert "Thuisnabij onderwijs en vervoer" in text(client.get("/w/swv/agenda/"))
