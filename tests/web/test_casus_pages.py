"""Every page of a casus is for its own table behind a second step; what parents read is for all."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.services.casus.inhoud import read_inhoud
from openlea.storage.records.models import Casus, Persoon
from openlea.web.account import dwang
from openlea.web.pages.casus import deur
from openlea.web.pages.casus.routes import ROUTES
from tests.world import World

TODAY = timezone.localdate()
OF_ONE = [route for route in ROUTES if route.voorbeeld]
NEVER = {LidRol.WETHOUDER, LidRol.PUBLICIST, LidRol.AUDITOR, LidRol.PLAATSER,
         LidRol.EMBARGOLEZER, LidRol.LEZER, LidRol.PUBLIEK}  # fmt: skip


@pytest.fixture
def with_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everybody have given a second step, so that only the table decides."""
    monkeypatch.setattr(deur, "has_given_step", lambda *_: True)
    monkeypatch.setattr(dwang, "has_given_step", lambda *_: True)


def at(route_name: str, nummer: int) -> str:
    return reverse(route_name, args=["hilversum", nummer])


@pytest.mark.parametrize("rol", list(LidRol))
def test_a_casus_is_there_for_its_table_and_for_nobody_else(
    hilversum: World, with_step: None, rol: LidRol
) -> None:
    client = hilversum.client(rol)
    lid = 0 if rol is LidRol.PUBLIEK else hilversum.lid(rol).pk
    mine = set(Casus.objects.at_table(lid).values_list("nummer", flat=True))
    for one in Casus.objects.of(hilversum.werkruimte.pk):
        for route in OF_ONE:
            url = at(route.name, one.nummer)
            told = [client.get(url)] if route.get else []
            if route.post and one.nummer not in mine:
                told.append(client.post(url, {"versie": "1"}))
            codes = {answer.status_code for answer in told}
            if one.nummer in mine:
                assert codes <= {200}, url
            elif rol is LidRol.PUBLIEK:
                assert codes == {302}, url
            else:
                assert codes == ({403} if rol in NEVER else {404}), url


def test_the_list_holds_one_s_own_tables_alone(hilversum: World, with_step: None) -> None:
    url = reverse("casussen", args=["hilversum"])
    swv = hilversum.client(LidRol.SWV_DIRECTEUR).get(url).content.decode()
    assert all(f"Casus {nummer}<" in swv for nummer in (1, 2, 3))
    beheer = hilversum.client(LidRol.AGENDABEHEERDER).get(url).content.decode()
    assert "Casus 1" not in beheer
    analist = hilversum.client(LidRol.ANALIST).get(url).content.decode()
    assert "Casus 1" not in analist


def test_without_a_second_step_nothing_is_opened(hilversum: World) -> None:
    client = hilversum.client(LidRol.PARTNER)
    for url in (reverse("casussen", args=["hilversum"]), at("casus", 1), at("casus_stap", 1)):
        answer = client.get(url)
        assert answer.status_code == 302
        assert answer["Location"] == reverse("mfa_index")
    persoon = Persoon.objects.get(pk=hilversum.lid(LidRol.PARTNER).persoon_id)
    Authenticator.objects.create(user=persoon, type=Authenticator.Type.TOTP, data={})
    answer = client.get(at("casus", 1))
    assert answer["Location"].startswith(reverse("mfa_reauthenticate"))
    assert client.get(reverse("agenda", args=["hilversum"])).status_code == 200


def test_a_deed_is_kept_and_a_person_in_it_is_refused(hilversum: World, with_step: None) -> None:
    client: Client = hilversum.client(LidRol.SWV_DIRECTEUR)
    one = Casus.objects.of(hilversum.werkruimte.pk).get(nummer=2)
    typed = {
        "versie": one.versie,
        "soort": "gesprek",
        "op": TODAY.isoformat(),
        "kort": "Gesprek met 06-12345678",
        "volgende": "Nieuw gesprek",
        "volgende_voor": (TODAY + timedelta(days=3)).isoformat(),
    }
    refused = client.post(at("casus_gedaan", 2), typed)
    assert refused.status_code == 422
    assert "Haal dat weg" in refused.content.decode()
    good = client.post(at("casus_gedaan", 2), typed | {"kort": "Rustig gesprek"})
    assert good.status_code == 302
    one.refresh_from_db()
    assert read_inhoud(one).volgende == "Nieuw gesprek"
    again = client.post(at("casus_gedaan", 2), typed | {"kort": "Later"})
    assert again.status_code == 422, "somebody else was first"
    page = client.get(at("casus", 2))
    assert "Rustig gesprek" in page.content.decode()
    assert "no-store" in page["Cache-Control"]


