"""A calendar address is shown once, and a program fetches with it only what its member may see."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db.models import QuerySet
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from openlea.core.agenda import Zichtbaarheid
from openlea.core.verplichting import TaakStaat
from openlea.policy.rechten import LidRol
from openlea.services.make_kalenderadres import make_kalenderadres
from openlea.services.make_taken import make_taken
from openlea.services.revoke_kalenderadres import revoke_kalenderadres
from openlea.storage.records.models import Kalenderadres, Lidmaatschap, Verplichting
from openlea.web.privacy import WithoutKeys
from tests.ics_lezer import read_elsewhere, refuse_loose
from tests.world import World

MARK = "Zwaluwnest"
MAKERS = [LidRol.AGENDABEHEERDER, LidRol.REDACTEUR, LidRol.PARTNER]


@pytest.fixture(autouse=True)
def unhurried(settings: Settings) -> None:
    """Let a test ask as often as it likes."""
    settings.API_TEMPO = 0


@pytest.fixture
def met_taken(hilversum: World) -> World:
    """Make the tasks of this year and the next."""
    this_year = timezone.localdate().year
    for jaar in (this_year, this_year + 1):
        make_taken(hilversum.actor(LidRol.AGENDABEHEERDER), jaar)
    return hilversum


def verslagen(world: World) -> "QuerySet[Verplichting]":
    """Return the leerplichtverslagen that the law asks here."""
    return Verplichting.objects.of(world.werkruimte.pk).filter(plicht="LPL-04")


def fetch(geheim: str, **headers: str) -> Any:
    """Fetch a calendar as a program does: without a cookie."""
    return Client().get(f"/kalender/{geheim}.ics", headers=headers)


def secret(world: World, rol: LidRol, partij: int | None = None) -> str:
    return make_kalenderadres(world.actor(rol), "Outlook", partij).geheim


@pytest.mark.parametrize("rol", MAKERS)
def test_a_new_address_is_shown_once_and_works_at_once(met_taken: World, rol: LidRol) -> None:
    client = met_taken.client(rol)
    answer = client.post(met_taken.url("taken/kalenders/"), {"naam": "Outlook", "partij": ""})
    text = answer.content.decode()
    [address] = re.findall(r'id="adres">([^<]+)<', text)
    assert answer["Cache-Control"] == "no-store"
    assert f'href="webcal://{address.partition("://")[2]}"' in text
    geheim = address.rpartition("/")[2].removesuffix(".ics")
    assert len(refuse_loose(fetch(geheim).content)) > 10
    later = client.get(met_taken.url("taken/kalenders/")).content.decode()
    assert geheim not in later
    assert "laatst opgehaald op" in later


def test_what_was_not_filled_in_is_said_at_the_field(met_taken: World) -> None:
    client = met_taken.client(LidRol.PARTNER)
    verslagen(met_taken).update(partij=met_taken.actor(LidRol.PARTNER).partij)
    answer = client.post(met_taken.url("taken/kalenders/"), {"naam": " ", "partij": "-1"})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Vul in waar je het voor gebruikt." in text
    assert "Kies een partij uit de lijst." in text
    assert not Kalenderadres.objects.exists()


def test_a_partner_chooses_its_own_partij_or_all_and_nobody_else(met_taken: World) -> None:
    own = met_taken.actor(LidRol.PARTNER).partij
    verslagen(met_taken).update(partij=own)
    text = met_taken.client(LidRol.PARTNER).get(met_taken.url("taken/kalenders/")).content.decode()
    assert re.findall(r'<option value="([^"]*)"', text) == [str(own), ""]
    assert 'name="lid"' not in text


def test_a_partij_of_which_the_law_asks_nothing_is_told_so(met_taken: World) -> None:
    Verplichting.objects.filter(partij=met_taken.actor(LidRol.PARTNER).partij).delete()
    text = met_taken.client(LidRol.PARTNER).get(met_taken.url("taken/kalenders/")).content.decode()
    assert "De wet vraagt van jouw partij niets" in text
    assert "<option" not in text


def test_an_address_that_was_taken_back_is_gone_from_the_list_and_from_the_door(
    hilversum: World,
) -> None:
    client = hilversum.client(LidRol.PARTNER)
    geheim = secret(hilversum, LidRol.PARTNER)
    nummer = Kalenderadres.objects.get().pk
    answer = client.post(hilversum.url(f"taken/kalenders/{nummer}/intrekken/"), follow=True)
    assert "Het adres voor Outlook is ingetrokken" in answer.content.decode()
    assert fetch(geheim).status_code == 404


def test_an_address_of_a_colleague_is_not_shown_nor_taken_back(hilversum: World) -> None:
    secret(hilversum, LidRol.AGENDABEHEERDER)
    nummer = Kalenderadres.objects.get().pk
    partner = hilversum.client(LidRol.PARTNER)
    page = partner.get(hilversum.url("taken/kalenders/")).content.decode()
    assert "Er is nog geen adres" in page
    answer = partner.post(hilversum.url(f"taken/kalenders/{nummer}/intrekken/"))
    assert answer.status_code == 404
    assert Kalenderadres.objects.standing().exists()


def test_the_wethouder_is_told_whom_to_ask(hilversum: World) -> None:
    page = hilversum.client(LidRol.WETHOUDER).get(hilversum.url("taken/kalenders/"))
    text = page.content.decode()
    assert "Vraag de agendabeheerder" in text
    assert "Maak het adres" not in text


def test_wrong_withdrawn_and_ended_addresses_answer_exactly_the_same(hilversum: World) -> None:
    partner = hilversum.actor(LidRol.PARTNER)
    withdrawn, ended = secret(hilversum, LidRol.PARTNER), secret(hilversum, LidRol.PARTNER)
    revoke_kalenderadres(partner, Kalenderadres.objects.order_by("pk")[0].pk)
    yesterday = timezone.localdate() - timedelta(days=1)
    Lidmaatschap.objects.filter(pk=partner.lid or 0).update(van=yesterday, tot=yesterday)
    answers = [fetch(one) for one in (withdrawn, ended, "x", "nooit-geweest" * 9)]
    for one in answers:
        assert one.headers.pop("X-Request-ID")  # every answer has its own
    told = {(one.status_code, one.content, str(sorted(one.headers.items()))) for one in answers}
    assert len(told) == 1
    assert answers[0].status_code == 404


@pytest.mark.parametrize("rol", [LidRol.PARTNER, LidRol.REDACTEUR])
def test_a_feed_shows_no_more_than_its_member_may_see(met_taken: World, rol: LidRol) -> None:
    verslagen(met_taken).update(titel=MARK, zichtbaarheid=Zichtbaarheid.INTERN)
    Verplichting.objects.exclude(plicht="LPL-04").update(notitie=MARK, reden=MARK)
    partijen = (None, met_taken.actor(rol).partij)
    shown = [MARK.encode() in fetch(secret(met_taken, rol, one)).content for one in partijen]
    assert shown[0] is (rol is LidRol.REDACTEUR), "its title; notes and reasons are for no feed"
    if rol is LidRol.PARTNER:
        assert shown == [False, False]


def test_a_feed_narrows_when_the_role_of_its_member_does(met_taken: World) -> None:
    verslagen(met_taken).update(zichtbaarheid=Zichtbaarheid.INTERN)
    geheim = secret(met_taken, LidRol.REDACTEUR)
    assert b"Leerplichtverslag" in fetch(geheim).content
    lid = Lidmaatschap.objects.filter(pk=met_taken.actor(LidRol.REDACTEUR).lid or 0)
    lid.update(rol=LidRol.PARTNER)
    assert b"Leerplichtverslag" not in fetch(geheim).content
    lid.update(rol=LidRol.LEZER)
    assert fetch(geheim).status_code == 404


def test_a_feed_needs_no_cookie_sets_none_and_is_kept_by_nobody_else(met_taken: World) -> None:
    answer = fetch(secret(met_taken, LidRol.PARTNER))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_who_has_it_already_fetches_nothing_again_until_something_changes(
    met_taken: World,
) -> None:
    geheim = secret(met_taken, LidRol.AGENDABEHEERDER)
    first = fetch(geheim)
    assert fetch(geheim, if_none_match=first["ETag"]).status_code == 304
    assert fetch(geheim, if_modified_since=first["Last-Modified"]).status_code == 304
    task = verslagen(met_taken)[0]
    task.staat, task.versie = TaakStaat.BEWEZEN, task.versie + 1
    task.bijgewerkt_op = timezone.now() + timedelta(seconds=5)
    task.save()
    assert fetch(geheim, if_none_match=first["ETag"]).status_code == 200


def test_what_does_not_apply_is_left_out_of_a_feed(met_taken: World) -> None:
    geheim = secret(met_taken, LidRol.AGENDABEHEERDER)
    verslagen(met_taken).update(staat=TaakStaat.NIET_VAN_TOEPASSING)
    content = fetch(geheim).content
    assert b"Leerplichtverslag" not in content
    assert b"CANCELLED" not in content


def test_a_changed_day_reaches_the_program_as_the_same_event(met_taken: World) -> None:
    geheim = secret(met_taken, LidRol.AGENDABEHEERDER)
    jaar = timezone.localdate().year + 1

    def verslag() -> dict[str, str]:
        lines = read_elsewhere(fetch(geheim).content)["regels"]
        [found] = [
            one
            for one in lines
            if "Leerplichtverslag" in one["titel"] and one["van"].startswith(str(jaar))
        ]
        return dict(found)

    before = verslag()
    moved = verslagen(met_taken).filter(jaar=jaar)
    moved.update(uiterlijk=f"{jaar}-08-31")
    make_taken(met_taken.actor(LidRol.AGENDABEHEERDER), jaar)
    after = verslag()
    assert after["uid"] == before["uid"]
    assert after["volgnummer"] > before["volgnummer"]


def test_only_reading_is_answered(hilversum: World) -> None:
    geheim = secret(hilversum, LidRol.PARTNER)
    assert Client().post(f"/kalender/{geheim}.ics").status_code == 405
    assert Client().head(f"/kalender/{geheim}.ics").status_code == 200


def test_a_program_that_asks_too_often_waits_and_guessing_is_slow(
    hilversum: World, settings: Settings
) -> None:
    settings.API_TEMPO = 3
    geheim = secret(hilversum, LidRol.PARTNER)
    assert [fetch(geheim).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert [fetch(f"gok{one}").status_code for one in range(4)] == [404, 404, 404, 429]
    assert int(fetch(geheim)["Retry-After"]) > 0


def test_no_log_holds_an_address(caplog: pytest.LogCaptureFixture) -> None:
    import logging

    line = logging.makeLogRecord({"msg": "GET /kalender/geheim123.ics 500"})
    WithoutKeys().filter(line)
    assert "geheim123" not in line.getMessage()
