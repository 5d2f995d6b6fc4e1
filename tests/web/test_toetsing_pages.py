"""The pages of the self-assessment keep what was typed, and show each who may see it."""

import io
import json
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from openlea.core.partij import PartijSoort
from openlea.core.zelfbeoordeling import Antwoord, Score
from openlea.policy.rechten import LidRol
from openlea.services.answer_toezicht import Toezichtinvulling, answer_toezicht
from openlea.storage.records.models import Eisscore, Partij, Persoon, Toezichtantwoord
from tests.services.toetswereld import ANDER, BESTUUR, SWV, partner, score
from tests.world import World

EISEN, TOEZICHT, LEA = "taken/programma-van-eisen/", "taken/toezicht/", "taken/lea-toets/"


def browser(world: World, partij: str) -> Client:
    """Return a browser that is signed in as who speaks for a party."""
    client = Client()
    client.force_login(Persoon.objects.get(pk=partner(world, partij).persoon))
    return client


def beheer(world: World) -> Client:
    return world.client(LidRol.AGENDABEHEERDER)


def typed(rij: str, keuze: Score | str, **rest: object) -> dict[str, object]:
    """Return the fields of one row as a browser sends them."""
    return {f"{rij}_score": str(keuze), f"{rij}_versie": "0"} | {
        f"{rij}_{naam}": waarde for naam, waarde in rest.items()
    }


def test_a_board_that_opens_the_self_assessment_comes_to_its_own_list(hilversum: World) -> None:
    answer = browser(hilversum, BESTUUR).get(hilversum.url(TOEZICHT), follow=True)
    page = answer.content.decode()
    assert answer.redirect_chain[-1][0].endswith(EISEN)
    assert "Schoolbesturen" in page
    assert "Mozarthof" not in page
    assert "Vul de eigen lijst in" in page
    assert "Vragen van het toezicht" not in page


def test_a_board_gets_the_list_of_another_like_one_that_is_not_there(hilversum: World) -> None:
    client = browser(hilversum, BESTUUR)
    for path in (f"{EISEN}{ANDER}/", f"{EISEN}{ANDER}/1/", f"{EISEN}bestaat-niet/"):
        assert client.get(hilversum.url(path)).status_code == 404


def test_a_samenwerkingsverband_reads_a_board_and_does_not_fill_it_in(hilversum: World) -> None:
    client = browser(hilversum, SWV)
    assert client.get(hilversum.url(f"{EISEN}{BESTUUR}/")).status_code == 200
    assert client.get(hilversum.url(f"{EISEN}{BESTUUR}/1/")).status_code == 403


def test_a_party_that_nothing_is_asked_of_is_told_so(hilversum: World) -> None:
    page = browser(hilversum, "bibliotheek").get(hilversum.url(EISEN)).content.decode()
    assert "Jouw partij heeft hier geen lijst" in page


def test_scores_are_saved_per_uitgangspunt_and_lead_to_the_next(hilversum: World) -> None:
    sent = {**typed("PVE-01", Score.GEHEEL), **typed("PVE-02", ""), "volgende": "ja"}
    answer = browser(hilversum, BESTUUR).post(hilversum.url(f"{EISEN}{BESTUUR}/1/?jaar=2026"), sent)
    assert answer["Location"].endswith(f"{BESTUUR}/2/?jaar=2026")
    assert [(one.rij, one.score) for one in Eisscore.objects.all()] == [("PVE-01", "geheel")]


