"""Who watches over privacy reads who did what, and nobody else does."""

import json
import time

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client

from openlea.core.logboek import INSTALLATIE, Logsoort
from openlea.policy.rechten import LidRol
from openlea.services.log_deed import log_deed
from openlea.services.log_event import log_event
from openlea.services.make_beheerder import make_beheerder
from openlea.services.seal_log import seal_log
from openlea.storage.records.models import Logregel, Persoon
from tests.world import World, enter


@pytest.fixture(autouse=True)
def nothing_seen_before() -> None:
    cache.clear()


def page(world: World, **asked: str) -> str:
    answer = world.client(LidRol.AUDITOR).get(world.url("logboek/"), asked)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("rol", [one for one in LidRol if one is not LidRol.AUDITOR])
def test_only_who_audits_reads_the_log(hilversum: World, rol: LidRol) -> None:
    assert hilversum.client(rol).get(hilversum.url("logboek/")).status_code in {302, 403}


def test_a_line_is_told_in_words_with_the_name_of_who_did_it(hilversum: World) -> None:
    wethouder = hilversum.actor(LidRol.WETHOUDER)
    log_deed(wethouder, "bekeken", "actie 1A1", soort=Logsoort.LEZEN, noun="actie")
    text = page(hilversum, rol="wethouder")
    assert "bekeken: actie 1A1" in text
    assert wethouder.naam in text


def test_every_field_of_the_search_narrows_what_is_shown(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.REDACTEUR)
    log_deed(actor, "proef", "naald", soort=Logsoort.MAKEN, noun="geld")
    log_deed(actor, "proef", "hooi", soort=Logsoort.MAKEN, noun="geld")
    asked = {"persoon": str(actor.persoon), "rol": "redacteur", "soort": "maken", "noun": "geld"}
    text = page(hilversum, **asked, onderwerp="NAALD", van="2020-01-01")
    assert "proef: naald" in text
    assert "proef: hooi" not in text
    assert "proef: naald" not in page(hilversum, tot="2020-01-01")


def test_the_name_of_who_was_removed_is_gone_and_the_number_stays(hilversum: World) -> None:
    log_deed(hilversum.actor(LidRol.LEZER), "proef", "spoor", noun="actie")
    number = hilversum.lid(LidRol.LEZER).persoon_id
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_logregel SET persoon_id=NULL WHERE onderwerp='spoor'")
    assert f"Account {number} (verwijderd)" in page(hilversum, onderwerp="spoor")


def test_the_page_says_that_the_log_holds_or_which_line_does_not(hilversum: World) -> None:
    for name in ("een", "twee", "drie"):
        log_deed(hilversum.actor(LidRol.REDACTEUR), "proef", name, noun="actie")
    seal_log()
    cache.clear()
    touched = Logregel.objects.get(onderwerp="twee")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE records_logregel SET rol='lezer' WHERE id=%s", [touched.pk])
    text = page(hilversum)
    assert "Het logboek klopt niet" in text
    assert f"regel {touched.volgnummer}: gewijzigd" in text


def test_a_file_of_the_log_is_safe_to_open_and_is_a_line_itself(hilversum: World) -> None:
    log_deed(hilversum.actor(LidRol.REDACTEUR), "proef", "=1+1", noun="actie")
    client = hilversum.client(LidRol.AUDITOR)
    text = client.get(hilversum.url("logboek/logboek.csv")).content.decode()
    assert "=1+1" in text
    assert ";=1+1" not in text
    spans = json.loads(client.get(hilversum.url("logboek/logboek.json")).content)
    assert {"trace_id", "span_id", "status_code", "attributes"} <= set(spans[0])
    taken = Logregel.objects.filter(soort=Logsoort.EXPORTEREN, onderwerp__startswith="logboek_")
    assert {one.onderwerp for one in taken} == {"logboek_bestand csv", "logboek_bestand json"}


def test_who_manages_the_installation_reads_its_chain_and_no_other(hilversum: World) -> None:
    log_event("ingelogd", "proefinlog", soort=Logsoort.INLOGGEN)
    log_deed(hilversum.actor(LidRol.REDACTEUR), "proef", "van de werkruimte", noun="actie")
    client = hilversum.client(LidRol.LEZER)
    assert client.get("/beheer/logboek/").status_code == 404
    make_beheerder("beheer@hilversum.example")
    client = Client()
    enter(client, Persoon.objects.get(email="beheer@hilversum.example"))
    text = client.get("/beheer/logboek/").content.decode()
    assert "proefinlog" in text
    assert "van de werkruimte" not in text
    assert client.get(hilversum.url("logboek/")).status_code in {403, 404}
    client.get("/beheer/logboek/logboek.csv")
    assert Logregel.objects.filter(keten=INSTALLATIE, werk="logboek meegenomen").exists()


def test_ten_thousand_lines_are_a_page_within_two_seconds(hilversum: World) -> None:
    slug, pk = hilversum.werkruimte.slug, hilversum.werkruimte.pk
    line = {"werkruimte_id": pk, "keten": slug, "werk": "proef", "onderwerp": "veel"}
    Logregel.objects.bulk_create([Logregel(**line) for _ in range(10_000)])
    begin = time.monotonic()
    page(hilversum, onderwerp="veel")
    assert time.monotonic() - begin < 2
