"""A parent and a councillor read how one applies; an example is never taken for a real school."""

import csv
import io
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openlea.core.aanmeldbeleid import Aanmeldbeleid, Toewijzing
from openlea.core.plaatsing import Criterium
from openlea.policy.rechten import LidRol
from openlea.services.keep_aanmeldbeleid import keep_aanmeldbeleid
from openlea.storage.records.models import Aanmeldbeleid as Record
from openlea.storage.records.models import Verzoek, Werkruimte
from tests.web.api_wereld import ROOT, Programma, make_key
from tests.web.cijfer_blad import text
from tests.world import World

TODAY = date(2026, 11, 23)
GROEN, WILGE = "04OS00", "04YZ00"
ECHT = Aanmeldbeleid(
    school=GROEN,
    naam="",
    schooljaar="2026-2027",
    aanmelden_van=date(2027, 1, 11),
    voorrang=(Criterium.BROER_ZUS,),
    toewijzing=Toewijzing.LOTING,
    plaatsen=12,
    bron="https://voorbeeld.example/gids",
    gezien_op=date(2026, 11, 20),
)
PAGE = "kansen/aanmelden/"


@pytest.fixture
def ingevuld(hilversum: World) -> World:
    """Return a world in which one school of the register is filled in."""
    keep_aanmeldbeleid(hilversum.actor(LidRol.AGENDABEHEERDER), ECHT, TODAY)
    return hilversum


def read(world: World, vraag: str = "?schooljaar=2026-2027", rol: LidRol = LidRol.LEZER) -> Any:
    return world.client(rol).get(world.url(PAGE) + vraag)


def form_of(world: World, school: str = GROEN) -> str:
    return world.url(f"{PAGE}school/{school}/2026-2027/")


def fields(answer: Any) -> dict[str, str]:
    """Return what stands in the form."""
    form = answer.context["formulier"]
    return {one.html_name: "" if one.value() is None else str(one.value()) for one in form}


@pytest.mark.parametrize("rol", [LidRol.PUBLIEK, LidRol.LEZER, LidRol.PARTNER])
def test_everybody_reads_it_and_sees_what_is_missing(ingevuld: World, rol: LidRol) -> None:
    answer = read(ingevuld, rol=rol)
    assert answer.status_code == 200
    shown = text(answer)
    assert "26 van 27" in shown, "an example is no school"
    assert "Christelijk Instituut Groen van Prinsterer" in shown
    assert "Loten" in shown
    assert "Bewaar" not in shown
    assert "/overnemen/" not in answer.content.decode()


def test_only_what_was_read_counts_and_the_number_says_of_how_many(ingevuld: World) -> None:
    answer = read(ingevuld)
    numbers = {one.vraag: one for one in answer.context["blad"].kengetallen}
    lots = numbers["Loting"]
    assert (lots.aantal, lots.bekend, lots.scholen) == (1, 1, 27)
    assert "20 november 2026" in text(answer)


def test_examples_are_marked_and_stand_apart_from_the_numbers(hilversum: World) -> None:
    year = Record.objects.get(school="VB0001").schooljaar
    answer = read(hilversum, f"?schooljaar={year}")
    assert answer.context["blad"].voorbeelden == 3
    assert answer.context["blad"].kengetallen == ()
    assert "Hier staan voorbeelden tussen" in text(answer)
    assert answer.content.decode().count("am-voorbeeld") == 3


def test_no_demo_policy_is_of_a_real_school(hilversum: World) -> None:
    codes = Record.objects.of(hilversum.werkruimte.pk).values_list("school", "toelichting")
    assert codes
    assert all(code.startswith("VB") and note.startswith("Voorbeeld") for code, note in codes)


def test_the_filter_keeps_a_school_whose_precedence_nobody_filled_in(ingevuld: World) -> None:
    blad = read(ingevuld, "?schooljaar=2026-2027&voorrang=nabijheid").context["blad"]
    assert GROEN not in {one.school.code for one in blad.ingevuld}
    assert blad.open > 20, "not filled in is no 'no'"
    one_pc4 = read(ingevuld, "?schooljaar=2026-2027&pc4=1217").context["blad"]
    assert {one.pc4 for one in one_pc4.scholen} > {"1217"}
    assert [one.school.code for one in one_pc4.ingevuld if one.school.in_register] == [GROEN]


@pytest.mark.parametrize(
    "vraag", ["?schooljaar=2099-2100", "?schooljaar=%00", "?pc4=%27&denominatie=x", "?voorrang=x"]
)
def test_a_question_that_makes_no_sense_is_answered(hilversum: World, vraag: str) -> None:
    assert read(hilversum, vraag).status_code == 200


