"""Are we within the law: the page answers with totals and months, the task with proof and name."""

import json
import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings

from openlea.core.verplichting import BewijsStaat, TaakStaat
from openlea.policy.rechten import LidRol
from openlea.services.make_taken import make_taken
from openlea.storage.records.models import Bewijs, Verplichting
from tests.world import World

BEHEER, PUBLIEK = LidRol.AGENDABEHEERDER, LidRol.PUBLIEK
JAAR = timezone.localdate().year


@pytest.fixture
def taken(hilversum: World) -> World:
    """Return Hilversum with the tasks of this year."""
    make_taken(hilversum.actor(BEHEER), JAAR)
    return hilversum


def page(world: World, path: str, rol: LidRol = BEHEER) -> str:
    answer = world.client(rol).get(world.url(path))
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


def own(world: World) -> Verplichting:
    """Return a task of the gemeente that its people may prove from the first of January on."""
    found = Verplichting.objects.of(world.werkruimte.pk).standing().in_year(JAAR)
    task = found.filter(partij__code="gemeente", plicht="LPL-04").first()
    assert task is not None
    return task


def proof(**anders: object) -> dict[str, object]:
    return {
        "titel": "Leerplichtverslag",
        "gedateerd_op": timezone.localdate().isoformat(),
        "soort": "document",
        "adres": "https://voorbeeld.example/verslag",
        "zichtbaarheid": "publiek",
        **anders,
    }


def test_the_page_opens_with_the_own_partij_and_its_totals_in_one_sentence(taken: World) -> None:
    text = page(taken, "taken/")
    assert "Gemeente Hilversum · " in text
    assert re.search(r"Van \d+ taken dit jaar: \d+ bewezen", text)


def test_a_filter_stays_in_the_address_and_makes_no_sense_harmlessly(taken: World) -> None:
    every = page(taken, "taken/?partij=alle")
    assert every.count("tk-rij ") > page(taken, "taken/").count("tk-rij ")
    some = page(taken, "taken/?partij=alle&veld=leerplicht")
    assert "Leerplichtverslag" in some
    assert "Haal weg: " in some
    assert "Zijn we binnen de wet?" in page(taken, "taken/?jaar=drie&staat=boos&veld=x&partij=y")


def test_the_wheel_says_aloud_what_it_shows(taken: World) -> None:
    text = page(taken, "taken/")
    assert re.search(r'aria-label="sep \(september\): 1 taak', text)
    assert 'href="#maand-9"' in text
    assert 'id="maand-9"' in text


def test_a_year_that_nobody_made_ready_offers_to_do_so_and_only_to_who_may(taken: World) -> None:
    assert "Zet dit jaar klaar" in page(taken, f"taken/?jaar={JAAR + 5}")
    assert "Zet dit jaar klaar" not in page(taken, f"taken/?jaar={JAAR + 5}", PUBLIEK)
    client = taken.client(BEHEER)
    answer = client.post(taken.url("taken/maken/"), {"jaar": JAAR + 5}, follow=True)
    assert f"klaar voor {JAAR + 5}" in answer.content.decode()
    assert Verplichting.objects.filter(jaar=JAAR + 5).exists()


@pytest.mark.parametrize("formaat", ["csv", "json", "xlsx", "ics"])
def test_what_is_seen_can_be_taken_along(taken: World, formaat: str) -> None:
    address = taken.url(f"taken/taken.{formaat}?veld=leerplicht")
    answer = taken.client(BEHEER).get(address)
    assert answer.status_code == 200
    assert f".{formaat}" in answer["Content-Disposition"]
    assert len(answer.content) > 200
    if formaat == "json":
        assert {one["veld"] for one in json.loads(answer.content)} == {"leerplicht"}


def test_a_kind_of_file_that_is_not_there_is_not_found(taken: World) -> None:
    assert taken.client(BEHEER).get(taken.url("taken/taken.docx")).status_code == 404


def test_proof_is_handed_in_accepted_and_told_to_a_stranger_on_one_page(taken: World) -> None:
    task, client = own(taken), taken.client(BEHEER)
    form = proof(adres="", bestand=SimpleUploadedFile("verslag.txt", b"Het verslag."))
    client.post(taken.url(f"taken/{task.pk}/bewijs/"), form)
    kept = Bewijs.objects.get(verplichting=task)
    assert "wacht op een oordeel" in unescape(client.get(taken.url()).content.decode())
    client.post(
        taken.url(f"taken/{task.pk}/bewijs/{kept.pk}/"),
        {"staat": "aanvaard", "versie": kept.versie},
    )
    told = page(taken, f"taken/{task.pk}/bewijs/", PUBLIEK)
    assert "Bewezen op" in told
    assert "Leerplichtverslag" in told
    task.refresh_from_db()
    assert task.staat == TaakStaat.BEWEZEN


