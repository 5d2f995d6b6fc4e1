"""The pages of consultations: what each role sees, and that preparing needs no script."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from openlea.core.overleg import Overlegrol, PuntStaat, VergaderingStaat
from openlea.policy.rechten import LidRol
from openlea.services.add_agendapunt import Puntopzet, add_agendapunt
from openlea.services.keep_reekslid import Reekszetel, keep_reekslid
from openlea.services.plan_vergadering import plan_vergadering
from openlea.storage.records.models import (
    Actie,
    Agendapunt,
    Deelnemer,
    Overlegreeks,
    Reekslid,
    Vergadering,
)
from tests.services.uitnodig_wereld import BESTUUR, MOMENT, START, beheer, meeting, series
from tests.world import World

OUTSIDE = [LidRol.PARTNER, LidRol.LEZER, LidRol.PUBLIEK]


@pytest.fixture
def client(hilversum: World) -> Client:
    return hilversum.client(LidRol.AGENDABEHEERDER)


@pytest.fixture
def concept(hilversum: World) -> Vergadering:
    return meeting(hilversum, series(hilversum))


def test_a_whole_meeting_is_prepared_with_forms_alone(hilversum: World, client: Client) -> None:
    new = {"soort": "ambtelijk_overleg", "naam": "Proef", "per_jaar": "4", "duur": "60"}
    new |= {"zichtbaarheid": "partners"}
    answer = client.post(hilversum.url("overleg/nieuw/"), new)
    assert answer.status_code == 302
    reeks = Overlegreeks.objects.get(naam="Proef")
    seat = {"partij": "schoolbesturen", "naam": "Een bestuurder", "email": BESTUUR, "rol": "lid"}
    seat |= {"mandaat": "met", "van": "2024-01-01"}
    client.post(hilversum.url(f"overleg/reeks/{reeks.pk}/leden/nieuw/"), seat)
    op = (timezone.localdate() + timedelta(days=20)).isoformat()
    client.post(hilversum.url(f"overleg/reeks/{reeks.pk}/plannen/"), {"op": op, "van": "15:30"})
    planned = Vergadering.objects.get(reeks=reeks)
    item = {"titel": "Warme overdracht", "minuten": "15", "soort": "besluiten"}
    client.post(
        hilversum.url(f"overleg/{planned.pk}/punten/nieuw/"), item | {"zichtbaarheid": "partners"}
    )
    client.post(hilversum.url(f"overleg/{planned.pk}/uitnodigen/"))
    assert [one.to for one in mail.outbox] == [[BESTUUR]]
    page = client.get(hilversum.url(f"overleg/{planned.pk}/")).content.decode()
    assert "Warme overdracht" in page
    assert "Een bestuurder" in page


@pytest.mark.parametrize("rol", OUTSIDE)
def test_a_concept_is_nowhere_for_who_does_not_prepare_it(
    hilversum: World, concept: Vergadering, rol: LidRol
) -> None:
    Vergadering.objects.filter(pk=concept.pk).update(titel="Zwaluwnest", zichtbaarheid="publiek")
    Overlegreeks.objects.filter(pk=concept.reeks_id).update(zichtbaarheid="publiek")
    client = hilversum.client(rol)
    for path in ("overleg/", f"overleg/reeks/{concept.reeks_id}/"):
        assert "Zwaluwnest" not in client.get(hilversum.url(path)).content.decode()
    for path in ("", "vergadering.ics"):
        assert client.get(hilversum.url(f"overleg/{concept.pk}/{path}")).status_code == 404


@pytest.mark.parametrize("rol", [LidRol.LEZER, LidRol.PUBLIEK])
def test_the_public_reads_which_parties_sit_there_but_no_names(
    hilversum: World, rol: LidRol
) -> None:
    Deelnemer.objects.update(naam="Zwaluwnest")
    Reekslid.objects.update(naam="Zwaluwnest")
    for path in ("overleg/2/", "overleg/reeks/1/"):
        page = hilversum.client(rol).get(hilversum.url(path))
        assert page.status_code == 200
        assert "Zwaluwnest" not in page.content.decode()


@pytest.mark.parametrize("rol", OUTSIDE)
def test_a_shown_item_does_not_name_an_action_that_is_hidden(hilversum: World, rol: LidRol) -> None:
    actie = Actie.objects.filter(agenda=hilversum.agenda)[0]
    opzet = Puntopzet(titel="Zichtbaar", actie=actie.code)
    punt = add_agendapunt(beheer(hilversum), opzet, vergadering=2)
    Agendapunt.objects.filter(pk=punt.pk).update(zichtbaarheid="publiek")
    Actie.objects.filter(pk=actie.pk).update(zichtbaarheid="intern", code="9Z9")
    page = hilversum.client(rol).get(hilversum.url("overleg/2/")).content.decode()
    assert "Zichtbaar" in page
    assert "9Z9" not in page


def test_a_partner_who_keeps_a_series_prepares_it_and_no_other(hilversum: World) -> None:
    reeks = series(hilversum)
    lid = hilversum.lid(LidRol.PARTNER)
    assert lid.partij is not None
    seat = Reekszetel(partij=lid.partij.code, van=START, lid=lid.pk, rol=Overlegrol.SECRETARIS)
    keep_reekslid(beheer(hilversum), reeks.pk, seat)
    planned = plan_vergadering(hilversum.actor(LidRol.PARTNER), reeks.pk, MOMENT)
    client = hilversum.client(LidRol.PARTNER)
    assert client.get(hilversum.url(f"overleg/{planned.pk}/wijzigen/")).status_code == 200
    assert client.get(hilversum.url("overleg/2/wijzigen/")).status_code == 403


def test_two_who_change_a_meeting_lose_no_text(
    hilversum: World, client: Client, concept: Vergadering
) -> None:
    url = hilversum.url(f"overleg/{concept.pk}/wijzigen/")
    typed = {"op": concept.op.isoformat(), "titel": "Van mij", "zichtbaarheid": "partners"}
    client.post(url, typed | {"titel": "Van een ander", "versie": str(concept.versie)})
    answer = client.post(url, typed | {"versie": str(concept.versie)})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Van mij" in page
    assert "Van een ander" in page


def test_a_wrong_time_is_told_at_its_field_and_the_rest_is_kept(
    hilversum: World, client: Client, concept: Vergadering
) -> None:
    typed = {"op": concept.op.isoformat(), "van": "17:00", "tot": "16:00", "titel": "Behouden"}
    answer = client.post(
        hilversum.url(f"overleg/{concept.pk}/wijzigen/"), typed | {"zichtbaarheid": "partners"}
    )
    assert answer.status_code == 422
    assert "Het einde ligt niet na het begin." in answer.content.decode()
    assert "Behouden" in answer.content.decode()


def test_what_the_law_asks_is_put_on_the_agenda_with_one_button(
    hilversum: World, client: Client
) -> None:
    page = client.get(hilversum.url("overleg/2/")).content.decode()
    assert 'value="LEA-01/integratie"' in page
    url = hilversum.url("overleg/2/punten/erbij/")
    client.post(url, {"sleutel": "LEA-01/integratie"})
    client.post(url, {"sleutel": "LEA-01/integratie"})
    assert Agendapunt.objects.filter(vergadering=2, onderwerp="integratie").count() == 1
    assert (
        'value="LEA-01/integratie"' not in client.get(hilversum.url("overleg/2/")).content.decode()
    )


def test_items_move_with_buttons_and_each_says_which_item(hilversum: World, client: Client) -> None:
    last = Agendapunt.objects.on_agenda(2).last()
    assert last is not None
    answer = client.post(hilversum.url(f"overleg/punt/{last.pk}/doen/"), {"daad": "op"})
    assert answer["Location"].endswith(f"#punt-{last.pk}")
    page = client.get(hilversum.url("overleg/2/")).content.decode()
    assert f"Eerder: {last.titel}" in page


def test_an_agenda_that_is_too_full_says_so(hilversum: World, client: Client) -> None:
    add_agendapunt(beheer(hilversum), Puntopzet(titel="Lang", minuten=200), vergadering=2)
    assert "meer dan" in client.get(hilversum.url("overleg/2/")).content.decode()


def test_a_dropped_item_is_no_longer_on_the_list_of_who_comes(
    hilversum: World, client: Client
) -> None:
    punt = Agendapunt.objects.on_agenda(2)[0]
    client.post(hilversum.url(f"overleg/punt/{punt.pk}/doen/"), {"daad": "vervallen"})
    punt.refresh_from_db()
    assert punt.staat == PuntStaat.VERVALLEN
    page = hilversum.client(LidRol.PARTNER).get(hilversum.url("overleg/2/")).content.decode()
    assert f'id="punt-{punt.pk}"' not in page


def test_a_participant_answers_on_the_page(hilversum: World) -> None:
    own = Deelnemer.objects.get(vergadering=2, lid=hilversum.lid(LidRol.PARTNER))
    client = hilversum.client(LidRol.PARTNER)
    assert "Kom je?" in client.get(hilversum.url("overleg/2/")).content.decode()
    client.post(hilversum.url("overleg/2/antwoord/"), {"komt": "afgemeld"})
    own.refresh_from_db()
    assert own.aanwezigheid == "afgemeld"


def test_the_link_of_a_guest_is_shown_once_and_never_kept_in_a_browser(
    hilversum: World, client: Client
) -> None:
    url = hilversum.url("overleg/2/gastlinks/nieuw/")
    answer = client.post(url, {"voor": "Een spreker", "dagen": "14"})
    assert "/gast/" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"
    page = client.get(hilversum.url("overleg/2/")).content.decode()
    assert "Een spreker" in page
    assert "/gast/" not in page


def test_the_download_of_a_meeting_has_the_same_event(hilversum: World, client: Client) -> None:
    found = Vergadering.objects.get(pk=2)
    answer = client.get(hilversum.url("overleg/2/vergadering.ics"))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert f"UID:{found.uid}@openlea".encode() in answer.content
    assert b"METHOD:PUBLISH" in answer.content
    assert b"ATTENDEE" not in answer.content


def test_a_werkruimte_without_a_series_says_what_comes_here(
    hilversum: World, client: Client
) -> None:
    Overlegreeks.objects.of(hilversum.werkruimte.pk).delete()
    page = client.get(hilversum.url("overleg/")).content.decode()
    assert "Maak het eerste overleg" in page


def test_the_pages_ask_no_more_when_there_are_more_meetings(
    hilversum: World, client: Client
) -> None:
    def asked(path: str) -> int:
        client.get(hilversum.url(path))
        with CaptureQueriesContext(connection) as seen:
            assert client.get(hilversum.url(path)).status_code == 200
        return len(seen)

    paths = ("overleg/", "overleg/reeks/1/", "overleg/2/")
    small = [asked(path) for path in paths]
    for number in range(6):
        plan_vergadering(
            beheer(hilversum), 1, type(MOMENT)(op=MOMENT.op + timedelta(days=30 * number))
        )
        for titel in ("a", "b", "c"):
            add_agendapunt(beheer(hilversum), Puntopzet(titel=titel), vergadering=2)
            add_agendapunt(beheer(hilversum), Puntopzet(titel=titel), reeks=1)
    assert Vergadering.objects.filter(staat=VergaderingStaat.CONCEPT).count() >= 6
    assert [asked(path) for path in paths] == small


def test_a_meeting_that_nobody_closed_is_not_put_away(hilversum: World, client: Client) -> None:
    Vergadering.objects.filter(pk=2).update(op=timezone.localdate() - timedelta(days=2))
    page = client.get(hilversum.url("overleg/")).content.decode()
    assert "Nog af te ronden" in page
