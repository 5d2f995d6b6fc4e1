"""The second step: who must have one comes nowhere without, and its secrets lie sealed."""

import json
from typing import TYPE_CHECKING

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.test import Client

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Inlogdienst, Logregel
from openlea.web.account.pogingen import TE_VAAK
from tests.web.account.inlog_wereld import (
    CODE,
    STAPPEN,
    code_of,
    give_password,
    is_in,
    logged,
    set_up_app,
    someone,
)
from tests.world import World, enter

if TYPE_CHECKING:
    from pathlib import Path

    from pytest_django import Settings

WANTED = "/w/hilversum/agenda/"
BENT = json.dumps(
    {
        "id": "AA",
        "rawId": "AA",
        "type": "public-key",
        "response": {
            "userHandle": "OTk5OTk5OTk5OTk5OTk5",
            "clientDataJSON": "e30",
            "authenticatorData": "AA",
            "signature": "AA",
        },
    }
)
"""In the shape of a passkey, of an account whose number no database holds."""
FOUT = "Deze code klopt niet"


def signed_in(rol: str) -> Client:
    """Return a browser that gave a password."""
    client = Client()
    give_password(client, someone(rol).email)
    return client


@pytest.mark.parametrize("rol", ["analist", "swv_directeur"])
def test_who_can_reach_persons_sets_up_a_step_first_and_goes_nowhere_else(
    hilversum: World, rol: str
) -> None:
    client = signed_in(rol)
    for path in (WANTED, "/", "/mijn-account/", "/mijn-account/sessies/", "/api/v1/werkruimten"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (302, STAPPEN), path
    assert client.post("/w/hilversum/bekijk-als/", {"rol": "lezer"})["Location"] == STAPPEN
    assert "Stel eerst een tweede stap in" in client.get(STAPPEN).content.decode()
    set_up_app(client)
    assert client.get(WANTED).status_code == 200


def test_a_beheerder_of_the_installation_needs_a_step_without_any_role(hilversum: World) -> None:
    lezer = someone("lezer")
    assert signed_in("lezer").get(WANTED).status_code == 200
    lezer.is_beheerder = True
    lezer.save()
    assert signed_in("lezer").get(WANTED)["Location"] == STAPPEN


def test_without_such_a_role_a_step_is_a_choice(hilversum: World) -> None:
    client = signed_in("wethouder")
    assert client.get(WANTED).status_code == 200
    set_up_app(client)
    assert someone("wethouder").authenticator_set.count() == 2


def test_the_own_links_by_mail_open_without_a_step(hilversum: World) -> None:
    client = signed_in("analist")
    for path in ("/v/onbekend/", "/gast/onbekend/", "/r/onbekend/", "/kalender/onbekend.ics"):
        assert client.get(path).status_code == 404
    assert client.post("/uitloggen/").status_code == 302


def test_after_the_password_the_code_opens_and_only_once(hilversum: World) -> None:
    secret = set_up_app(signed_in("analist"))
    client = Client()
    assert give_password(client, someone("analist").email) == 302
    assert not is_in(client)
    code = code_of(secret, 1)
    assert FOUT in client.post(CODE, {"code": "000000"}).content.decode()
    assert client.post(CODE, {"code": code}).status_code == 302
    assert is_in(client)
    assert client.get(WANTED).status_code == 200
    again = Client()
    give_password(again, someone("analist").email)
    assert FOUT in again.post(CODE, {"code": code}).content.decode()
    assert not is_in(again)


def test_the_code_with_which_the_app_was_set_up_does_not_open_again(hilversum: World) -> None:
    client = signed_in("analist")
    client.get(f"{STAPPEN}app/")
    code = code_of(client.session["mfa.totp.secret"])
    client.post(f"{STAPPEN}app/", {"code": code})
    again = Client()
    give_password(again, someone("analist").email)
    assert FOUT in again.post(CODE, {"code": code}).content.decode()


def test_after_eight_wrong_codes_the_right_one_is_refused_too(hilversum: World) -> None:
    secret = set_up_app(signed_in("analist"))
    client = Client()
    give_password(client, someone("analist").email)
    for number in range(8):
        client.post(CODE, {"code": f"{number:06d}"})
    assert TE_VAAK in client.post(CODE, {"code": code_of(secret, 1)}).content.decode()
    assert ("geweigerd", "tweede stap klopt niet") in logged(someone("analist"))


def test_a_code_for_emergencies_opens_once_and_its_owner_is_told(hilversum: World) -> None:
    set_up = signed_in("analist")
    set_up_app(set_up)
    page = set_up.get(f"{STAPPEN}noodcodes/").content.decode()
    codes = someone("analist").authenticator_set.get(type="recovery_codes").wrap().generate_codes()
    assert all(f"{one[:4]} {one[4:]}" in page for one in codes)
    assert f"{codes[0][:4]} " not in set_up.get(f"{STAPPEN}noodcodes/").content.decode()
    client = Client()
    give_password(client, someone("analist").email)
    assert client.post(CODE, {"code": f"{codes[0][:4]} {codes[0][4:]}"}).status_code == 302
    assert "noodcode" in mail.outbox[-1].subject
    again = Client()
    give_password(again, someone("analist").email)
    assert FOUT in again.post(CODE, {"code": codes[0]}).content.decode()


def test_no_secret_can_be_read_in_the_database(hilversum: World) -> None:
    secret = set_up_app(signed_in("analist"))
    kept = json.dumps(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    seeds = Authenticator.objects.get(user=someone("analist"), type="recovery_codes")
    assert len(seeds.data["seed"]) > 80
    assert not all(one in "0123456789abcdef" for one in seeds.data["seed"])


def test_when_the_key_is_gone_no_code_opens_and_nothing_breaks(
    hilversum: World, settings: "Settings", tmp_path: "Path"
) -> None:
    secret = set_up_app(signed_in("analist"))
    settings.SLEUTELS = tmp_path / "leeg"
    client = Client()
    give_password(client, someone("analist").email)
    answer = client.post(CODE, {"code": code_of(secret, 1)})
    assert "kan niet meer gelezen worden" in answer.content.decode()
    assert not is_in(client)


def test_the_last_step_of_who_must_have_one_stays(hilversum: World) -> None:
    client = signed_in("analist")
    set_up_app(client)
    assert "Voeg eerst een andere toe" in client.get(f"{STAPPEN}app/weg/").content.decode()
    client.post(f"{STAPPEN}app/weg/")
    assert someone("analist").authenticator_set.filter(type="totp").exists()


def test_a_step_that_goes_is_told_by_mail_and_its_codes_go_too(hilversum: World) -> None:
    client = signed_in("wethouder")
    set_up_app(client)
    assert client.post(f"{STAPPEN}app/weg/").status_code == 302
    assert not someone("wethouder").authenticator_set.exists()
    assert mail.outbox[-1].subject == "Een tweede stap is verwijderd"
    assert ("tweede stap verwijderd", "app") in logged(someone("wethouder"))


def test_a_session_that_did_not_give_the_step_can_not_add_another_one(hilversum: World) -> None:
    set_up_app(signed_in("analist"))
    # As when a session would come in by another way than our page.
    client = Client()
    client.force_login(someone("analist"))
    for path in (f"{STAPPEN}app/", f"{STAPPEN}passkey/", STAPPEN, WANTED):
        assert client.get(path)["Location"].startswith("/mijn-account/bevestigen/code/"), path


def test_before_a_step_changes_one_shows_again_who_one_is(hilversum: World) -> None:
    client = hilversum.client(LidRol.WETHOUDER)
    answer = client.get(f"{STAPPEN}app/")
    assert answer["Location"].startswith("/mijn-account/bevestigen/wachtwoord/")
    assert client.post(answer["Location"], {"password": "fout"}).status_code == 200
    again = client.post(answer["Location"], {"password": "een-lang-wachtwoord"})
    assert again["Location"] == f"{STAPPEN}app/"
    assert client.get(f"{STAPPEN}app/").status_code == 200


@pytest.mark.parametrize("vraagt", [True, False])
def test_a_service_that_asks_its_own_step_is_believed_and_another_is_not(
    hilversum: World, vraagt: bool
) -> None:
    Inlogdienst.objects.create(
        slug="bestuur", naam="Bestuur", issuer="https://id.example", tweede_factor=vraagt
    )
    client = Client()
    client.force_login(someone("analist"))
    session = client.session
    session["inlogdienst"] = "bestuur"
    session.save()
    assert client.get(WANTED).status_code == (200 if vraagt else 302)
    Inlogdienst.objects.update(is_aan=False)
    assert client.get(WANTED).status_code == 302


def test_who_lost_it_is_helped_by_who_keeps_the_agenda_and_is_told(hilversum: World) -> None:
    lid = hilversum.lid(LidRol.ANALIST)
    enter(Client(), someone("analist"))
    beheer = hilversum.client(LidRol.AGENDABEHEERDER)
    page = hilversum.url(f"mensen/{lid.pk}/")
    assert "Telefoon of passkey kwijt" in beheer.get(page).content.decode()
    assert hilversum.client(LidRol.PARTNER).post(f"{page}tweede-stap/").status_code in (403, 404)
    assert someone("analist").authenticator_set.exists()
    assert beheer.post(f"{page}tweede-stap/").status_code == 302
    assert mail.outbox[-1].to == [someone("analist").email]
    assert not someone("analist").authenticator_set.exists()
    assert Logregel.objects.filter(soort="recht", werk="tweede stap verwijderd").count() == 1
    assert "Telefoon of passkey kwijt" not in beheer.get(page).content.decode()


def test_nobody_takes_the_own_step_away_by_the_way_that_helps_others(hilversum: World) -> None:
    """An open session alone would take away the step that it can't give."""
    own = hilversum.lid(LidRol.AGENDABEHEERDER)
    beheer = signed_in("agendabeheerder")
    set_up_app(beheer)
    beheer.post(hilversum.url(f"mensen/{own.pk}/tweede-stap/"))
    assert own.persoon.authenticator_set.exists()


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{}",
        "[]",
        "null",
        "1",
        '{"id":1}',
        "{",
        '{"response":{"userHandle":null}}',
        BENT,
    ],
)
def test_a_bent_passkey_is_one_plain_refusal(hilversum: World, said: str) -> None:
    visitor = Client()
    visitor.get("/inloggen/passkey/", headers={"Accept": "application/json"})
    answer = visitor.post("/inloggen/passkey/", {"credential": said})
    assert (answer.status_code, answer["Location"]) == (302, "/inloggen/")
    assert not is_in(visitor)
    client = signed_in("analist")
    client.get(f"{STAPPEN}passkey/")
    added = client.post(f"{STAPPEN}passkey/", {"credential": said, "name": "x"})
    assert added.status_code == 200
    assert not someone("analist").authenticator_set.exists()
