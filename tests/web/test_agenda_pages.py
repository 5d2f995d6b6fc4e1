"""The agenda as a tree: filters live in the address, and the page costs the same at any size."""

import csv
import io
import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import Actie, Agenda, Speerpunt, Werkruimte
from tests.world import World

ROLES = list(LidRol)


def page(hilversum: World, path: str = "agenda/", rol: LidRol = LidRol.AGENDABEHEERDER) -> str:
    """Return a page as somebody sees it."""
    answer = hilversum.client(rol).get(hilversum.url(path))
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


@pytest.mark.parametrize("rol", ROLES)
def test_every_role_sees_the_tree_and_only_who_may_sees_how_to_change_it(
    hilversum: World, rol: LidRol
) -> None:
    text = page(hilversum, rol=rol)
    # Who reads the log finds the way, and no content.
    assert ("1A1" in text) is (rol is not LidRol.AUDITOR)
    assert "Werken aan partnerschap met ouders" in text
    may = rol in (LidRol.AGENDABEHEERDER, LidRol.REDACTEUR)
    assert ("Nieuwe actie" in text) is may


def test_a_row_says_who_how_it_goes_what_is_wanted_and_what_it_costs(hilversum: World) -> None:
    text = page(hilversum, "agenda/?q=opstapje")
    assert "Nog niet gemeten, doel 40 gezinnen per jaar" in text
    assert "90.000" in text
    assert "Nog niets gemeld" in text
    elsewhere = page(hilversum, "agenda/?q=lokale+coalitie")
    assert "Elders gedekt" in elsewhere


@pytest.mark.parametrize(
    ("query", "seen", "hidden"),
    [
        ("q=OPSTAPJE", "1A1", "1A2"),
        ("q=bibliotheek+peuteropvang", "1E2", "1A1"),
        ("partij=ggd", "1A3", "1A1"),
        ("staat=onbekend&partij=bibliotheek", "1E2", "1A1"),
        ("leeftijd=1", "1A1", "2A1"),
        ("werkgroep=Werkgroep+partnerschap+met+ouders", "1A4", "1A1"),
    ],
)
def test_a_filter_in_the_address_keeps_what_fits(
    hilversum: World, query: str, seen: str, hidden: str
) -> None:
    text = page(hilversum, f"agenda/?{query}")
    assert f'id="actie-{seen}"' in text
    assert f'id="actie-{hidden}"' not in text


def test_a_chip_takes_its_own_filter_away_and_leaves_the_other(hilversum: World) -> None:
    text = page(hilversum, "agenda/?partij=ggd&staat=onbekend")
    assert "?staat=onbekend" in text
    assert "?partij=ggd" in text
    assert "Partij: Team Jeugd en Gezin van de GGD" in text


def test_a_filter_that_makes_no_sense_is_left_out_and_breaks_nothing(hilversum: World) -> None:
    text = page(hilversum, "agenda/?leeftijd=oud&partij=niemand&sorteer=lengte&staat=%00")
    assert "<strong>42</strong>" in text


def test_the_address_to_share_holds_only_what_was_chosen(hilversum: World) -> None:
    answer = hilversum.client(LidRol.LEZER).get(
        hilversum.url("agenda/?q=&partij=ggd&staat=&leeftijd="), headers={"HX-Request": "true"}
    )
    assert answer["HX-Push-Url"] == hilversum.url("agenda/?partij=ggd")


def test_nothing_found_says_so_and_how_to_go_on(hilversum: World) -> None:
    text = page(hilversum, "agenda/?q=zwembad")
    assert "Geen actie past bij deze filters" in text
    assert "Toon alle acties" in text


def test_sorted_by_money_the_dearest_stands_first(hilversum: World) -> None:
    text = page(hilversum, "agenda/?sorteer=geld")
    assert text.index('id="actie-1B1"') < text.index('id="actie-1A1"')