def test_the_law_stands_with_its_marks(hilversum: World) -> None:
    shown = text(read(hilversum))
    assert "Vrijwillige ouderbijdrage sluit niemand uit" in shown
    assert "WPO, artikel 161" in shown
    assert "Laatst nagelezen op" in shown


def test_a_form_keeps_what_was_filled_in(hilversum: World) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    blank = fields(client.get(form_of(hilversum)))
    filled = {**blank, "moment": "vanaf 3 jaar", "voorrang_1": "nabijheid", "bijdrage": "0"}
    answer = client.post(form_of(hilversum), filled)
    assert answer.status_code == 302
    kept = Record.objects.get(school=GROEN)
    assert (kept.moment, kept.voorrang, kept.bijdrage) == ("vanaf 3 jaar", ["nabijheid"], 0)
    again = fields(client.get(form_of(hilversum)))
    assert (again["voorrang_1"], again["bijdrage"], again["versie"]) == ("nabijheid", "0", "1")


def test_no_precedence_at_all_is_an_answer(hilversum: World) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    blank = fields(client.get(form_of(hilversum)))
    client.post(form_of(hilversum), {**blank, "voorrang_1": "geen"})
    assert Record.objects.get(school=GROEN).voorrang_anders == "Geen voorrang"
    assert fields(client.get(form_of(hilversum)))["voorrang_1"] == "geen"


def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(hilversum: World) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    blank = fields(client.get(form_of(hilversum)))
    wrong = {**blank, "moment": "mijn tekst", "bron": "https://voorbeeld.example/", "plaatsen": "x"}
    answer = client.post(form_of(hilversum), wrong)
    assert answer.status_code == 422
    assert set(answer.context["formulier"].errors) == {"plaatsen"}
    assert "mijn tekst" in answer.content.decode()
    answer = client.post(form_of(hilversum), {**wrong, "plaatsen": "3"})
    assert (answer.status_code, set(answer.context["formulier"].errors)) == (422, {"gezien_op"})
    assert not Record.objects.filter(school=GROEN).exists()


def test_two_who_write_at_once_see_both_texts(ingevuld: World) -> None:
    client = ingevuld.client(LidRol.REDACTEUR)
    mine = {**fields(client.get(form_of(ingevuld))), "moment": "mijn tekst"}
    beheer = ingevuld.actor(LidRol.AGENDABEHEERDER)
    keep_aanmeldbeleid(beheer, replace(ECHT, moment="hun tekst"), TODAY, versie=1)
    answer = client.post(form_of(ingevuld), mine)
    assert answer.status_code == 409
    assert "hun tekst" in text(answer)
    assert "mijn tekst" in text(answer)
    assert Record.objects.get(school=GROEN).moment == "hun tekst"
    assert client.post(form_of(ingevuld), fields(answer)).status_code == 302
    assert Record.objects.get(school=GROEN).moment == "mijn tekst"


def test_two_who_begin_at_once_see_both_texts_too(hilversum: World) -> None:
    client = hilversum.client(LidRol.REDACTEUR)
    mine = {**fields(client.get(form_of(hilversum))), "moment": "mijn tekst"}
    keep_aanmeldbeleid(hilversum.actor(LidRol.AGENDABEHEERDER), ECHT, TODAY)
    answer = client.post(form_of(hilversum), mine)
    assert answer.status_code == 409
    assert Record.objects.get(school=GROEN).moment == ""


def test_a_partner_opens_no_form_of_another_and_a_strange_school_is_not_found(
    hilversum: World,
) -> None:
    partner = hilversum.client(LidRol.PARTNER)
    assert partner.get(form_of(hilversum)).status_code == 403
    assert partner.post(form_of(hilversum), {"moment": "x"}).status_code == 403
    beheer = hilversum.client(LidRol.AGENDABEHEERDER)
    assert beheer.get(form_of(hilversum, "99XX00")).status_code == 404
    assert beheer.get(hilversum.url(f"{PAGE}school/{GROEN}/2026/")).status_code == 404


