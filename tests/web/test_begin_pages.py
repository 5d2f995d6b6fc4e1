"""The first minute of a newcomer: a gemeente is typed, chosen, and stands filled."""

import pytest
from django.test import Client
from pytest_django import Settings

from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.rechten import LidRol
from openlea.services.start.opzet import Beheerder
from openlea.services.start_werkruimte import start_werkruimte
from openlea.storage.records.models import Lidmaatschap, Partij, Persoon, Werk, Werkruimte
from tests.world import World

AMSTERDAM = PlaceKey(PlaceKind.GEMEENTE, "GM0363")


@pytest.fixture
def nieuw(db: None, settings: Settings) -> Client:
    """Return the browser of somebody with an account and no werkruimte, who may start one."""
    settings.ZELF_STARTEN = True
    client = Client()
    client.force_login(Persoon.objects.create(email="nieuw@voorbeeld.example", naam="Nieuw"))
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_somebody_without_a_werkruimte_is_asked_for_a_gemeente_at_once(nieuw: Client) -> None:
    shown = page(nieuw, "/")
    assert "Typ een gemeente" in shown
    assert 'action="/starten/"' in shown


def test_where_nobody_starts_by_himself_nothing_is_offered_and_nothing_is_made(
    nieuw: Client, settings: Settings
) -> None:
    settings.ZELF_STARTEN = False
    assert "Typ een gemeente" not in page(nieuw, "/")
    assert nieuw.get("/starten/").status_code == 403
    assert nieuw.post("/starten/", {"gemeente": "GM0363"}).status_code == 403
    assert not Werkruimte.objects.filter(plaats=str(AMSTERDAM)).exists()


def test_a_visitor_signs_in_first_and_comes_back(db: None, settings: Settings) -> None:
    settings.ZELF_STARTEN = True
    for answer in (Client().get("/starten/"), Client().post("/starten/", {"gemeente": "GM0363"})):
        assert answer.status_code == 302
        assert answer["Location"] == "/inloggen/?next=/starten/"
    assert not Werkruimte.objects.filter(plaats=str(AMSTERDAM)).exists()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("amsterdam", "Start Amsterdam"),
        ("GEMEENTE AMSTERDAM", "Start Amsterdam"),
        ("0363", "Start Amsterdam"),
        ("s hertogenbosch", "Start &#x27;s-Hertogenbosch"),
        ("sudwest fryslan", "Start Súdwest-Fryslân"),
        ("bergen", "Start Bergen (NH.)"),
        ("amsterdm", "Start Amsterdam"),
        ("muiden", "Start Gooise Meren"),
        ("muiden", "Muiden is sinds 2016 geen gemeente meer"),
        ("qqqqqq", "Niets gevonden"),
        ("<script>", "&lt;script&gt;"),
        ("", "Wat er dan klaarstaat"),
        ("   ", "Wat er dan klaarstaat"),
    ],
)
def test_what_is_typed_gives_what_is_meant(nieuw: Client, typed: str, shown: str) -> None:
    answer = nieuw.get("/starten/", {"gemeente": typed})
    assert answer.status_code == 200
    assert shown in answer.content.decode()


def test_a_chosen_gemeente_opens_at_once_with_its_filling_under_way(nieuw: Client) -> None:
    answer = nieuw.post("/starten/", {"gemeente": "GM0363"})
    room = Werkruimte.objects.get(plaats=str(AMSTERDAM))
    werk = Werk.objects.get(soort="start_werkruimte")
    assert answer["Location"] == f"/w/{room.slug}/werk/{werk.pk}/"
    lid = Lidmaatschap.objects.get(werkruimte=room)
    assert (lid.rol, lid.persoon.email) == (LidRol.AGENDABEHEERDER, "nieuw@voorbeeld.example")
    assert "Amsterdam vullen" in page(nieuw, answer["Location"])


@pytest.mark.usefixtures("cijfers")
def test_when_the_work_is_done_the_schools_are_there_and_it_leads_to_the_profile(
    nieuw: Client, settings: Settings
) -> None:
    settings.WERK = settings.METEEN
    answer = nieuw.post("/starten/", {"gemeente": "GM0363"})
    shown = page(nieuw, answer["Location"])
    assert "Amsterdam staat klaar met" in shown
    assert "/w/amsterdam/cijfers/gemeente/GM0363/" in shown
    assert Partij.objects.filter(werkruimte__slug="amsterdam", soort="school").count() > 300


def test_the_same_person_comes_back_to_the_same_werkruimte(nieuw: Client) -> None:
    first = nieuw.post("/starten/", {"gemeente": "GM0363"})
    assert nieuw.post("/starten/", {"gemeente": "GM0363"})["Location"] == first["Location"]
    assert Werkruimte.objects.filter(plaats=str(AMSTERDAM)).count() == 1
    assert "Open Amsterdam" in page(nieuw, "/starten/?gemeente=amsterdam")


def test_one_start_at_a_time(nieuw: Client) -> None:
    nieuw.post("/starten/", {"gemeente": "GM0363"})
    answer = nieuw.post("/starten/", {"gemeente": "GM0344"})
    assert answer.status_code == 409
    assert "Je bent al bezig met Amsterdam" in answer.content.decode()
    assert not Werkruimte.objects.filter(plaats="gemeente:GM0344").exists()


def test_a_gemeente_of_others_is_not_taken_over(nieuw: Client, hilversum: World) -> None:
    assert "heeft hier al een werkruimte" in page(nieuw, "/starten/?gemeente=hilversum")
    answer = nieuw.post("/starten/", {"gemeente": "GM0402"})
    assert answer.status_code == 409
    assert not Lidmaatschap.objects.filter(persoon__email="nieuw@voorbeeld.example").exists()


def test_who_only_reads_there_is_brought_there_and_starts_nothing(
    hilversum: World, settings: Settings
) -> None:
    settings.ZELF_STARTEN = True
    answer = hilversum.client(LidRol.LEZER).post("/starten/", {"gemeente": "GM0402"})
    assert answer["Location"] == "/w/hilversum/agenda/"
    assert not Werk.objects.filter(soort="start_werkruimte").exists()


@pytest.mark.parametrize("code", ["", "x", "GM9999", "GM0424", "GM0363'; --", "\x00"])
def test_what_is_no_gemeente_of_today_is_refused_with_a_sentence(nieuw: Client, code: str) -> None:
    answer = nieuw.post("/starten/", {"gemeente": code})
    assert answer.status_code == 409
    assert "Dat is niet gelukt" in answer.content.decode()
    assert not Werk.objects.filter(soort="start_werkruimte").exists()


@pytest.mark.usefixtures("cijfers")
def test_the_hundreds_of_schools_of_amsterdam_crowd_no_page(
    nieuw: Client, settings: Settings
) -> None:
    start_werkruimte(AMSTERDAM, beheerder=Beheerder(email="nieuw@voorbeeld.example"))
    shown = page(nieuw, "/w/amsterdam/mensen/")
    assert "Scholen (" in shown
    # Every school stands there once, folded away.
    assert shown.index("Schoolbesturen (") < shown.index("Scholen (")
    asked = page(nieuw, "/w/amsterdam/mensen/uitnodigen/")
    assert '<optgroup label="Scholen">' in asked
    for address in ("overdragen/", "bekijk-als/", "agenda/", "vandaag/"):
        answer = nieuw.get(f"/w/amsterdam/{address}")
        assert "Basisschool" not in answer.content.decode(), address
