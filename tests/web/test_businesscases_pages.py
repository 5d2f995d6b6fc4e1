"""The walk of who makes a business case: from an example to two outcomes beside each other."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openlea.catalogue.businesscasekast import BUSINESSCASES
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.policy.rechten import LidRol
from openlea.services.copy_businesscase import copy_businesscase
from openlea.storage.records.models import Actie, Businesscase, Caseuitkomst
from tests.world import World

BEHEER, PARTNER, LEZER = LidRol.AGENDABEHEERDER, LidRol.PARTNER, LidRol.LEZER
HERE = "vooruit/businesscases/"
NAMED = "Begin met een voorbeeld"


def page(client: Client, world: World, path: str = "", status: int = 200) -> str:
    answer = client.get(world.url(f"{HERE}{path}"))
    assert answer.status_code == status, path
    return str(answer.content.decode())


def begun(world: World, **change: object) -> Businesscase:
    made = copy_businesscase(world.actor(BEHEER), "thuisnabij_so")
    Businesscase.objects.filter(pk=made.pk).update(**change)
    made.refresh_from_db()
    return made


def assumption(**change: str) -> dict[str, str]:
    first = {"naam": "Leerlingen", "eenheid": "leerlingen", "laag": "6", "midden": "8",
             "hoog": "14", "verdeling": "pert", "bron": "", "eigenaar": ""}  # fmt: skip
    return first | change


def test_from_an_example_to_a_comparison_without_script(hilversum: World) -> None:
    client = hilversum.client(BEHEER)
    made = client.post(hilversum.url(f"{HERE}nieuw/"), {"voorbeeld": "thuisnabij_so"})
    record = Businesscase.objects.latest("pk")
    assert made["Location"].endswith(f"{HERE}{record.pk}/")
    shown = page(client, hilversum, f"{record.pk}/")
    assert "Ja: naar verwachting is dit terugverdiend in 2029." in shown
    assert "missen er 5 een bron en 6 een eigenaar" in shown
    outcomes = hilversum.url(f"{HERE}{record.pk}/uitkomsten/")
    client.post(outcomes, {"naam": "Eerst"})
    sent = assumption(versie=str(record.versie), eigenaar="Samenwerkingsverband")
    assert client.post(hilversum.url(f"{HERE}{record.pk}/aanname/leerlingen/"), sent).status_code \
        == 302  # fmt: skip
    client.post(outcomes, {"naam": "Daarna"})
    first, second = Caseuitkomst.objects.filter(case=record).order_by("pk")
    assert first.uitkomst != second.uitkomst
    beside = page(client, hilversum, f"vergelijk/?a={first.pk}&b={second.pk}")
    assert "Samenwerkingsverband" in beside
    assert "Alle aannamen zijn gelijk" not in beside
    assert "Alle aannamen zijn gelijk" in page(
        client, hilversum, f"vergelijk/?a={first.pk}&b={first.pk}"
    )


def test_the_list_begins_empty_with_the_button_that_fills_it(hilversum: World) -> None:
    Businesscase.objects.all().delete()
    assert NAMED in page(hilversum.client(BEHEER), hilversum)
    told = page(hilversum.client(LEZER), hilversum)
    assert "Er is nog geen business case" in told
    assert NAMED not in told


def test_an_internal_case_is_not_there_for_who_is_outside(hilversum: World) -> None:
    made = begun(hilversum, titel="Geheim plan")
    actor = hilversum.client(BEHEER)
    actor.post(hilversum.url(f"{HERE}{made.pk}/uitkomsten/"), {"naam": "Geheime uitkomst"})
    kept = Caseuitkomst.objects.get(naam="Geheime uitkomst")
    for rol in (PARTNER, LEZER):
        client = hilversum.client(rol)
        for path in ("", "uitkomsten/", "stuk.docx", "stuk.pdf"):
            page(client, hilversum, f"{made.pk}/{path}", 404)
        assert "Geheim" not in page(client, hilversum)
        assert "Geheim" not in page(client, hilversum, f"vergelijk/?a={kept.pk}&b={kept.pk}")


def test_what_is_shared_with_partners_is_not_public(hilversum: World) -> None:
    made = begun(hilversum, zichtbaarheid=Zichtbaarheid.PARTNERS)
    page(hilversum.client(PARTNER), hilversum, f"{made.pk}/")
    page(hilversum.client(LEZER), hilversum, f"{made.pk}/", 404)


def test_who_only_reads_gets_no_form_and_changes_nothing(hilversum: World) -> None:
    made = begun(hilversum, zichtbaarheid=Zichtbaarheid.PUBLIEK)
    client = hilversum.client(PARTNER)
    assert "Bewaar deze uitkomst" not in page(client, hilversum, f"{made.pk}/")
    for path in ("wijzigen/", "aanname/leerlingen/", "weg/", "uitkomsten/"):
        sent = client.post(hilversum.url(f"{HERE}{made.pk}/{path}"), assumption())
        assert sent.status_code in {403, 404}, path
    assert Businesscase.objects.get(pk=made.pk).versie == made.versie


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"midden": "12.5"}, "punt voor de decimalen"),
        ({"midden": "20"}, "lopen niet op"),
        ({"verdeling": "vast"}, "Vast kan niet"),
        ({"eenheid": ""}, "Vul de eenheid in"),
    ],
)
def test_a_wrong_assumption_is_told_at_its_field_and_nothing_typed_is_lost(
    hilversum: World, change: dict[str, str], told: str
) -> None:
    made = begun(hilversum)
    sent = assumption(versie=str(made.versie), bron="Mijn eigen bron", **change)
    url = hilversum.url(f"{HERE}{made.pk}/aanname/leerlingen/")
    answer = hilversum.client(BEHEER).post(url, sent)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert told in shown
    assert "Mijn eigen bron" in shown
    assert f'id="id_{next(iter(change))}-fout"' in shown or "fout" in shown


def test_who_was_second_sees_both_texts(hilversum: World) -> None:
    made = begun(hilversum)
    url = hilversum.url(f"{HERE}{made.pk}/wijzigen/")
    first = {"titel": "Van de een", "staat": "concept", "zichtbaarheid": "intern",
             "versie": str(made.versie)}  # fmt: skip
    client = hilversum.client(BEHEER)
    assert client.post(url, first).status_code == 302
    shown = client.post(url, first | {"titel": "Van de ander"})
    assert shown.status_code == 422
    assert "Van de een" in shown.content.decode()
    assert "Van de ander" in shown.content.decode()


def test_a_case_names_the_action_it_belongs_to(hilversum: World) -> None:
    made, actie = begun(hilversum), Actie.objects.filter(werkruimte=hilversum.werkruimte).first()
    assert actie is not None
    sent = {"titel": "Met actie", "staat": "besproken", "zichtbaarheid": "publiek",
            "actie": str(actie.pk), "versie": str(made.versie)}  # fmt: skip
    client = hilversum.client(BEHEER)
    assert client.post(hilversum.url(f"{HERE}{made.pk}/wijzigen/"), sent).status_code == 302
    assert f"/actie/{actie.code}/" in page(client, hilversum, f"{made.pk}/")


@pytest.mark.parametrize(("formaat", "begin"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_case_goes_out_as_a_document(hilversum: World, formaat: str, begin: bytes) -> None:
    made = begun(hilversum)
    answer = hilversum.client(BEHEER).get(hilversum.url(f"{HERE}{made.pk}/stuk.{formaat}"))
    assert answer.content.startswith(begin)
    page(hilversum.client(BEHEER), hilversum, f"{made.pk}/stuk.xlsx", 404)


def test_the_table_of_a_picture_is_a_file_too(hilversum: World) -> None:
    made = begun(hilversum)
    told = page(hilversum.client(BEHEER), hilversum, f"{made.pk}/?csv=jaren")
    assert "2027" in told
    assert "Schoolbestuur" in told


def test_a_case_is_there_within_a_second(hilversum: World) -> None:
    made, client = begun(hilversum), hilversum.client(BEHEER)
    page(client, hilversum, f"{made.pk}/")
    began = time.process_time()
    page(client, hilversum, f"{made.pk}/")
    assert time.process_time() - began < 1


def test_taken_away_it_is_gone_with_its_outcomes(hilversum: World) -> None:
    made, client = begun(hilversum), hilversum.client(BEHEER)
    client.post(hilversum.url(f"{HERE}{made.pk}/uitkomsten/"), {"naam": "Even"})
    assert client.post(hilversum.url(f"{HERE}{made.pk}/weg/")).status_code == 302
    assert not Caseuitkomst.objects.filter(naam="Even").exists()
    page(client, hilversum, f"{made.pk}/", 404)


def test_an_outcome_without_a_name_is_refused_on_the_page_itself(hilversum: World) -> None:
    made = begun(hilversum)
    url = hilversum.url(f"{HERE}{made.pk}/uitkomsten/")
    answer = hilversum.client(BEHEER).post(url, {"naam": " "})
    assert answer.status_code == 422
    assert "Geef de uitkomst een naam." in answer.content.decode()


def test_a_comparison_takes_no_strange_numbers(hilversum: World) -> None:
    client = hilversum.client(BEHEER)
    for asked in ("?a=x&b=y", "?a=99999999999999999999&b=1", "?a=-1", ""):
        page(client, hilversum, f"vergelijk/{asked}")


def own_file(text: str) -> dict[str, object]:
    return {"bestand": SimpleUploadedFile("plan.toml", text.encode())}


def test_a_file_of_ones_own_becomes_a_case_and_a_wrong_one_is_told_where(hilversum: World) -> None:
    client, address = hilversum.client(BEHEER), hilversum.url(f"{HERE}nieuw/")
    roots = find_roots("")
    text = next(file for root in roots for file in root.glob(BUSINESSCASES)).read_text("utf-8")
    wrong = text.replace("eerste_jaar =", "eerste_jar =")
    refused = client.post(address, own_file(wrong))
    assert refused.status_code == 422
    assert "eerste_jar" in refused.content.decode()
    assert "Bedoel je" in refused.content.decode()
    many = Businesscase.objects.count()
    for nothing in ({}, own_file(text) | {"voorbeeld": "thuisnabij_so"}, own_file("a = [")):
        assert client.post(address, nothing).status_code == 422
    assert Businesscase.objects.count() == many
    assert client.post(address, own_file(text)).status_code == 302
    made = Businesscase.objects.latest("pk")
    assert page(client, hilversum, f"{made.pk}/")
    assert hilversum.client(PARTNER).post(address, own_file(text)).status_code == 403
