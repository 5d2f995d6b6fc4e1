"""Work is followed, stopped and asked again on a page that also works without script."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from openlea.policy.rechten import LidRol, Noun, Verb
from openlea.services.ask_work import ask_work
from openlea.services.do_work import do_work
from openlea.storage.records.models import Werk
from tests.services.werk_proef import TEL, add_soort
from tests.world import World

HTMX = {"HX-Request": "true"}
soort = pytest.fixture(name="soort")(add_soort)


@pytest.fixture
def werk(hilversum: World, soort: Callable[..., str]) -> Werk:
    """Ask for counting, as the agendabeheerder."""
    soort()
    return ask_work(hilversum.actor(LidRol.AGENDABEHEERDER), TEL, {"tot": 3}, naam="Tellen tot 3")


@pytest.fixture
def beheer(hilversum: World) -> Client:
    return hilversum.client(LidRol.AGENDABEHEERDER)


def put(werk: Werk, **fields: Any) -> None:
    Werk.objects.filter(pk=werk.pk).update(**fields)


def running(werk: Werk) -> None:
    now = timezone.now()
    put(werk, staat="loopt", begonnen_op=now, teken_op=now, stap="Stap 2", gedaan=2, totaal=3)


def page(world: World, client: Client, werk: Werk, ask: str = "", **headers: Any) -> str:
    return client.get(world.url(f"werk/{werk.pk}/{ask}"), **headers).content.decode()


def test_the_list_says_what_is_asked_by_whom_and_how_it_stands(
    hilversum: World, beheer: Client, werk: Werk
) -> None:
    running(werk)
    text = beheer.get(hilversum.url("werk/")).content.decode()
    assert "Tellen tot 3" in text
    assert "Agendabeheerder (demo)" in text
    assert "Bezig, 2 van 3" in text


def test_a_werkruimte_without_work_says_what_will_stand_here(
    hilversum: World, beheer: Client
) -> None:
    Werk.objects.all().delete()
    assert "Er is nog geen werk" in beheer.get(hilversum.url("werk/")).content.decode()


def test_the_list_asks_the_database_as_often_for_much_as_for_little(
    hilversum: World, beheer: Client, werk: Werk, django_assert_max_num_queries: Any
) -> None:
    many = [
        Werk(werkruimte=hilversum.werkruimte, soort=TEL, naam=f"W{one}", sleutel=f"{one}")
        for one in range(60)
    ]
    for one in many:
        one.rol, one.lid_id = LidRol.AGENDABEHEERDER, werk.lid_id
    Werk.objects.bulk_create(many)
    with django_assert_max_num_queries(12):
        text = beheer.get(hilversum.url("werk/")).content.decode()
    assert "pagina=2" in text


def test_running_work_has_a_bar_a_stop_button_and_a_way_without_script(
    hilversum: World, beheer: Client, werk: Werk
) -> None:
    running(werk)
    text = page(hilversum, beheer, werk)
    assert "<progress aria-labelledby" in text
    assert 'value="2" max="3"' in text
    assert "Stop</span>" in text
    assert "<noscript><p><a href=" in text


def test_the_browser_gets_only_the_part_and_a_reader_hears_only_a_new_step(
    hilversum: World, beheer: Client, werk: Werk
) -> None:
    running(werk)
    part = page(hilversum, beheer, werk, headers=HTMX)
    assert "<html" not in part
    assert "hx-trigger" in part
    assert "hx-swap-oob" in part
    same = page(hilversum, beheer, werk, "?gezien=loopt:Stap%202", headers=HTMX)
    assert "hx-swap-oob" not in same


def test_the_asking_ends_when_the_work_does(hilversum: World, beheer: Client, werk: Werk) -> None:
    do_work(werk.pk)
    url = hilversum.url(f"werk/{werk.pk}/")
    answer = beheer.get(url, headers=HTMX)
    assert "hx-trigger" not in answer.content.decode()
    assert answer["HX-Reswap"] == "outerHTML"
    assert "HX-Refresh" not in answer
    assert beheer.get(url + "?heel=1", headers=HTMX)["HX-Refresh"] == "true"


def test_finished_work_shows_its_sentence_its_numbers_its_steps_and_no_stop(
    hilversum: World, beheer: Client, werk: Werk
) -> None:
    do_work(werk.pk)
    text = page(hilversum, beheer, werk)
    for said in ("Geteld tot 3.", "<dt>Aantal</dt><dd>3</dd>", "Stap 1", "Stap 3"):
        assert said in text
    assert "stoppen" not in text


def test_the_outcome_of_the_demo_leads_to_where_it_stands(hilversum: World, beheer: Client) -> None:
    text = beheer.get(hilversum.url("werk/1/")).content.decode()
    assert f'<a href="{hilversum.url("agenda/")}">Bekijk de uitkomst</a>' in text


def test_stop_stops_and_again_asks_anew(hilversum: World, beheer: Client, werk: Werk) -> None:
    stopped = beheer.post(hilversum.url(f"werk/{werk.pk}/stoppen/"), follow=True)
    text = stopped.content.decode()
    assert "Gestopt" in text
    assert "Vraag het opnieuw" in text
    again = beheer.post(hilversum.url(f"werk/{werk.pk}/opnieuw/"))
    new = Werk.objects.get(soort=TEL, staat="wacht")
    assert again["Location"] == hilversum.url(f"werk/{new.pk}/")
    assert new.argumenten == {"tot": 3}


def test_work_that_runs_is_asked_to_stop_once(hilversum: World, beheer: Client, werk: Werk) -> None:
    running(werk)
    url = hilversum.url(f"werk/{werk.pk}/stoppen/")
    text = beheer.post(url, follow=True).content.decode()
    assert "Stopt na deze stap" in text
    assert f'action="{url}"' not in text


def test_what_succeeded_is_not_done_again_by_an_old_button(
    hilversum: World, beheer: Client, werk: Werk
) -> None:
    do_work(werk.pk)
    beheer.post(hilversum.url(f"werk/{werk.pk}/opnieuw/"))
    assert Werk.objects.filter(soort=TEL).count() == 1


def test_work_of_a_crashed_worker_is_seen_as_failed(
    hilversum: World, beheer: Client, werk: Werk
) -> None:
    running(werk)
    put(werk, teken_op=timezone.now() - timedelta(minutes=3))
    assert "Niet gelukt" in beheer.get(hilversum.url("werk/")).content.decode()
    text = page(hilversum, beheer, werk)
    assert "geen teken van leven" in text
    assert "Vraag het opnieuw" in text


def test_waiting_for_nobody_is_said(hilversum: World, beheer: Client, werk: Werk) -> None:
    assert "openlea work" not in page(hilversum, beheer, werk)
    put(werk, aangevraagd_op=timezone.now() - timedelta(minutes=2))
    assert "openlea work" in page(hilversum, beheer, werk)


def test_who_only_reads_sees_no_buttons(hilversum: World, werk: Werk) -> None:
    running(werk)
    text = page(hilversum, hilversum.client(LidRol.WETHOUDER), werk)
    assert "<progress" in text
    assert "werk_stoppen" not in text
    assert "/stoppen/" not in text


def test_again_is_offered_only_with_the_right_of_that_verb(
    hilversum: World, werk: Werk, soort: Callable[..., str]
) -> None:
    soort(recht=(Noun.LID, Verb.MAKEN))
    put(werk, staat="mislukt", fout="Kan niet.")
    redacteur = hilversum.client(LidRol.REDACTEUR)
    assert "/opnieuw/" not in page(hilversum, redacteur, werk)
    assert redacteur.post(hilversum.url(f"werk/{werk.pk}/opnieuw/")).status_code == 403


def test_work_of_another_werkruimte_is_not_there(hilversum: World, beheer: Client) -> None:
    other = Werk.objects.exclude(werkruimte=hilversum.werkruimte)[0]
    assert beheer.get(hilversum.url(f"werk/{other.pk}/")).status_code == 404
    assert beheer.post(hilversum.url(f"werk/{other.pk}/stoppen/")).status_code == 404
