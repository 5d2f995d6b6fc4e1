"""From opened mail to saved update: one question, no session, nothing else behind the link."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from openlea.core.agenda import Richting
from openlea.policy.rechten import LidRol
from openlea.services.remind_people import remind_people
from openlea.services.revoke_verzoeklink import revoke_verzoeklink
from openlea.storage.records.models import (
    Jaarwaarde,
    Lidmaatschap,
    Logregel,
    Streefwaarde,
    Verzoek,
    Verzoeklink,
)
from tests.services.vraag_wereld import TODAY, asked, colleague, let_time_pass, own_actie
from tests.world import World

TOLD = "Zeven gezinnen erbij."


@pytest.fixture
def link(hilversum: World) -> str:
    """Return the address that was mailed to a partner about action 1E1."""
    let_time_pass(hilversum)
    partner = hilversum.lid(LidRol.PARTNER)
    actie = own_actie(hilversum, partner)
    remind_people(TODAY, werkruimte="hilversum")
    body = next(one.body for one in mail.outbox if one.to == [partner.persoon.email])
    lines = body.splitlines()
    at = next(number for number, line in enumerate(lines) if actie.naam in line)
    return "/v/" + lines[at + 1].split("/v/")[1]


def test_two_taps_after_opening_the_answer_stands_in_the_agenda(
    hilversum: World, link: str
) -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.get(link)
    assert page.status_code == 200
    assert b"Hoe staat het met" in page.content
    answer = client.post(link, {"staat": "op_schema", "weten": TOLD})
    assert answer.status_code == 302
    actie = hilversum.agenda.acties.get(code="1E1")
    newest = actie.voortgang.last()
    assert newest is not None
    assert (actie.staat, newest.gedaan) == ("op_schema", TOLD)
    assert newest.door_id == hilversum.lid(LidRol.PARTNER).persoon_id
    assert not Verzoek.objects.filter(onderwerp_code="1E1", staat="open").exists()
    assert "Dank." in client.get(link).content.decode()


def test_the_link_makes_no_session_and_leads_nowhere_else(hilversum: World, link: str) -> None:
    client = Client()
    page = client.get(link).content.decode()
    assert "sessionid" not in client.cookies
    assert "/w/hilversum" not in page
    assert client.get(hilversum.url("mijn/")).status_code == 302


def test_the_address_is_kept_from_other_sites_and_from_caches(link: str) -> None:
    answer = Client().get(link)
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]


def test_every_opening_is_logged_without_the_secret(link: str) -> None:
    Client().get(link)
    Client().get(link)
    lines = Logregel.objects.filter(werk="link geopend")
    assert lines.count() == 2
    token = link.split("/")[2]
    assert not any(token in f"{one.onderwerp}{one.bijzonderheid}" for one in lines)


def test_after_fourteen_days_the_page_says_so_and_nothing_is_kept(
    hilversum: World, link: str
) -> None:
    old = timezone.now() - timedelta(days=14, minutes=1)
    Verzoeklink.objects.update(gemaakt_op=old)
    answer = Client().post(link, {"staat": "op_schema"})
    assert answer.status_code == 410
    assert "ouder dan 14 dagen" in answer.content.decode()
    assert not hilversum.agenda.acties.get(code="1E1").voortgang.exists()


def test_a_link_that_was_taken_back_opens_nothing(hilversum: World, link: str) -> None:
    ask = asked(hilversum, "1E1")
    assert revoke_verzoeklink(hilversum.actor(LidRol.AGENDABEHEERDER), ask.pk) == 1
    answer = Client().get(link)
    assert answer.status_code == 410
    assert "ingetrokken" in answer.content.decode()


def test_the_link_of_who_left_or_was_passed_by_opens_nothing(hilversum: World, link: str) -> None:
    Lidmaatschap.objects.filter(pk=hilversum.lid(LidRol.PARTNER).pk).update(
        tot=timezone.localdate() - timedelta(days=1)
    )
    answer = Client().get(link)
    assert answer.status_code == 410
    assert "niet meer voor jou" in answer.content.decode()


def test_an_answer_can_be_put_right_within_the_same_days(hilversum: World, link: str) -> None:
    client = Client()
    client.post(link, {"staat": "op_schema"})
    assert b"Pas je antwoord aan" in client.get(link).content
    assert b"Verstuur" in client.get(f"{link}?opnieuw").content
    client.post(link, {"staat": "loopt_achter", "weten": "Toch niet."})
    assert hilversum.agenda.acties.get(code="1E1").staat == "loopt_achter"


def test_what_was_typed_stays_when_something_is_missing(link: str) -> None:
    answer = Client().post(link, {"weten": TOLD})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Kies hoe het gaat." in page
    assert TOLD in page


def test_stopped_without_a_reason_is_told_at_the_field(hilversum: World, link: str) -> None:
    answer = Client().post(link, {"staat": "gestopt"})
    assert answer.status_code == 422
    assert "Schrijf waarom" in answer.content.decode()
    assert not hilversum.agenda.acties.get(code="1E1").voortgang.exists()


def test_the_number_of_the_year_is_asked_and_kept(hilversum: World, link: str) -> None:
    actie = hilversum.agenda.acties.get(code="1E1")
    place = {"werkruimte": hilversum.werkruimte}
    streef = Streefwaarde.objects.create(
        **place,
        agenda=hilversum.agenda,
        actie=actie,
        code="1E1-proef",
        maat="Gezinnen bereikt",
        eenheid="gezinnen",
        richting=Richting.MINSTENS,
    )
    jaar = Jaarwaarde.objects.create(
        **place, streefwaarde=streef, jaar=timezone.localdate().year, doel=60
    )
    client = Client()
    page = client.get(link).content.decode()
    assert "Gezinnen bereikt" in page
    assert "≥ 60 gezinnen" in page
    wrong = client.post(link, {"staat": "op_schema", "waarde_1E1-proef": "veel"})
    assert "Vul een getal in" in wrong.content.decode()
    client.post(link, {"staat": "op_schema", "waarde_1E1-proef": "38,5"})
    jaar.refresh_from_db()
    assert (float(jaar.werkelijk or 0), jaar.peildatum) == (38.5, timezone.localdate())


def test_guessing_is_stopped(hilversum: World) -> None:
    client = Client()
    codes = [client.get(f"/v/gok-{number}/").status_code for number in range(21)]
    assert codes[:20] == [404] * 20
    assert codes[20] == 429


def test_a_partner_answers_on_the_own_page_and_the_next_question_comes(
    hilversum: World, link: str
) -> None:
    client = hilversum.client(LidRol.PARTNER)
    number = asked(hilversum, "1E1").pk
    page = client.get(hilversum.url(f"mijn/?vraag={number}")).content.decode()
    assert 'name="vraag"' in page
    answer = client.post(
        hilversum.url("mijn/antwoord/"), {"vraag": number, "staat": "op_schema"}, follow=True
    )
    assert "Dank." in answer.content.decode()
    assert hilversum.agenda.acties.get(code="1E1").staat == "op_schema"


def test_after_the_last_answer_the_page_says_when_the_next_question_comes(
    hilversum: World, link: str
) -> None:
    client = hilversum.client(LidRol.PARTNER)
    for one in Verzoek.objects.filter(aan=hilversum.lid(LidRol.PARTNER), staat="open"):
        answers = {"staat": "op_schema", "bevestiging": "bevestigd", "tekst": "0"}
        client.post(hilversum.url("mijn/antwoord/"), {"vraag": one.pk, **answers})
    page = client.get(hilversum.url("mijn/")).content.decode()
    assert "Je bent bij" in page
    assert "Je volgende vraag komt in" in page


def test_somebody_elses_question_is_not_there(hilversum: World, link: str) -> None:
    beheer = hilversum.lid(LidRol.AGENDABEHEERDER)
    number = Verzoek.objects.filter(aan=beheer, soort="bijwerken")[0].pk
    client = hilversum.client(LidRol.PARTNER)
    answer = client.post(hilversum.url("mijn/antwoord/"), {"vraag": number, "staat": "op_schema"})
    assert answer.status_code == 404


def test_only_who_keeps_the_agenda_takes_links_back(hilversum: World, link: str) -> None:
    number = asked(hilversum, "1E1").pk
    address = hilversum.url("verzoeken/intrekken/")
    hilversum.client(LidRol.PARTNER).post(address, {"verzoek": number})
    assert Client().get(link).status_code == 200
    hilversum.client(LidRol.AGENDABEHEERDER).post(address, {"verzoek": number})
    assert Client().get(link).status_code == 410


def test_the_link_passes_the_question_on_to_a_colleague_and_then_opens_nothing(
    hilversum: World, link: str
) -> None:
    lid = hilversum.lid(LidRol.PARTNER)
    client = Client(enforce_csrf_checks=True)
    assert "Geef de vraag door" not in client.get(link).content.decode()
    other = colleague(hilversum, lid)
    page = client.get(link).content.decode()
    assert "Geef de vraag door" in page
    beheer = hilversum.lid(LidRol.AGENDABEHEERDER)
    assert beheer.persoon.naam not in page
    wrong = client.post(link, {"doorgeven": "ja", "aan": str(beheer.pk)})
    assert wrong.status_code == 422
    done = client.post(link, {"doorgeven": "ja", "aan": str(other.pk)})
    assert f"Doorgegeven aan {other.persoon.naam}" in done.content.decode()
    assert asked(hilversum, "1E1").aan_id == other.pk
    assert client.get(link).status_code == 410


def test_behind_the_link_an_answer_is_taken_back_and_the_question_is_there_again(
    hilversum: World, link: str
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.post(link, {"staat": "op_schema", "weten": TOLD})
    page = client.get(link).content.decode()
    number = page.split('name="terug" value="')[1].split('"')[0]
    assert client.post(link, {"terug": "1234567"}).status_code == 410
    assert client.post(link, {"terug": number}).status_code == 302
    assert not hilversum.agenda.acties.get(code="1E1").voortgang.exists()
    assert "Hoe staat het met" in client.get(link).content.decode()


def test_a_partner_passes_a_question_on_from_the_own_page(hilversum: World, link: str) -> None:
    other = colleague(hilversum, hilversum.lid(LidRol.PARTNER))
    client = hilversum.client(LidRol.PARTNER)
    number = str(asked(hilversum, "1E1").pk)
    assert "Geef de vraag door" in client.get(hilversum.url("mijn/")).content.decode()
    address = hilversum.url("mijn/doorgeven/")
    wrong = client.post(address, {"vraag": number, "aan": ""})
    assert wrong.status_code == 422
    assert "Kies een collega." in wrong.content.decode()
    assert client.post(address, {"vraag": number, "aan": str(other.pk)}).status_code == 302
    assert asked(hilversum, "1E1").aan_id == other.pk


def test_after_an_answer_the_own_page_offers_to_undo_it(hilversum: World, link: str) -> None:
    client = hilversum.client(LidRol.PARTNER)
    number = str(asked(hilversum, "1E1").pk)
    told = {"vraag": number, "staat": "op_schema", "weten": TOLD}
    page = client.post(hilversum.url("mijn/antwoord/"), told, follow=True).content.decode()
    address = page.split('action="')[1:]
    undo = next(one.split('"')[0] for one in address if "/terug/" in one.split('"')[0])
    back = client.post(undo, follow=True).content.decode()
    assert "Je melding is teruggenomen" in back
    assert asked(hilversum, "1E1").staat == "open"
