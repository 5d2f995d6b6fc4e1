"""The pages of the money: the printed sums, warnings at their row, exact edits, nothing hidden."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from openlea.policy.rechten import LidRol
from openlea.storage.records.models import (
    Actie,
    Begrotingspost,
    Boeking,
    Geldstroom,
    Partij,
    Subsidie,
)
from tests.world import World


@pytest.fixture
def beheer(hilversum: World) -> Client:
    return hilversum.client(LidRol.AGENDABEHEERDER)


def shown(client: Client, world: World, path: str = "geld/") -> str:
    answer = client.get(world.url(path))
    assert answer.status_code == 200, path
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_the_page_says_until_when_the_money_lasts(hilversum: World, beheer: Client) -> None:
    page = shown(beheer, hilversum)
    assert "Er is te weinig geld in 2027 (€ 39.740)." in page
    assert "in 2026 en 2027 elk jaar € 418.685 te kort" in page
    for printed in ("3.567.500", "3.557.500", "3.537.500", "1.216.315", "797.630", "378.945"):
        assert printed in page
    assert page.count("Geen rij in de begroting") == 13


@pytest.mark.parametrize("stand", ["begroot", "bijgesteld", "prognose", "verplicht", "besteed"])
@pytest.mark.parametrize("per", ["ambitie", "taakveld"])
def test_every_way_of_looking_stays_in_the_address(
    hilversum: World, beheer: Client, stand: str, per: str
) -> None:
    page = shown(beheer, hilversum, f"geld/?stand={stand}&per={per}")
    assert f"geld.xlsx?stand={stand}&amp;per={per}" in page


def test_every_warning_stands_with_its_reason_and_the_edit_that_solves_it(
    hilversum: World, beheer: Client
) -> None:
    page = shown(beheer, hilversum)
    assert "In 2027 komt er € 39.740 te kort." in page
    assert "/geld/post/nieuw/?bij=1B4" in page
    assert "Los op" in page


def test_who_only_reads_gets_no_edits(hilversum: World) -> None:
    page = shown(hilversum.client(LidRol.WETHOUDER), hilversum)
    assert "Los op" not in page
    assert "Nieuwe post" not in page


def test_the_queries_do_not_grow_with_the_money(hilversum: World, beheer: Client) -> None:
    few = asked(beheer, hilversum)
    for n in range(60):
        Begrotingspost.objects.create(
            werkruimte=hilversum.werkruimte,
            agenda=hilversum.agenda,
            code=f"X{n}",
            omschrijving=f"Extra {n}",
        )
    book(hilversum, 100)
    book(hilversum, 200)
    assert asked(beheer, hilversum) == few


def asked(client: Client, world: World) -> int:
    """Return how many questions the page puts to the database."""
    with CaptureQueriesContext(connection) as queries:
        shown(client, world)
    return len(queries)


def test_a_hidden_action_keeps_its_name_in_and_its_amount_counts(hilversum: World) -> None:
    hide(hilversum, "1A1")
    page = shown(hilversum.client(LidRol.LEZER), hilversum)
    assert "Opstapje" not in page
    assert "Niet openbare post" in page
    assert "3.567.500" in page
    assert hilversum.client(LidRol.LEZER).get(hilversum.url("geld/post/P-1A1/")).status_code == 404


def test_a_reader_sees_the_same_sums_without_the_paper(hilversum: World) -> None:
    grant(hilversum)
    book(hilversum, 40_000, kenmerk="S-1", omschrijving="Geheime leverancier")
    inside = shown(hilversum.client(LidRol.WETHOUDER), hilversum, "geld/?stand=besteed")
    outside = shown(hilversum.client(LidRol.LEZER), hilversum, "geld/?stand=besteed")
    assert inside.count(">400<") == outside.count(">400<") > 0
    post = shown(hilversum.client(LidRol.LEZER), hilversum, "geld/post/P-1A1/")
    assert "Geheime leverancier" not in post
    oab = shown(hilversum.client(LidRol.LEZER), hilversum, "geld/oab/2025/")
    assert "Geheime leverancier" not in oab


def test_the_workbook_holds_what_the_page_shows(hilversum: World, beheer: Client) -> None:
    answer = beheer.get(hilversum.url("geld/geld.xlsx?stand=begroot"))
    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["Begroot", "Per taakveld", "Dekking", "Let op"]
    rows = {row[1]: row for row in book["Begroot"].iter_rows(values_only=True)}
    assert rows["Totaal"][3:7] == (3_567_500, 3_557_500, 3_537_500, 3_537_500)
    saldo = {row[1]: row for row in book["Dekking"].iter_rows(values_only=True)}["Saldo"]
    assert saldo[6] == -39_740


def form_of(world: World, client: Client, path: str) -> dict[str, Any]:
    form = client.get(world.url(path)).context["formulier"]
    return {name: "" if (value := form[name].value()) is None else value for name in form.fields}


def test_an_amount_is_typed_in_dutch_and_kept_to_the_cent(hilversum: World, beheer: Client) -> None:
    path = "geld/post/P-1A1/wijzigen/"
    typed = form_of(hilversum, beheer, path) | {"bedrag_2025": "1.250,50"}
    assert beheer.post(hilversum.url(path), typed).status_code == 302
    assert "1.251" in shown(beheer, hilversum, "geld/post/P-1A1/")
    post = Begrotingspost.objects.get(agenda=hilversum.agenda, code="P-1A1")
    assert {one.jaar: one.bedrag for one in post.bedragen.all()}[2025] == 125_050
    assert post.history.first().history_user is not None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("1250.50", "punt voor de decimalen"),
        ("veel", "geen getal"),
        ("1,234", "twee cijfers"),
        ("99.999.999.999.999", "10 miljard"),
    ],
)
def test_a_wrong_amount_keeps_what_was_typed_and_says_why(
    hilversum: World, beheer: Client, typed: str, reason: str
) -> None:
    path = "geld/post/P-1A1/wijzigen/"
    values = form_of(hilversum, beheer, path) | {"bedrag_2025": typed}
    page = beheer.post(hilversum.url(path), values).content.decode()
    assert reason in page
    assert f'value="{typed}"' in page


def test_the_second_writer_sees_both_texts(hilversum: World, beheer: Client) -> None:
    path = "geld/post/P-1A1/wijzigen/"
    old = form_of(hilversum, beheer, path)
    beheer.post(hilversum.url(path), old | {"omschrijving": "Van de eerste"})
    page = beheer.post(hilversum.url(path), old | {"omschrijving": "Van de tweede"})
    text = page.content.decode()
    assert "Van de eerste" in text
    assert 'value="Van de tweede"' in text
    again = page.context["formulier"]
    typed = {n: "" if (v := again[n].value()) is None else v for n in again.fields}
    assert beheer.post(hilversum.url(path), typed).status_code == 302
    assert "Van de tweede" in shown(beheer, hilversum)


def test_a_change_shows_beside_the_first_amount(hilversum: World, beheer: Client) -> None:
    path = "geld/post/P-1A1/bijstellen/"
    typed = {
        "jaar": "2025",
        "stand": "bijgesteld",
        "bedrag": "80.000",
        "op": "2025-03-03",
        "besluit": "Raadsbesluit",
    }
    assert beheer.post(hilversum.url(path), typed).status_code == 302
    page = shown(beheer, hilversum, "geld/post/P-1A1/")
    assert "80.000" in page
    assert "90.000" in page
    typed["besluit"] = ""
    assert "Noem het besluit" in beheer.post(hilversum.url(path), typed).content.decode()


def test_a_new_post_takes_an_action_off_the_list_without_rows(
    hilversum: World, beheer: Client
) -> None:
    path = "geld/post/nieuw/?bij=1B4"
    typed = form_of(hilversum, beheer, path)
    assert (typed["bij"], typed["code"]) == ("1B4", "P-1B4")
    answer = beheer.post(hilversum.url(path), typed | {"omschrijving": "Nieuw", "bedrag_2026": "5"})
    assert answer.status_code == 302
    assert shown(beheer, hilversum).count("Geen rij in de begroting") == 12


def test_a_ledger_goes_from_file_to_page_in_four_steps(hilversum: World, beheer: Client) -> None:
    text = "Kostenplaats;Datum;Bedrag\n640;03-02-2025;12.345,67\n"

    def send() -> str:
        file = SimpleUploadedFile("g.csv", text.encode())
        answer = beheer.post(hilversum.url("geld/grootboek/"), {"bestand": file})
        assert answer.status_code == 302
        return str(answer.headers["Location"])

    step = send()
    start = beheer.get(step).context["formulier"]
    chosen = {name: start[name].value() or "" for name in start.fields if name != "punt"}
    assert beheer.post(step, chosen | {"stap": "kolommen"}).status_code == 302
    assert "Kostenplaats 640" in beheer.get(step).content.decode()
    assert beheer.post(step, {"stap": "posten", "post_0": "P-1A1"}).status_code == 302
    assert "Lees in" in beheer.get(step).content.decode()
    assert beheer.post(step, {"stap": "inlezen"}).status_code == 302
    assert "12.346" in shown(beheer, hilversum, "geld/?stand=besteed")
    again = beheer.get(send()).content.decode()
    assert "al eerder ingelezen" in again
    assert "Lees in</span>" not in again
    assert Boeking.objects.filter(post__agenda=hilversum.agenda).count() == 1


def test_a_damaged_file_says_so_and_changes_nothing(hilversum: World, beheer: Client) -> None:
    file = SimpleUploadedFile("g.xlsx", b"PK\x03\x04kapot")
    answer = beheer.post(hilversum.url("geld/grootboek/"), {"bestand": file})
    assert answer.status_code == 200
    assert "beschadigd" in answer.content.decode()


def test_a_file_that_is_gone_is_asked_for_again(hilversum: World, beheer: Client) -> None:
    for key in ("f" * 32, "../../openlea.sqlite3"):
        answer = beheer.get(hilversum.url("geld/grootboek/koppelen/"), {"bestand": key})
        assert answer.status_code == 302
        assert answer.headers["Location"].endswith("/geld/grootboek/")


def test_a_grant_says_what_comes_next(hilversum: World, beheer: Client) -> None:
    one = grant(hilversum)
    page = shown(beheer, hilversum, "geld/subsidies/")
    assert "Stel de subsidie vast" in page or "stel de subsidie vast" in page
    form = form_of(hilversum, beheer, f"geld/subsidie/?kenmerk={one.kenmerk}")
    done = form | {"vastgesteld": "900", "vastgesteld_op": "2026-02-02", "teruggevorderd": "100"}
    where = hilversum.url(f"geld/subsidie/?kenmerk={one.kenmerk}")
    assert beheer.post(where, done).status_code == 302
    assert "deels teruggevorderd" in shown(beheer, hilversum, "geld/subsidies/")
    assert ">800<" in shown(beheer, hilversum, "geld/?stand=besteed")


def test_the_account_opens_to_its_bookings_and_chains_the_years(
    hilversum: World, beheer: Client
) -> None:
    Geldstroom.objects.filter(agenda=hilversum.agenda, code="rijk").update(soort="spuk_oab")
    rijk = Geldstroom.objects.get(agenda=hilversum.agenda, code="rijk")
    Begrotingspost.objects.filter(agenda=hilversum.agenda, code="P-1A1").update(geldstroom=rijk)
    book(hilversum, 1_000_000, kenmerk="F-1", omschrijving="Factuur")
    filled = {"beginreserve": "50.000", "overgeboekt": "", "plafond": "", "toelichting": ""}
    assert beheer.post(hilversum.url("geld/oab/2024/"), filled).status_code == 302
    page = shown(beheer, hilversum, "geld/oab/2025/")
    assert "15 juli 2026" in page
    assert "F-1" in page
    assert "€ 2.374.815" in page, "2024 ends with 50.000 + 2.324.815, and 2025 begins with it"
    assert "€ 4.689.630" in page
    assert "Niet geverifieerd" in shown(beheer, hilversum, "geld/oab/2026/")
    book_ = load_workbook(io.BytesIO(beheer.get(hilversum.url("geld/oab/2025/oab.xlsx")).content))
    assert [row[2] for row in book_["Onderbouwing"].iter_rows(values_only=True)][1] == "F-1"


def test_a_year_outside_the_agenda_has_no_account(hilversum: World, beheer: Client) -> None:
    assert beheer.get(hilversum.url("geld/oab/2031/")).status_code == 404


def hide(world: World, code: str) -> None:
    Actie.objects.filter(agenda=world.agenda, code=code).update(zichtbaarheid="intern")


def book(world: World, cents: int, **more: str) -> Boeking:
    post = Begrotingspost.objects.get(agenda=world.agenda, code="P-1A1")
    return Boeking.objects.create(
        werkruimte=world.werkruimte,
        post=post,
        jaar=2025,
        soort="besteed",
        op="2025-03-03",
        bedrag=cents,
        **more,
    )


def grant(world: World) -> Subsidie:
    return Subsidie.objects.create(
        werkruimte=world.werkruimte,
        agenda=world.agenda,
        post=Begrotingspost.objects.get(agenda=world.agenda, code="P-1A1"),
        ontvanger=Partij.objects.of(world.werkruimte.pk)[0],
        kenmerk="S-1",
        regeling="Regeling",
        jaar=2025,
        beschikt=100_000,
        beschikt_op="2025-01-10",
    )