def test_not_applicable_without_a_reason_stays_in_the_form_with_the_error_at_the_row(
    hilversum: World,
) -> None:
    sent = {**typed("PVE-01", Score.NVT), **typed("PVE-02", Score.DEELS, toelichting="Zie bijlage")}
    answer = browser(hilversum, BESTUUR).post(hilversum.url(f"{EISEN}{BESTUUR}/1/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Schrijf op waarom deze eis niet geldt." in page
    assert "Zie bijlage" in page
    assert not Eisscore.objects.exists()


def test_who_is_second_sees_both_and_saves_over_it_the_next_time(hilversum: World) -> None:
    score(hilversum.actor(LidRol.AGENDABEHEERDER), BESTUUR, PVE_01=Score.NIET)
    client, url = browser(hilversum, BESTUUR), hilversum.url(f"{EISEN}{BESTUUR}/1/?jaar=2026")
    answer = client.post(url, typed("PVE-01", Score.GEHEEL, toelichting="Op alle scholen"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Op alle scholen" in page
    assert "Nu bewaard: Niet. Omdat het zo is." in page
    assert 'name="PVE-01_versie" value="1"' in page
    again = typed("PVE-01", Score.GEHEEL, toelichting="Op alle scholen") | {"PVE-01_versie": "1"}
    assert client.post(url, again).status_code == 302
    assert Eisscore.objects.get(rij="PVE-01").toelichting == "Op alle scholen"


def test_the_heat_map_says_in_words_what_its_colours_say(hilversum: World) -> None:
    score(partner(hilversum, BESTUUR), BESTUUR, 2024, PVE_01=Score.NIET)
    score(partner(hilversum, BESTUUR), BESTUUR, 2026, PVE_01=Score.GEHEEL, PVE_02=Score.NIET)
    page = beheer(hilversum).get(hilversum.url(f"{EISEN}?jaar=2026")).content.decode()
    assert "<b>1 van 5</b>" in page
    assert "1 beter" in page
    assert "sinds 2024" in page
    assert "Beleid uit 2020, geen wet" in page


def test_the_workbook_holds_the_scores_with_their_words(hilversum: World) -> None:
    score(partner(hilversum, BESTUUR), BESTUUR, PVE_01=Score.DEELS)
    answer = beheer(hilversum).get(hilversum.url(f"{EISEN}scores.xlsx?jaar=2026"))
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        text = b"".join(book.read(name) for name in book.namelist() if name.endswith(".xml"))
    assert b"Omdat het zo is." in text
    assert b"PVE-01" in text


def test_more_boards_with_more_scores_ask_the_database_no_more_often(hilversum: World) -> None:
    client, paths = beheer(hilversum), (EISEN, f"{EISEN}scores.xlsx", f"{EISEN}{SWV}/")

    def asked() -> list[int]:
        found = []
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                client.get(hilversum.url(f"{path}?jaar=2026"))
            found.append(len(queries))
        return found

    score(partner(hilversum, SWV), SWV, PVE_03=Score.NIET)
    asked()
    before = asked()
    place = {"werkruimte": hilversum.werkruimte}
    for number in range(40):
        one = Partij.objects.create(
            **place, code=f"b{number}", naam=f"Bestuur {number}", soort=PartijSoort.SCHOOLBESTUUR
        )
        rows = [
            Eisscore(**place, partij=one, rij=f"PVE-{n:02}", jaar=2026, score="deels")
            for n in range(1, 9)
        ]
        Eisscore.objects.bulk_create(rows)
    assert asked() == before


def test_an_answer_leads_to_the_next_open_question(hilversum: World) -> None:
    sent = {"keuze": "ja", "toelichting": "", "adres": "", "volgende": "ja"}
    answer = beheer(hilversum).post(hilversum.url(f"{TOEZICHT}doelgroep/?jaar=2026"), sent)
    assert answer["Location"].endswith("/taken/toezicht/bereik/?jaar=2026")
    assert Toezichtantwoord.objects.get().keuze == "ja"


def test_a_no_without_a_word_is_asked_why(hilversum: World) -> None:
    answer = beheer(hilversum).post(hilversum.url(f"{TOEZICHT}doelgroep/"), {"keuze": "nee"})
    assert answer.status_code == 422
    assert "Leg kort uit waarom." in answer.content.decode()
    assert not Toezichtantwoord.objects.exists()


def test_who_answers_second_keeps_the_own_words_beside_what_was_kept(hilversum: World) -> None:
    first = Toezichtinvulling(keuze=Antwoord.NEE, toelichting="Nog niet besloten")
    answer_toezicht(hilversum.actor(LidRol.REDACTEUR), "doelgroep", 2026, first)
    client, url = beheer(hilversum), hilversum.url(f"{TOEZICHT}doelgroep/?jaar=2026")
    sent = {"keuze": "deels", "toelichting": "Alleen voor driejarigen", "versie": ""}
    answer = client.post(url, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Nog niet besloten" in page
    assert "Alleen voor driejarigen" in page
    assert client.post(url, sent | {"versie": "1"}).status_code == 302
    assert Toezichtantwoord.objects.get().antwoord == "Alleen voor driejarigen"


def test_a_board_does_not_answer_for_the_municipality(hilversum: World) -> None:
    client = browser(hilversum, BESTUUR)
    assert client.get(hilversum.url(f"{TOEZICHT}doelgroep/")).status_code == 403
    assert client.get(hilversum.url(f"{TOEZICHT}vragen.json")).status_code == 403


def test_a_status_is_never_claimed(hilversum: World) -> None:
    page = beheer(hilversum).get(hilversum.url(TOEZICHT)).content.decode()
    assert "Dat oordeel is aan de Inspectie" in page
    assert "de vragenlijst zelf is niet nagelezen" in page


@pytest.mark.parametrize(("formaat", "begin"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_both_are_there_on_paper(hilversum: World, formaat: str, begin: bytes) -> None:
    for path in (f"{TOEZICHT}vragen.{formaat}", f"{LEA}toets.{formaat}"):
        answer = beheer(hilversum).get(hilversum.url(path))
        assert answer.content.startswith(begin)
        assert f".{formaat}" in answer["Content-Disposition"]


def test_the_questions_are_there_for_another_program(hilversum: World) -> None:
    answer_toezicht(
        hilversum.actor(LidRol.AGENDABEHEERDER),
        "bereik",
        2026,
        Toezichtinvulling(keuze=Antwoord.DEELS, toelichting="183 van 212"),
    )
    told = json.loads(
        beheer(hilversum).get(hilversum.url(f"{TOEZICHT}vragen.json?jaar=2026")).content
    )
    assert told["telling"]["vragen"] == len(told["vragen"])
    (one,) = [vraag for vraag in told["vragen"] if vraag["id"] == "bereik"]
    assert (one["antwoord"], one["toelichting"]) == ("deels", "183 van 212")
    assert date.fromisoformat(one["beantwoord_op"])


@pytest.mark.parametrize(
    "path", [f"{TOEZICHT}vragen.exe", f"{LEA}toets.xlsx", f"{TOEZICHT}status/"]
)
def test_what_is_not_there_is_not_found(hilversum: World, path: str) -> None:
    assert beheer(hilversum).get(hilversum.url(path)).status_code == 404


@pytest.mark.parametrize("jaar", ["", "0", "1999", "9999", "20x6", "²⁰²⁶", "-2026", "2026 "])
def test_a_year_that_can_not_be_is_this_year(hilversum: World, jaar: str) -> None:
    answer = beheer(hilversum).get(hilversum.url(LEA), {"jaar": jaar})
    assert answer.status_code == 200
    assert answer.context["jaar"] == timezone.localdate().year


def test_another_gemeente_in_the_address_of_the_check_changes_nothing(hilversum: World) -> None:
    client = beheer(hilversum)
    answer = client.get(hilversum.url(LEA), {"gemeente": "' OR 1=1"})
    assert answer.status_code == 200