def test_a_late_action_shows_as_late_and_is_found_by_that(hilversum: World) -> None:
    agenda = hilversum.agenda
    agenda.in_gebruik_op = timezone.localdate() - timedelta(days=400)
    agenda.save()
    text = page(hilversum, "agenda/?actualiteit=te_laat&partij=bibliotheek")
    assert "Te laat" in text
    assert 'id="actie-1E2"' in text


def test_hidden_actions_are_seen_by_the_gemeente_alone(hilversum: World) -> None:
    hilversum.agenda.acties.filter(code="1A1").update(zichtbaarheid="intern")
    hilversum.agenda.acties.filter(code="1A2").update(zichtbaarheid="partners")
    seen = {rol: page(hilversum, rol=rol) for rol in ROLES}
    assert {rol for rol in ROLES if "Opstapje" in seen[rol]} == {
        LidRol.AGENDABEHEERDER,
        LidRol.REDACTEUR,
        LidRol.ANALIST,
        LidRol.PUBLICIST,
        LidRol.WETHOUDER,
    }
    assert "Voor jou en je kind" in seen[LidRol.PARTNER]
    assert "Voor jou en je kind" not in seen[LidRol.LEZER]


def add_acties(agenda: Agenda, count: int) -> None:
    """Make an agenda larger, with everything a row needs."""
    speerpunt = Speerpunt.objects.filter(agenda=agenda).order_by("id")[0]
    Actie.objects.bulk_create(
        Actie(
            werkruimte=agenda.werkruimte,
            agenda=agenda,
            speerpunt=speerpunt,
            code=f"X{number}",
            naam=f"Actie {number}",
            zichtbaarheid="publiek",
            volgorde=1000 + number,
        )
        for number in range(count)
    )


def test_ten_times_as_many_actions_take_as_many_queries(hilversum: World) -> None:
    client, url = hilversum.client(LidRol.AGENDABEHEERDER), hilversum.url("agenda/")
    small = count_queries(client, url)
    add_acties(hilversum.agenda, 378)
    assert hilversum.agenda.acties.count() == 420
    assert count_queries(client, url) == small


