"""The pages on the voorschool say what is known, hide what is small, and offer a next step."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from openlea.core.bron import Bestand
from openlea.core.onthulling import Bereik
from openlea.core.telling import Gebied, Telrij, Telsoort, as_plain
from openlea.policy import voorschool as maat
from openlea.policy.rechten import LidRol
from openlea.policy.telscherm import screened
from openlea.services.keep_doelgroepdefinitie import Opzet, keep_doelgroepdefinitie
from openlea.services.keep_voorschooltarief import Tariefopzet, keep_voorschooltarief
from openlea.services.load_sources import load_sources
from openlea.storage.records.models import (
    Doelgroepdefinitie,
    Partij,
    Subsidie,
    Telling,
    Voorschoolafrekening,
    Voorschooltarief,
)
from openlea.web.pages.voorschool.kader import BLADEN
from openlea.web.pages.voorschool.routes import ROUTES
from tests.web.cijfer_blad import text
from tests.world import World

PAGES = [one.path for one in ROUTES if one.get and not one.voorbeeld and "nieuw" not in one.path]
BEGIN = "0-23/voorschool/"


def rows() -> list[list[Any]]:
    """Return the counts of 350 children, of whom 280 go."""
    counts = {
        ("1211", "geplaatst"): 180,
        ("1215", "geplaatst"): 100,
        ("1211", "afgewezen"): 30,
        ("1215", "wachtlijst"): 20,
        ("1211", "elders"): 10,
        ("1215", "onbekend"): 10,
    }
    areas = screened(
        counts, ["1211", "1215"], maat.STANDEN, gebied=Gebied.PC4, totaal=maat.DOELGROEP
    )
    more = (
        (maat.UREN_JA, 200), (maat.UREN_NEE, 60), (maat.UREN_ONBEKEND, 20), (maat.PBM_UREN, 380),
        (maat.GEDAAN, 90), (maat.NIET_GEDAAN, 6), (maat.NIET_BEKEND, 4), (maat.OVERDRACHT, 100),
        (maat.GROEPEN_ZWAAR, 6), (maat.GROEPEN_GETELD, 24),
    )  # fmt: skip
    single = [Telrij(maat=name, bereik=Bereik(n, n)) for name, n in more]
    group = Telrij(
        maat=maat.GROEPSMIX, gebied=Gebied.GROEP, code="990402000001/1", bereik=Bereik(0, 40)
    )
    return as_plain([*areas, *single, group])


def counted(world: World, day: str = "2026-10-01", definitie: str = "Doelgroep 2026") -> Telling:
    return Telling.objects.create(
        werkruimte=world.werkruimte,
        soort=str(Telsoort.VOORSCHOOL),
        periode=day,
        peildatum=day,
        methode=maat.METHODE,
        definitie=definitie,
        rijen=rows(),
    )


@pytest.fixture
def leeg(hilversum: World, settings: Settings, tmp_path: Path) -> World:
    settings.WAREHOUSE, settings.FIGURES = tmp_path / "warehouse", tmp_path / "figures"
    Telling.objects.all().delete()
    Doelgroepdefinitie.objects.all().delete()
    Voorschooltarief.objects.all().delete()
    Voorschoolafrekening.objects.all().delete()
    return hilversum


def read(world: World, path: str = BEGIN, rol: LidRol = LidRol.AGENDABEHEERDER) -> Any:
    return world.client(rol).get(world.url(path))


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_page_says_what_will_stand_there(leeg: World, path: str) -> None:
    for rol in (LidRol.AGENDABEHEERDER, LidRol.ANALIST, LidRol.PARTNER):
        answer = read(leeg, path, rol)
        assert answer.status_code == 200
        assert "ol-leeg" in answer.content.decode(), f"{path} as {rol} has no empty state"


@pytest.mark.parametrize("path", PAGES)
def test_a_filled_page_opens_for_who_works_along_and_not_for_others(leeg: World, path: str) -> None:
    counted(leeg)
    for rol in (LidRol.WETHOUDER, LidRol.PARTNER, LidRol.SWV_DIRECTEUR):
        assert read(leeg, path, rol).status_code == 200
    for rol in (LidRol.LEZER, LidRol.PUBLIEK, LidRol.AUDITOR):
        assert read(leeg, path, rol).status_code in {302, 403, 404}


def test_the_overview_says_how_many_are_reached_with_the_figure(leeg: World) -> None:
    counted(leeg)
    shown = text(read(leeg))
    assert "Van de 350 doelgroeppeuters gaan er 280 naar de voorschool: 80 %." in shown.replace(
        "\N{NO-BREAK SPACE}", " "
    )
    assert "Op de wachtlijst" in shown
    assert "kaart" in read(leeg).context["figuren"]


def test_who_may_deliver_is_sent_to_the_door_when_nothing_was_counted(leeg: World) -> None:
    assert "Lever peuters aan" in text(read(leeg, rol=LidRol.ANALIST))
    assert "Lever peuters aan" not in text(read(leeg, rol=LidRol.WETHOUDER))


def test_two_definitions_are_not_compared_and_the_page_says_why(leeg: World) -> None:
    counted(leeg, "2025-10-01", "Doelgroep 2025")
    counted(leeg)
    assert "De doelgroep is anders bepaald" in text(read(leeg))
    Telling.objects.filter(periode="2025-10-01").update(definitie="Doelgroep 2026")
    assert "was het bereik 80" in text(read(leeg)).replace("\N{NO-BREAK SPACE}", " ")


def test_an_earlier_day_can_be_chosen_and_an_unknown_one_shows_the_newest(leeg: World) -> None:
    counted(leeg, "2025-10-01")
    counted(leeg)
    assert read(leeg, f"{BEGIN}?periode=2025-10-01").context["vs"].staat.periode == "2025-10-01"
    assert read(leeg, f"{BEGIN}?periode=geen").context["vs"].staat.periode == "2026-10-01"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("uren/", "200 geplaatste doelgroeppeuters halen 960 uur"),
        ("uren/", "Nodig: 380 uur pedagogisch beleidsmedewerker"),
        ("groepen/", "In 6 van de 24 groepen"),
        ("overdracht/", "90 van de 100 doelgroepkinderen die vier werden"),
        ("overdracht/", "Voor 100 % ontbreken er 10."),
        ("waar/", "1211"),
    ],
)
def test_each_page_begins_with_its_sentence(leeg: World, path: str, words: str) -> None:
    counted(leeg)
    assert words in text(read(leeg, BEGIN + path)).replace("\N{NO-BREAK SPACE}", " ")


AANBOD = """Jaar;LRK-nummer;Locatie;Houder;Postcode;Kindplaatsen VE;Groepen;Dagen per week;\
Uren per dag;Weken per jaar;PBM-uren gepland;Kosten van een groep (euro)
2026;990402000001;De Hei;Houder A;1211;100;3;4;4;40;200;98500
2026;990402000002;Het Bos;Houder B;1215;60;2;2;8;40;100;90000
"""
TOEZICHT = """Jaar;LRK-nummer;Locatie;Gepland;Onderzocht op;VE-tekortkoming;Handhaving;\
Begin handhaving;Eind handhaving;Status gemeente;Status sinds
2026;990402000001;De Hei;ja;2026-03-31;ja;aanwijzing;2026-04-20;;A;2026-01-15
2026;990402000002;Het Bos;ja;;;;;;;
"""
KWALITEIT = """Jaar;LRK-nummer;Instrument;Versie;Score;Voldoende;Gemeten door
2026;990402000001;Meting X;1;3,4;ja;Onderzoeker
2026;990402000002;Meting X;2;3,1;ja;Onderzoeker
"""


@pytest.fixture
def tabellen(leeg: World) -> World:
    for bron, body in (("voorschool_aanbod", AANBOD), ("toezicht_kinderopvang", TOEZICHT),
                       ("voorschool_kwaliteit", KWALITEIT)):  # fmt: skip
        file = Bestand(naam=f"{bron}.csv", inhoud=body.encode())
        load_sources(bestanden=[file], bron=f"partner_{bron}", laag="hilversum")
    counted(leeg)
    return leeg


def test_a_timetable_of_two_long_days_does_not_reach_the_hours(tabellen: World) -> None:
    answer = read(tabellen, f"{BEGIN}uren/")
    assert answer.context["genoeg"] == 100, "720 hours of Het Bos are not 960"
    assert "720" in text(answer)
    assert "Gepland: 300 uur. Dat is te weinig." in text(answer)


def test_where_more_live_than_there_are_places_is_said(tabellen: World) -> None:
    need = text(read(tabellen, f"{BEGIN}komende-jaren/")).replace("\N{NO-BREAK SPACE}", " ")
    assert "Er zijn 160 plaatsen voor 350 doelgroeppeuters" in need
    assert "98.500" in need
    assert "In 1211 wonen minstens 120 doelgroeppeuters meer" in text(read(tabellen)).replace(
        "\N{NO-BREAK SPACE}", " "
    )


def test_supervision_says_planned_found_and_acted_on(tabellen: World) -> None:
    shown = text(read(tabellen, f"{BEGIN}toezicht/"))
    assert "1 van de 2 geplande locaties" in shown
    assert "Op 1 loopt handhaving nog" in shown
    assert "A, sinds" in shown


def test_two_versions_of_an_instrument_are_never_one_line(tabellen: World) -> None:
    shown = text(read(tabellen, f"{BEGIN}toezicht/"))
    assert "Meting X, versie 1: 1 van 1 locaties" in shown
    assert "Meting X, versie 2: 1 van 1 locaties" in shown


def test_a_definition_is_kept_with_its_day_and_ends_the_one_before(leeg: World) -> None:
    actor = leeg.actor(LidRol.AGENDABEHEERDER)
    keep_doelgroepdefinitie(actor, Opzet(naam="Oud", tekst="Wie.", van=date(2025, 1, 1)))
    client = leeg.client(LidRol.AGENDABEHEERDER)
    typed = {"naam": "Nieuw", "tekst": "Wie nu.", "van": "2026-01-01", "vanaf_maanden": "24",
             "zwaar_boven": "60", "redenen": "thuistaal, anders"}  # fmt: skip
    answer = client.post(leeg.url(f"{BEGIN}doelgroep/nieuw/"), typed)
    assert answer.status_code == 302
    new, old = Doelgroepdefinitie.objects.of(leeg.werkruimte.pk)
    assert (new.vanaf_maanden, new.redenen["zwaar_boven"]) == (24, 60)
    assert old.tot == date(2025, 12, 31)
    again = client.post(leeg.url(f"{BEGIN}doelgroep/nieuw/"), typed)
    assert again.status_code == 422, "the same day twice would be two truths"
    assert "toen begon de vorige definitie" in again.content.decode()


def test_a_tariff_is_typed_the_dutch_way(leeg: World) -> None:
    typed = {"jaar": "2026", "soort": "ja-nee", "uurtarief": "11,23", "ouderbijdrage": "0,35",
             "meeste_uren": "640"}  # fmt: skip
    client = leeg.client(LidRol.AGENDABEHEERDER)
    assert client.post(leeg.url(f"{BEGIN}tarief/nieuw/"), typed).status_code == 302
    one = Voorschooltarief.objects.get()
    assert (one.uurtarief, one.ouderbijdrage, one.toeslag) == (
        Decimal("11.23"),
        Decimal("0.35"),
        False,
    )
    assert "11,23" in text(read(leeg, f"{BEGIN}doelgroep/"))
    wrong = client.post(leeg.url(f"{BEGIN}tarief/nieuw/"), typed | {"ouderbijdrage": "20"})
    assert wrong.status_code == 422


def settled(world: World) -> Voorschoolafrekening:
    actor = world.actor(LidRol.AGENDABEHEERDER)
    tarief = Tariefopzet(jaar=2024, indicatie=True, toeslag=True, uurtarief=Decimal(10))
    keep_voorschooltarief(actor, tarief)
    return Voorschoolafrekening.objects.create(
        werkruimte=world.werkruimte,
        jaar=2024,
        houder="Houder A",
        uitkomst={"cents": 1_234_567, "uren": "1200.5", "kinderen": [20, 20], "delen": []},
    )


def test_a_settlement_is_decided_with_the_grant_and_says_what_is_left(leeg: World) -> None:
    one = settled(leeg)
    grant = Subsidie.objects.create(
        werkruimte=leeg.werkruimte,
        agenda=leeg.agenda,
        post=leeg.agenda.posten.first(),
        ontvanger=Partij.objects.of(leeg.werkruimte.pk).first(),
        kenmerk="VS-1",
        regeling="Peuteropvang en VVE",
        jaar=one.jaar,
        beschikt=1_200_000,
        beschikt_op=date(2024, 1, 15),
    )
    client = leeg.client(LidRol.AGENDABEHEERDER)
    url = leeg.url(f"{BEGIN}afrekening/{one.pk}/")
    assert grant.kenmerk in client.get(url).content.decode()
    assert client.post(url, {"subsidie": ""}).status_code == 422
    assert client.post(url, {"subsidie": grant.kenmerk}).status_code == 302
    one.refresh_from_db()
    grant.refresh_from_db()
    assert grant.vastgesteld == 1_234_567
    assert (one.subsidie, one.uitkomst["voorschot"]) == (grant, grant.beschikt)
    shown = text(read(leeg, f"{BEGIN}afrekening/?jaar={one.jaar}"))
    assert "vastgesteld op" in shown
    assert "345,67" in shown, "12.345,67 done, of which 12.000 was paid"
    again = client.post(url, {"subsidie": grant.kenmerk})
    assert again.status_code == 422, "what was decided isn't decided twice"


def test_money_of_houders_is_for_the_gemeente_alone(leeg: World) -> None:
    settled(leeg)
    for rol in (LidRol.PARTNER, LidRol.SWV_DIRECTEUR):
        shown = text(read(leeg, f"{BEGIN}afrekening/", rol))
        assert "Houder A" not in shown
        assert "De afrekening is voor de gemeente" in shown


def test_only_who_may_open_rows_settles_and_is_told_what_is_missing(leeg: World) -> None:
    settled(leeg)
    url = leeg.url(f"{BEGIN}afrekening/rekenen/")
    assert leeg.client(LidRol.AGENDABEHEERDER).post(url, {"jaar": "2024"}).status_code == 403
    answer = leeg.client(LidRol.ANALIST).post(url, {"jaar": "2024"}, follow=True)
    assert "Over 2024 is nog niets over peuters aangeleverd" in answer.content.decode()


def test_every_tab_has_a_page() -> None:
    assert {name for name, _ in BLADEN} <= {one.name for one in ROUTES}