def test_proof_may_be_accepted_at_once_and_that_can_be_taken_back(taken: World) -> None:
    task, client = own(taken), taken.client(BEHEER)
    client.post(taken.url(f"taken/{task.pk}/bewijs/"), proof(aanvaard="on"))
    kept = Bewijs.objects.get(verplichting=task)
    assert kept.staat == BewijsStaat.AANVAARD
    again = {"staat": "voorgesteld", "versie": kept.versie}
    client.post(taken.url(f"taken/{task.pk}/bewijs/{kept.pk}/"), again)
    kept.refresh_from_db()
    assert kept.staat == BewijsStaat.VOORGESTELD


def test_proof_that_is_not_whole_is_told_at_its_field_and_keeps_what_was_written(
    taken: World,
) -> None:
    task = own(taken)
    answer = taken.client(BEHEER).post(
        taken.url(f"taken/{task.pk}/bewijs/"), proof(titel="Mijn stuk", adres="")
    )
    text = unescape(answer.content.decode())
    assert "Kies een bestand of vul een link in." in text
    assert 'value="Mijn stuk"' in text
    assert not Bewijs.objects.filter(verplichting=task).exists()


def test_rejecting_what_a_person_proposed_asks_why(taken: World) -> None:
    task, client = own(taken), taken.client(BEHEER)
    client.post(taken.url(f"taken/{task.pk}/bewijs/"), proof())
    kept = Bewijs.objects.get(verplichting=task)
    address = taken.url(f"taken/{task.pk}/bewijs/{kept.pk}/")
    answer = client.post(address, {"staat": "afgewezen", "versie": kept.versie}, follow=True)
    assert "Schrijf op waarom je dit bewijs afwijst" in unescape(answer.content.decode())
    client.post(address, {"staat": "afgewezen", "versie": kept.versie, "reden": "Te oud."})
    assert "Waarom niet: Te oud." in page(taken, f"taken/{task.pk}/")


def test_not_for_us_needs_a_reason_and_shows_it(taken: World) -> None:
    task, client = own(taken), taken.client(BEHEER)
    address = taken.url(f"taken/{task.pk}/staat/")
    form = {"staat": "nvt", "versie": task.versie, "reden": "", "notitie": ""}
    answer = client.post(address, form)
    assert "Schrijf op waarom de taak niet van toepassing is" in unescape(answer.content.decode())
    client.post(address, {**form, "reden": "Hier zijn geen scholen."})
    assert "Hier zijn geen scholen." in page(taken, f"taken/{task.pk}/")


def test_who_was_second_sees_both_texts_and_loses_none(taken: World) -> None:
    task, client = own(taken), taken.client(BEHEER)
    address = taken.url(f"taken/{task.pk}/staat/")
    first = {"staat": "bezig", "versie": task.versie, "reden": "", "notitie": "De eerste."}
    client.post(address, first)
    answer = client.post(address, {**first, "notitie": "De tweede."})
    text = unescape(answer.content.decode())
    assert "Iemand anders was je voor" in text
    assert "De eerste." in text
    assert text.count("De tweede.") >= 2, "beside the other, and in the form"
    task.refresh_from_db()
    assert task.notitie == "De eerste."


def test_a_visitor_reads_every_public_task_but_no_note_nor_form(taken: World) -> None:
    task = own(taken)
    address = taken.url(f"taken/{task.pk}/staat/")
    note = {"staat": "bezig", "versie": task.versie, "reden": "", "notitie": "Onder ons."}
    taken.client(BEHEER).post(address, note)
    text = page(taken, f"taken/{task.pk}/", PUBLIEK)
    assert "Onder ons." not in text
    assert "Zet er bewijs bij" not in text
    assert "Leerplichtwet 1969, artikel 25" in text


@pytest.mark.parametrize(
    ("op", "article"),
    [("2021-06-01", "167a"), ("2023-06-01", "161"), ("2026-11-22", "161")],
)
def test_a_duty_shows_the_article_of_the_day(hilversum: World, op: str, article: str) -> None:
    text = page(hilversum, f"taken/wet/LEA-01/?op={op}", PUBLIEK)
    head = text.split('class="tk-waar__wet"')[1][:300]
    assert f"WPO, artikel {article}," in head
    assert f"artikel={article}&g={op}" in head


def test_a_duty_that_did_not_hold_leads_to_the_nearest_day(hilversum: World) -> None:
    text = page(hilversum, "taken/wet/LEA-01/?op=1990-01-01")
    assert "Dit gold niet op 1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}1990" in text
    [nearest] = re.findall(r'is [^<]+ <a href="\?op=([\d-]+)"|$', text)[:1]
    assert "Dit gold niet" not in page(hilversum, f"taken/wet/LEA-01/?op={nearest}")