def count_queries(client: Client, url: str) -> int:
    """Return how many queries a page takes."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_the_list_as_a_file_holds_what_the_page_shows(hilversum: World) -> None:
    answer = hilversum.client(LidRol.LEZER).get(hilversum.url("agenda/lijst.csv?partij=ggd"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:2] == ["Code", "Actie"]
    assert [row[0] for row in rows[1:]]
    assert all("GGD" in row[4] + row[5] for row in rows[1:])
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize("naam", ['=HYPERLINK("x")', "+1", "-2", "@som", "\t=1"])
def test_no_text_of_a_person_runs_in_a_spreadsheet(hilversum: World, naam: str) -> None:
    hilversum.agenda.acties.filter(code="1A1").update(naam=naam)
    answer = hilversum.client(LidRol.LEZER).get(hilversum.url("agenda/lijst.csv"))
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert f"'{naam}" in [row[1] for row in rows]


def test_on_paper_stands_the_whole_agenda_with_its_money(hilversum: World) -> None:
    text = page(hilversum, "agenda/afdrukken/", LidRol.PUBLIEK)
    assert text.count('class="ag-papier__actie"') == 42
    assert "geen rij in de begroting" in text
    assert "elders gedekt door" in text


def test_an_empty_werkruimte_says_what_comes_here_and_gives_the_way_to_who_may(
    hilversum: World,
) -> None:
    Agenda.objects.filter(werkruimte=hilversum.werkruimte).update(
        werkruimte=Werkruimte.objects.create(slug="elders", naam="Elders")
    )
    assert "Lees een agenda in" in page(hilversum)
    text = page(hilversum, rol=LidRol.LEZER)
    assert "Hier komt de agenda van Hilversum" in text
    assert "Lees een agenda in" not in text


def test_a_concept_is_called_so_and_a_decision_is_told(hilversum: World) -> None:
    assert "nog geen besluit vastgelegd" in page(hilversum)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(
        hilversum.url("agenda/besluit/"),
        {
            "naar": "vastgesteld",
            "door": "Gemeenteraad",
            "op": "2024-01-31",
            "ondertekenaars": ["gemeente", "ggd"],
            "versie": hilversum.agenda.versie,
        },
    )
    assert answer.status_code == 302
    text = page(hilversum)
    assert "Gemeenteraad" in text
    assert re.search(r"op 31\s+januari\s+2024", text)
    assert "Ondertekend door" in text


def test_a_decision_without_its_words_stays_on_the_form_with_every_reason(
    hilversum: World,
) -> None:
    answer = hilversum.client(LidRol.AGENDABEHEERDER).post(
        hilversum.url("agenda/besluit/"), {"naar": "vastgesteld", "versie": "1"}
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    for reden in ("wie de agenda vaststelde", "op welke dag", "minstens één partij"):
        assert reden in text


def test_a_closed_agenda_offers_no_change(hilversum: World) -> None:
    agenda = hilversum.agenda
    agenda.staat, agenda.besluit_door = "afgesloten", "Gemeenteraad"
    agenda.save()
    assert "Nieuwe actie" not in page(hilversum)
    assert "Open weer" in page(hilversum, "agenda/besluit/")
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    assert client.get(hilversum.url("agenda/wijzigen/")).status_code == 403
    assert client.get(hilversum.url("actie/1A1/wijzigen/")).status_code == 403


def test_two_people_change_the_agenda_and_the_second_sees_both_texts(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    url = hilversum.url("agenda/wijzigen/")
    fields = client.get(url).context["formulier"].initial
    first = fields | {"visie": "De visie van de eerste."}
    second = fields | {"visie": "De visie van de tweede."}
    assert client.post(url, first).status_code == 302
    answer = client.post(url, second)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "De visie van de eerste." in text
    assert "De visie van de tweede." in text
    again = second | {"versie": answer.context["formulier"].data["versie"]}
    assert client.post(url, again).status_code == 302
    assert hilversum.agenda.visie == "De visie van de tweede."


@pytest.mark.parametrize(
    ("path", "fields", "next_page"),
    [
        ("nieuwe-actie", {"speerpunt": "1A", "code": "1A9", "naam": "Nieuw"}, "actie/1A9/"),
        (
            "nieuw-speerpunt",
            {"ambitie": "1", "code": "1Z", "naam": "Nieuw", "doel": ""},
            "speerpunt/1Z/",
        ),
        ("nieuwe-ambitie", {"code": "3", "naam": "Nieuw", "omschrijving": ""}, "agenda/"),
    ],
)
def test_what_is_added_stands_on_the_agenda_at_once(
    hilversum: World, path: str, fields: dict[str, str], next_page: str
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(hilversum.url(f"agenda/{path}/"), fields)
    assert answer["Location"].startswith(hilversum.url(next_page))
    assert client.get(answer["Location"]).status_code == 200
    again = client.post(hilversum.url(f"agenda/{path}/"), fields)
    assert again.status_code == 422
    assert "bestaat al" in again.content.decode()


def test_a_speerpunt_shows_what_it_lacks_to_be_measured(hilversum: World) -> None:
    text = page(hilversum, "speerpunt/1A/", LidRol.PUBLIEK)
    assert "nulmeting" in text
    assert "405.000" in text


def test_a_speerpunt_is_changed_with_its_target(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    url = hilversum.url("speerpunt/1A/wijzigen/")
    form = client.get(url).context["formulier"]
    fields = form.initial | {
        "trekker": "ggd",
        "streef-TOTAL_FORMS": "1",
        "streef-INITIAL_FORMS": "0",
        "streef-0-maat": "Ouders die meedoen",
        "streef-0-richting": "minstens",
        "streef-0-nulmeting": "12,5",
        "streef-0-doel_2027": "1.250",
    }
    assert client.post(url, fields).status_code == 302
    made = hilversum.agenda.streefwaarden.get(speerpunt__code="1A")
    assert (made.maat, made.nulmeting) == ("Ouders die meedoen", Decimal("12.5"))
    assert made.jaren.get().doel == 1250