def test_a_casus_begins_moves_and_ends(hilversum: World, with_step: None) -> None:
    client: Client = hilversum.client(LidRol.ANALIST)
    typed = {
        "thuis_sinds": (TODAY - timedelta(days=9)).isoformat(),
        "school": "vo",
        "trede": "school",
        "op": TODAY.isoformat(),
        "beslist": "swv",
        "verwijderen_op": (TODAY + timedelta(days=99)).isoformat(),
    }
    begun = client.post(reverse("casus_nieuw", args=["hilversum"]), typed)
    one = Casus.objects.of(hilversum.werkruimte.pk)[0]
    assert begun["Location"] == at("casus", one.nummer) + "#tafel"
    for name, more in (
        ("casus_stap", {"trede": "bestuur", "op": TODAY.isoformat()}),
        ("casus_budget", {"gevraagd": "1.500", "gevraagd_op": TODAY.isoformat()}),
        ("casus_tafel", {"lid": hilversum.lid(LidRol.PARTNER).pk}),
        ("casus_sluiten", {"uitkomst": "terug", "uitkomst_op": TODAY.isoformat()}),
        ("casus_bewaren", {"verwijderen_op": (TODAY + timedelta(days=9)).isoformat()}),
    ):
        one.refresh_from_db()
        answer = client.post(at(name, one.nummer), {"versie": one.versie, **more})
        assert answer.status_code == 302, (name, answer.content.decode()[-3000:])
    one.refresh_from_db()
    assert read_inhoud(one).budgetten[0].gevraagd == 150_000
    assert one.gesloten_op == TODAY
    assert client.post(at("casus_verlaten", one.nummer)).status_code == 302
    assert client.get(at("casus", one.nummer)).status_code == 404


def test_figures_are_for_who_works_here(hilversum: World) -> None:
    url = reverse("casus_cijfers", args=["hilversum"])
    inside = hilversum.client(LidRol.WETHOUDER).get(url).content.decode()
    assert "te weinig casussen" in inside, "three casussen are too few to count"
    outside = hilversum.client(LidRol.PUBLIEK).get(url).content.decode()
    assert "voor wie in deze werkruimte meewerkt" in outside


def test_who_sits_at_the_table_is_reminded_and_nobody_else(hilversum: World) -> None:
    swv = hilversum.client(LidRol.SWV_DIRECTEUR).get(reverse("mijn", args=["hilversum"]))
    assert "Casus 1: de volgende stap was gisteren" in swv.content.decode()
    beheer = hilversum.client(LidRol.AGENDABEHEERDER).get(reverse("vandaag", args=["hilversum"]))
    assert "Casus 1" not in beheer.content.decode()


def test_parents_read_the_ladder_and_their_rights_without_script(hilversum: World) -> None:
    url = reverse("thuiszitten", args=["hilversum"])
    said = hilversum.client(LidRol.PUBLIEK).get(url).content.decode()
    for words in ("Praat met de school", "geschillencommissie", "WPO artikel 40", "hoorrecht",
                  "binnen tien weken", "in de wet nagelezen", "Ben je zelf"):  # fmt: skip
        assert words in said
    assert "leerplichtbrief" not in said, "the letter is for who works here"
    inside = hilversum.client(LidRol.REDACTEUR).get(url).content.decode()
    assert "leerplichtbrief" in inside
    word = hilversum.client(LidRol.REDACTEUR).get(reverse("thuiszitten_brief", args=["hilversum"]))
    assert word.content.startswith(b"PK")
