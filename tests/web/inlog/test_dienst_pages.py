"""A beheerder keeps the services, and who keeps an agenda says what their people become."""

import pytest
from django.test import Client

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Inlogdienst, Inlogregel, Logregel, Partij, Persoon
from openlea.storage.vault.veldslot import unseal
from tests.web.inlog.inlogwereld import Bezoek
from tests.web.inlog.nepdienst import CLIENT, SECRET, Answer, Nepdienst
from tests.world import World, enter

PLEK = "/beheer/inlogdiensten/"
GOED = {
    "slug": "gemeente",
    "naam": "Gemeente Voorbeeld",
    "issuer": "https://dienst.example/een",
    "client_id": CLIENT,
    "geheim": SECRET,
    "domeinen": "voorbeeld.example",
}


@pytest.fixture
def beheerder(db: None) -> Client:
    """Return a browser of who manages the installation, and is a member of nothing."""
    persoon = Persoon.objects.create(email="beheer@site.example", naam="B", is_beheerder=True)
    client = Client()
    enter(client, persoon)
    return client


@pytest.mark.parametrize(
    "pad", ["", "toevoegen/", "bestuur/wijzigen/", "bestuur/schakelen/", "bestuur/proef/"]
)
def test_for_who_does_not_manage_the_installation_these_pages_do_not_exist(
    inlogdienst: Inlogdienst, hilversum: World, pad: str
) -> None:
    before = list(Inlogdienst.objects.values())
    for rol in LidRol:
        client = hilversum.client(rol)
        for answer in (client.get(PLEK + pad), client.post(PLEK + pad, GOED)):
            is_visitor = rol is LidRol.PUBLIEK
            assert answer.status_code == (302 if is_visitor else 404)
    assert list(Inlogdienst.objects.values()) == before


def test_a_service_is_kept_and_its_secret_is_never_shown(beheerder: Client) -> None:
    answer = beheerder.post(f"{PLEK}toevoegen/", GOED, follow=True)
    said = answer.content.decode()
    assert "Gemeente Voorbeeld" in said
    assert "http://testserver/inloggen/dienst/gemeente/terug/" in said
    dienst = Inlogdienst.objects.get()
    assert SECRET not in dienst.geheim
    assert unseal(dienst.geheim, "inlogdienst:gemeente") == SECRET
    for page in (answer, beheerder.get(f"{PLEK}gemeente/wijzigen/")):
        assert SECRET not in page.content.decode()
        assert dienst.geheim not in page.content.decode()
    assert SECRET not in str(list(Logregel.objects.values()))
    assert SECRET not in str(list(Inlogdienst.history.values()))


def test_what_can_not_be_is_said_at_its_field_and_nothing_typed_is_lost(beheerder: Client) -> None:
    answer = beheerder.post(f"{PLEK}toevoegen/", GOED | {"issuer": "dienst", "domeinen": "a b"})
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "beginnend met https://" in said
    assert "Dit is geen domein: a" in said
    assert 'value="Gemeente Voorbeeld"' in said
    assert SECRET not in said
    assert not Inlogdienst.objects.exists()


def test_other_words_keep_the_secret_and_the_slug(
    beheerder: Client, inlogdienst: Inlogdienst
) -> None:
    page = beheerder.get(f"{PLEK}bestuur/wijzigen/").content.decode()
    assert 'name="versie" value="1"' in page
    sent = GOED | {"geheim": "", "slug": "anders", "issuer": inlogdienst.issuer, "versie": "1"}
    assert beheerder.post(f"{PLEK}bestuur/wijzigen/", sent).status_code == 302
    now = Inlogdienst.objects.get()
    assert (now.slug, now.naam, now.geheim) == ("bestuur", "Gemeente Voorbeeld", inlogdienst.geheim)
    late = beheerder.post(f"{PLEK}bestuur/wijzigen/", sent)
    assert late.status_code == 409
    assert "Iemand anders" in late.content.decode()


def test_a_service_with_people_keeps_its_address(beheerder: Client, bezoek: Bezoek) -> None:
    bezoek.whole()
    answer = beheerder.post(f"{PLEK}bestuur/wijzigen/", GOED | {"versie": "1"})
    assert answer.status_code == 422
    assert "Mensen loggen al in met dit adres" in answer.content.decode()
    assert Inlogdienst.objects.get().issuer == bezoek.dienst.adres


def test_a_service_is_switched_off_and_on(beheerder: Client, inlogdienst: Inlogdienst) -> None:
    for aan in ("0", "1"):
        beheerder.post(f"{PLEK}bestuur/schakelen/", {"aan": aan})
        assert Inlogdienst.objects.get().is_aan == (aan == "1")
    assert beheerder.get(f"{PLEK}bestuur/schakelen/").status_code == 405


def test_the_trial_says_what_the_service_says(
    beheerder: Client, inlogdienst: Inlogdienst, nepdienst: Nepdienst
) -> None:
    good = beheerder.post(f"{PLEK}bestuur/proef/").content.decode()
    assert "Dienst bestuur antwoordt goed" in good
    assert f"{nepdienst.adres}/authorize" in good
    nepdienst.bend(discovery=lambda said: {**said, "issuer": said["issuer"] + "/"})
    bad = beheerder.post(f"{PLEK}bestuur/proef/").content.decode()
    assert "De dienst noemt zichzelf anders dan hier is ingesteld" in bad
    nepdienst.bend(discovery=lambda _: Answer(b"<html>"))
    assert "geen geldige JSON" in beheerder.post(f"{PLEK}bestuur/proef/").content.decode()


def test_who_keeps_the_agenda_says_who_becomes_what(
    inlogdienst: Inlogdienst, hilversum: World
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert "Er is nog geen regel" in client.get(hilversum.url("inlogregels/")).content.decode()
    partij = Partij.objects.of(hilversum.werkruimte.pk).taking_part().first()
    assert partij
    sent = {"dienst": "bestuur", "rol": "partner", "partij": partij.code}
    page = client.post(hilversum.url("inlogregels/maken/"), sent, follow=True).content.decode()
    assert "Iedereen van deze dienst" in page
    assert partij.naam in page
    regel = Inlogregel.objects.get()
    client.post(hilversum.url(f"inlogregels/{regel.pk}/weghalen/"))
    assert not Inlogregel.objects.exists()


@pytest.mark.parametrize(
    ("bent", "said"),
    [
        ({"rol": "partner"}, "Kies een partij"),
        ({"rol": "publiek"}, "Kies iets uit de lijst"),
        ({"rol": "lezer", "claim": "groups"}, "Vul beide in, of geen van beide"),
        ({"rol": "lezer", "dienst": "elders"}, "Kies iets uit de lijst"),
    ],
)
def test_a_rule_that_can_not_be_is_said_at_its_field(
    inlogdienst: Inlogdienst, hilversum: World, bent: dict[str, str], said: str
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(hilversum.url("inlogregels/maken/"), {"dienst": "bestuur", **bent})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Inlogregel.objects.exists()
