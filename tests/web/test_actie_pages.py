"""The page of an action: its owner tells in one box, and nobody reads further than his right."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from openlea.core.agenda import ActieStaat, Zichtbaarheid
from openlea.policy.rechten import LidRol
from openlea.services.add_opmerking import add_opmerking
from openlea.services.record_jaarwaarde import record_jaarwaarde
from openlea.services.record_voortgang import Melding, record_voortgang
from openlea.storage.records.models import Betrokkenheid, Document, Partij
from tests.world import World

EIGEN = "1E2"


def page(hilversum: World, path: str, rol: LidRol = LidRol.AGENDABEHEERDER) -> str:
    """Return a page as somebody sees it."""
    answer = hilversum.client(rol).get(hilversum.url(path))
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def test_the_owner_finds_the_box_open_and_a_visitor_finds_none(hilversum: World) -> None:
    assert "Hoe staat het met" in page(hilversum, f"actie/{EIGEN}/", LidRol.PARTNER)
    assert "actie_melden" not in page(hilversum, f"actie/{EIGEN}/", LidRol.PUBLIEK)
    other = page(hilversum, "actie/1A1/", LidRol.PARTNER)
    assert "Hoe staat het met" not in other


def test_an_update_is_seen_on_the_action_and_on_the_agenda(hilversum: World) -> None:
    client = hilversum.client(LidRol.PARTNER)
    told = {"staat": "loopt_achter", "gedaan": "Vier scholen doen mee.", "blokkade": "Ruimte."}
    answer = client.post(hilversum.url(f"actie/{EIGEN}/melden/"), told)
    assert answer["Location"] == hilversum.url(f"actie/{EIGEN}/")
    assert "Vier scholen doen mee." in page(hilversum, f"actie/{EIGEN}/", LidRol.LEZER)
    assert "Loopt achter" in page(hilversum, f"agenda/?q={EIGEN}", LidRol.PUBLIEK)


def test_what_blocks_is_not_for_the_outside(hilversum: World) -> None:
    told = Melding(staat=ActieStaat.LOOPT_ACHTER, gedaan="Bezig.", blokkade="Ruzie in het team.")
    record_voortgang(hilversum.actor(LidRol.PARTNER), EIGEN, told)
    assert "Ruzie in het team." in page(hilversum, f"actie/{EIGEN}/", LidRol.PARTNER)
    for rol in (LidRol.LEZER, LidRol.PUBLIEK):
        text = page(hilversum, f"actie/{EIGEN}/", rol)
        assert "Ruzie in het team." not in text
        assert hilversum.actor(LidRol.PARTNER).naam not in text


def own(hilversum: World, code: str) -> None:
    """Make the partner's partij the leader of an action."""
    partij = Partij.objects.get(werkruimte=hilversum.werkruimte, code="bibliotheek")
    actie = hilversum.agenda.acties.get(code=code)
    Betrokkenheid.objects.create(
        werkruimte=hilversum.werkruimte, actie=actie, partij=partij, rol="trekker"
    )


def test_the_box_asks_for_the_number_of_this_year_as_people_write_it(hilversum: World) -> None:
    own(hilversum, "1A1")
    assert "Het doel is ≥ 40 gezinnen per jaar." in page(hilversum, "actie/1A1/", LidRol.PARTNER)
    answer = hilversum.client(LidRol.PARTNER).post(
        hilversum.url("actie/1A1/melden/"),
        {"staat": "op_schema", "werkelijk 1A1-gezinnen": "38,5"},
    )
    assert answer.status_code == 302
    streefwaarde = hilversum.agenda.streefwaarden.get(code="1A1-gezinnen")
    assert streefwaarde.jaren.get(werkelijk__isnull=False).werkelijk == Decimal("38.5")


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(hilversum: World) -> None:
    own(hilversum, "1A1")
    answer = hilversum.client(LidRol.PARTNER).post(
        hilversum.url("actie/1A1/melden/"),
        {"gedaan": "Een heel verhaal.", "werkelijk 1A1-gezinnen": "veel"},
    )
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Kies hoe het ermee staat." in text
    assert "&#x27;veel&#x27; is geen getal." in text
    assert "Een heel verhaal." in text
    assert not hilversum.agenda.acties.get(code="1A1").voortgang.exists()


def test_a_number_left_as_it_stood_is_not_a_new_measurement(hilversum: World) -> None:
    own(hilversum, "1A1")
    record_jaarwaarde(hilversum.actor(LidRol.AGENDABEHEERDER), "1A1-gezinnen", 2026, Decimal(38))
    year = hilversum.agenda.streefwaarden.get(code="1A1-gezinnen").jaren.get(jaar=2026)
    hilversum.client(LidRol.PARTNER).post(
        hilversum.url("actie/1A1/melden/"),
        {"staat": "op_schema", "werkelijk 1A1-gezinnen": "38"},
    )
    before = year.versie
    year.refresh_from_db()
    assert year.versie == before


def test_stopping_asks_why(hilversum: World) -> None:
    client = hilversum.client(LidRol.PARTNER)
    answer = client.post(hilversum.url(f"actie/{EIGEN}/melden/"), {"staat": "gestopt"})
    assert answer.status_code == 422
    assert "Schrijf waarom de actie is gestopt." in answer.content.decode()