def test_a_school_can_be_typed(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    url = hilversum.url(f"{PAGE}andere-school/")
    blank = fields(client.get(url))
    assert client.post(url, {**blank, "moment": "x"}).status_code == 422
    filled = {**blank, "naam": "Nieuwe school", "moment": "x", "schooljaar": "2026-2027"}
    assert client.post(url, filled).status_code == 302
    assert "Nieuwe school" in text(read(hilversum))


def test_taking_over_and_asking_say_what_they_did(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    year = Record.objects.get(school="VB0001").schooljaar
    done = client.post(hilversum.url(f"{PAGE}overnemen/"), {"schooljaar": year}, follow=True)
    assert "1 school is overgenomen" in text(done) or "overgenomen" in done.content.decode()
    assert Record.objects.filter(school="VB0004", schooljaar=year).exists()
    asked = client.post(hilversum.url(f"{PAGE}vragen/"), {"schooljaar": year}, follow=True)
    assert "Niet gevraagd aan" in asked.content.decode()
    assert not Verzoek.objects.filter(soort="aanmeldbeleid").exists()
    wrong = client.post(hilversum.url(f"{PAGE}vragen/"), {"schooljaar": "x"}, follow=True)
    assert wrong.status_code == 200


def test_a_file_goes_out_and_shows_its_changes_before_it_comes_in(ingevuld: World) -> None:
    client = ingevuld.client(LidRol.AGENDABEHEERDER)
    out = client.get(ingevuld.url(f"{PAGE}aanmeldbeleid.csv?schooljaar=2026-2027"))
    content = out.content.replace(b";12;", b";15;")
    rows = list(csv.reader(io.StringIO(out.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[0] for row in rows].count(GROEN) == 1
    file = SimpleUploadedFile("beleid.csv", content)
    sent = client.post(ingevuld.url(f"{PAGE}inlezen/"), {"bestand": file})
    assert sent.status_code == 302
    looked = client.get(sent["Location"])
    assert re.search(r"12\s+15", text(looked))
    assert Record.objects.get(school=GROEN).plaatsen == 12
    assert client.post(sent["Location"]).status_code == 302
    assert Record.objects.get(school=GROEN).plaatsen == 15
    assert client.get(ingevuld.url(f"{PAGE}aanmeldbeleid.pdf")).status_code == 404


def test_a_wrong_file_says_where_and_keeps_nothing(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    url = hilversum.url(f"{PAGE}inlezen/")
    answer = client.post(url, {"bestand": SimpleUploadedFile("x.csv", b"\x00\x01")})
    assert answer.status_code == 422
    bad = b"Vestigingscode;School;Schooljaar;Open plaatsen\r\n04OS00;x;2026-2027;veel\r\n"
    sent = client.post(url, {"bestand": SimpleUploadedFile("x.csv", bad)}, follow=True)
    assert "regel 2 kolom Open plaatsen" in text(sent)
    assert not Record.objects.filter(school=GROEN).exists()


def test_a_werkruimte_without_schools_says_what_comes_here(hilversum: World) -> None:
    Werkruimte.objects.filter(pk=hilversum.werkruimte.pk).update(plaats="")
    Record.objects.of(hilversum.werkruimte.pk).delete()
    answer = read(hilversum, "", LidRol.AGENDABEHEERDER)
    assert "Hier komen de scholen" in text(answer)


def test_more_schools_ask_no_more_queries(hilversum: World) -> None:
    def count() -> int:
        client = hilversum.client(LidRol.AGENDABEHEERDER)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(hilversum.url(PAGE) + "?schooljaar=2026-2027")
        return len(queries)

    count()
    before = count()
    for school in (GROEN, WILGE, "05WH00", "08CI00"):
        beheer = hilversum.actor(LidRol.AGENDABEHEERDER)
        keep_aanmeldbeleid(beheer, replace(ECHT, school=school), TODAY)
    assert count() == before


def test_a_program_reads_the_same_with_a_key_as_json_and_as_csv(ingevuld: World) -> None:
    programma = Programma(make_key(ingevuld.lid(LidRol.LEZER)))
    asked = f"{ROOT}/werkruimten/hilversum/aanmeldbeleid?schooljaar=2026-2027"
    rows = programma.ask(asked).json()
    (own,) = [one for one in rows if not one["voorbeeld"]]
    assert (own["school"], own["voorrang"], own["plaatsen"]) == (GROEN, ["broer_zus"], 12)
    assert own["bijdrage"] is None, "not known is no nought"
    told = programma.ask(f"{asked}&formaat=csv").content.decode("utf-8-sig").splitlines()
    assert len(told) == len(rows) + 1
    nowhere = programma.ask(asked.replace("2026-2027", "1999-2000"))
    assert nowhere.json() == [], "another year is not the newest one"
    assert Programma().ask(asked).json() == rows, "what a school publishes is for everybody"