def test_a_day_that_is_none_is_told_and_today_is_shown(hilversum: World) -> None:
    for path in ("taken/wet/?op=gisteren", "taken/wet/LEA-01/?op=gisteren"):
        assert "Dit is geen dag" in page(hilversum, path)


def test_the_law_is_searched_by_article_also_by_its_old_number(hilversum: World) -> None:
    assert "taken/wet/LEA-01/" in page(hilversum, "taken/wet/?q=WPO+167a")
    nothing = page(hilversum, "taken/wet/?q=xyzzy")
    assert "Geen taak past bij deze filters" in nothing


def test_what_nobody_verified_is_marked_where_it_stands(hilversum: World) -> None:
    text = page(hilversum, "taken/wet/?zeker=niet+geverifieerd")
    rows = text.count('class="tk-wettaak"')
    assert rows == text.count("Niet geverifieerd, nagelezen ") > 0


def test_an_unknown_duty_and_task_are_not_found(hilversum: World) -> None:
    for path in ("taken/wet/XXX-99/", "taken/999999/", "taken/999999/bewijs/"):
        assert hilversum.client(BEHEER).get(hilversum.url(path)).status_code == 404


def test_the_tabs_lead_a_visitor_only_to_what_is_open(hilversum: World) -> None:
    text = page(hilversum, "taken/wet/", PUBLIEK)
    tabs = text.split('aria-label="Wettelijke taken"')[1].split("</nav>")[0]
    assert "De wet" in tabs
    assert "Zelfbeoordeling" not in tabs
    assert Client().get(hilversum.url("taken/")).status_code == 200


def test_a_task_that_is_late_says_by_how_many_days(taken: World) -> None:
    task = own(taken)
    Verplichting.objects.filter(pk=task.pk).update(uiterlijk=date(JAAR - 1, 1, 1))
    assert "dagen te laat" in page(taken, f"taken/{task.pk}/")


def test_an_action_of_the_agenda_can_be_the_proof(taken: World) -> None:
    task, client = own(taken), taken.client(BEHEER)
    form = proof(soort="actie", adres="")
    answer = client.post(taken.url(f"taken/{task.pk}/bewijs/"), form)
    assert "Kies waar het om gaat: actie." in unescape(answer.content.decode())
    client.post(taken.url(f"taken/{task.pk}/bewijs/"), {**form, "actie": "1A1"})
    assert Bewijs.objects.get(verplichting=task).actie is not None
    assert 'actie/1A1/">Leerplichtverslag' in page(taken, f"taken/{task.pk}/")


def test_a_proposal_without_a_day_asks_for_it_before_it_is_accepted(taken: World) -> None:
    task, client = own(taken), taken.client(BEHEER)
    client.post(taken.url(f"taken/{task.pk}/bewijs/"), proof())
    Bewijs.objects.filter(verplichting=task).update(gedateerd_op=None)
    text = page(taken, f"taken/{task.pk}/")
    assert "Van welke dag is dit stuk?" in text
    assert "Aanvaard als bewijs" in text


def test_more_tasks_ask_no_more_of_the_database(
    taken: World, django_assert_max_num_queries: Any
) -> None:
    client = taken.client(BEHEER)
    with CaptureQueriesContext(connection) as few:
        client.get(taken.url("taken/?veld=leerplicht"))
    with django_assert_max_num_queries(len(few)):
        client.get(taken.url("taken/?partij=alle"))


def test_a_duty_names_the_papers_that_mention_it_in_full(hilversum: World) -> None:
    text = page(hilversum, "taken/wet/VVE-01/")
    assert "GOAB-handreiking over samenwerking van gemeente en onderwijs, §1.2" in text


def test_a_wrong_file_of_ones_own_is_named_and_breaks_no_page(
    hilversum: World, settings: Settings, tmp_path: Path
) -> None:
    duties = tmp_path / "samenwerking" / "duties"
    duties.mkdir(parents=True)
    (duties / "stuk.toml").write_text('id = "EIGEN-2"', encoding="utf-8")
    (tmp_path / "samenwerking" / "seed_notities.toml").write_text("stuk", encoding="utf-8")
    settings.CATALOGUE = str(tmp_path)
    assert "samenwerking/duties/stuk.toml" in page(hilversum, "taken/wet/")
    assert "stuk.toml" not in page(hilversum, "taken/wet/", PUBLIEK)
    assert str(tmp_path) not in page(hilversum, "taken/wet/")
    assert "GOAB-handreiking" in page(hilversum, "taken/wet/VVE-01/")