def test_a_partner_cant_tell_of_the_action_of_another(hilversum: World) -> None:
    client = hilversum.client(LidRol.PARTNER)
    answer = client.post(hilversum.url("actie/1A3/melden/"), {"staat": "op_schema"})
    assert answer.status_code == 403
    assert not hilversum.agenda.acties.get(code="1A3").voortgang.exists()


def test_an_internal_comment_stays_inside(hilversum: World) -> None:
    beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
    add_opmerking(beheer, EIGEN, "Alleen voor ons.", Zichtbaarheid.INTERN)
    add_opmerking(beheer, EIGEN, "Voor ons allen.", Zichtbaarheid.PARTNERS)
    partner = page(hilversum, f"actie/{EIGEN}/", LidRol.PARTNER)
    assert "Voor ons allen." in partner
    assert "Alleen voor ons." not in partner
    assert "Voor ons allen." not in page(hilversum, f"actie/{EIGEN}/", LidRol.LEZER)


def test_a_partner_comments_and_is_not_offered_to_write_for_the_gemeente_alone(
    hilversum: World,
) -> None:
    client = hilversum.client(LidRol.PARTNER)
    url = hilversum.url("actie/1A3/opmerking/")
    answer = client.post(url, {"tekst": "Kunnen we helpen?", "zichtbaarheid": "partners"})
    assert answer.status_code == 302
    assert client.post(url, {"tekst": "Stil", "zichtbaarheid": "intern"}).status_code == 422
    assert client.post(url, {"tekst": "", "zichtbaarheid": "partners"}).status_code == 422
    assert "Kunnen we helpen?" in page(hilversum, "actie/1A3/")


def test_a_document_comes_back_as_it_went_and_never_runs_in_the_browser(hilversum: World) -> None:
    client = hilversum.client(LidRol.PARTNER)
    file = SimpleUploadedFile("plan.html", b"%PDF-1.7 een plan", content_type="text/html")
    sent = {"titel": "Plan: één", "bestand": file, "zichtbaarheid": "partners"}
    assert client.post(hilversum.url(f"actie/{EIGEN}/document/"), sent).status_code == 302
    made = Document.objects.get(titel="Plan: één")
    answer = client.get(hilversum.url(f"document/{made.pk}/"))
    assert answer.content == b"%PDF-1.7 een plan"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    outside = hilversum.client(LidRol.LEZER).get(hilversum.url(f"document/{made.pk}/"))
    assert outside.status_code == 404


def test_money_says_what_the_agenda_leaves_open(hilversum: World) -> None:
    assert "de agenda laat open of dit niet gebeurt of elders wordt betaald" in page(
        hilversum, "actie/1B4/", LidRol.PUBLIEK
    )
    assert "elders gedekt door" in page(hilversum, "actie/1A5/", LidRol.PUBLIEK)


def test_who_owns_an_action_stands_with_the_words_that_say_so(hilversum: World) -> None:
    quote = "De bibliotheek stimuleert de leescultuur"
    assert quote in page(hilversum, f"actie/{EIGEN}/", LidRol.PARTNER)
    assert quote not in page(hilversum, f"actie/{EIGEN}/", LidRol.PUBLIEK)


def test_an_action_that_went_on_elsewhere_shows_the_way(hilversum: World) -> None:
    acties = hilversum.agenda.acties
    other = acties.get(code="1E3")
    acties.filter(code=EIGEN).update(staat="samengevoegd", samengevoegd_met=other)
    assert 'actie/1E3/">actie 1E3</a>' in page(hilversum, f"actie/{EIGEN}/", LidRol.PUBLIEK)
    acties.filter(code="1E3").update(zichtbaarheid="intern")
    assert "1E3" not in page(hilversum, f"actie/{EIGEN}/", LidRol.PUBLIEK)


def test_a_measurement_is_drawn_and_stands_in_the_table(hilversum: World) -> None:
    actor = hilversum.actor(LidRol.AGENDABEHEERDER)
    assert "ac-grafiek" not in page(hilversum, "actie/1A1/")
    record_jaarwaarde(actor, "1A1-gezinnen", 2025, Decimal(44))
    text = page(hilversum, "actie/1A1/", LidRol.PUBLIEK)
    assert "2025: 44 van 40 gezinnen per jaar" in text
    assert "Gehaald" in text


def test_a_measurement_of_any_year_has_its_own_page(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    url = hilversum.url("actie/1A1/meten/")
    assert client.get(url).status_code == 200
    fields = {"streefwaarde": "1A1-gezinnen", "jaar": "2024", "werkelijk": "31"}
    future = client.post(url, fields | {"peildatum": "2099-01-01"})
    assert future.status_code == 422
    assert "ligt in de toekomst" in future.content.decode()
    assert client.post(url, fields | {"peildatum": "2024-12-31"}).status_code == 302


@pytest.mark.parametrize("path", ["actie/9Z/", "actie/%00/", "speerpunt/9/", "document/999/"])
def test_what_is_not_there_is_not_found(hilversum: World, path: str) -> None:
    answer = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url(path))
    assert answer.status_code == 404
