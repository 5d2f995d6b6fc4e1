"""Every operation answers as its description says, page by page, as JSON and as CSV."""

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from openlea.web.api.lijst import CSV, JSON
from openlea.web.api.openapi import document
from openlea.web.api.operatie import Operatie
from openlea.web.api.operaties import OPERATIES
from openlea.web.api.versie import VERSIE
from tests.web.api_wereld import LIJSTEN, NAMEN, OPENBAAR, ROOT, Programma, path
from tests.world import World

IEDEREEN = Programma()
CONTRACT = ["indicator", "plaats", "periode", "waarde", "laag", "hoog", "eenheid", "status",
            "bronversies"]  # fmt: skip


@pytest.fixture(autouse=True)
def asked(cijfers: Path, hilversum: World, settings: Settings) -> None:
    """Ask on real figures, as often as a test likes."""
    settings.API_TEMPO = 0


def linked(header: str) -> Mapping[str, str]:
    """Return the addresses in a Link header by what they are to this page."""
    return {rel: url for url, rel in re.findall(r'<([^>]+)>; rel="(\w+)"', header)}


@pytest.mark.parametrize("operatie", OPENBAAR, ids=[one.naam for one in OPENBAAR])
def test_what_is_public_is_answered_to_everybody_and_may_be_kept(operatie: Operatie) -> None:
    answer = IEDEREEN.ask(path(operatie))
    assert answer.status_code == 200, answer.content
    assert answer["Content-Type"].startswith(JSON)
    assert answer["API-Version"] == VERSIE
    kept = "no-store" if operatie.naam == "gezondheid" else "public, max-age=300"
    assert answer["Cache-Control"] == kept
    assert "Set-Cookie" not in answer
    assert answer.json()


@pytest.mark.parametrize("operatie", OPENBAAR, ids=[one.naam for one in OPENBAAR])
def test_what_did_not_change_is_not_sent_again(operatie: Operatie) -> None:
    first = IEDEREEN.ask(path(operatie))
    again = IEDEREEN.ask(path(operatie), **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["API-Version"] == VERSIE


@pytest.mark.parametrize("operatie", OPENBAAR, ids=[one.naam for one in OPENBAAR])
def test_a_head_tells_the_same_without_the_content(operatie: Operatie) -> None:
    asked = Client().head(path(operatie))
    answer = IEDEREEN.ask(path(operatie))
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked["ETag"] == answer["ETag"]


@pytest.mark.parametrize("operatie", LIJSTEN, ids=[one.naam for one in LIJSTEN])
def test_a_list_comes_as_csv_too_with_the_same_rows(operatie: Operatie) -> None:
    rows = IEDEREEN.ask(path(operatie)).json()
    for answer in (
        IEDEREEN.ask(path(operatie, formaat="csv")),
        IEDEREEN.ask(path(operatie), Accept=CSV),
    ):
        assert answer["Content-Type"] == "text/csv; charset=utf-8"
        told = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
        assert told[0] == list(operatie.vorm.model_fields)
        assert len(told) == len(rows) + 1


@pytest.mark.parametrize("operatie", LIJSTEN, ids=[one.naam for one in LIJSTEN])
def test_the_pages_together_are_the_whole_list_once(operatie: Operatie) -> None:
    whole = IEDEREEN.ask(path(operatie, aantal="1000"))
    step = max(1, len(whole.json()) // 3)
    address, found = path(operatie, aantal=str(step)), []
    while address:
        answer = IEDEREEN.ask(address)
        found += answer.json()
        address = linked(answer["Link"]).get("next", "").removeprefix("http://testserver")
    assert found == whole.json()
    assert whole["X-Total-Count"] == str(len(found))


def test_a_page_after_the_last_is_empty_and_leads_back() -> None:
    answer = IEDEREEN.ask(f"{ROOT}/gemeenten?pagina=99")
    assert answer.json() == []
    assert linked(answer["Link"])["prev"].endswith("pagina=4")


def test_a_gemeente_is_found_by_a_part_of_its_name() -> None:
    assert [one["code"] for one in IEDEREEN.ask(f"{ROOT}/gemeenten?zoek=hilver").json()] == [
        "GM0402"
    ]
    assert IEDEREEN.ask(f"{ROOT}/gemeenten")["X-Total-Count"] == "342"


def test_a_gemeente_that_merged_names_what_came_after_it() -> None:
    weesp = IEDEREEN.ask(f"{ROOT}/gemeenten/GM0457").json()
    assert (weesp["naam"], weesp["geldig_tot"], weesp["opvolgers"]) == (
        "Weesp", "2022-03-23", ["GM0363"],
    )  # fmt: skip


def test_a_figure_has_the_keys_of_the_contract_in_their_order() -> None:
    rows = IEDEREEN.ask(f"{ROOT}/cijfers?indicator=leerlingen_bo&code=Hilversum").json()
    assert [list(row) for row in rows] == [CONTRACT] * len(rows)
    assert rows[0]["plaats"] == "gemeente:GM0402"


def test_a_hidden_count_has_no_value_but_a_range() -> None:
    rows = IEDEREEN.ask(
        f"{ROOT}/cijfers?indicator=leerlingen_bo&soort=school&binnen=gemeente:GM0402"
    ).json()
    hidden = [row for row in rows if row["status"] == "verborgen"]
    assert hidden
    assert all(row["waarde"] is None and row["laag"] < row["hoog"] for row in hidden)


def test_a_place_in_a_place_is_found_both_ways() -> None:
    hilversum = IEDEREEN.ask(f"{ROOT}/plaatsen/gemeente/GM0402").json()
    scholen = IEDEREEN.ask(f"{ROOT}/plaatsen/gemeente/GM0402/onderliggende?van=school&aantal=1000")
    assert hilversum["onderliggend"]["school"] == len(scholen.json())
    school = scholen.json()[0]["code"]
    boven = IEDEREEN.ask(f"{ROOT}/plaatsen/school/{school}").json()["bovenliggend"]
    assert {"soort": "gemeente", "code": "GM0402", "naam": "Hilversum"} in boven
    assert "gemeente" not in hilversum["onderliggend"], "a place doesn't lie in itself"


def test_a_figure_explains_itself_from_file_to_number() -> None:
    told = IEDEREEN.ask(f"{ROOT}/cijfers/leerlingen_bo/gemeente/GM0402/nieuwste/verklaring").json()
    row = IEDEREEN.ask(
        f"{ROOT}/cijfers?indicator=leerlingen_bo&code=GM0402&periode={told['periode']}"
    ).json()
    assert row == [{key: told[key] for key in CONTRACT}]
    assert re.fullmatch(r"[0-9a-f]{64}", told["keten"][0]["sha256"])


def test_a_school_year_stands_in_a_path_with_a_dash() -> None:
    answers = [
        IEDEREEN.ask(f"{ROOT}/cijfers/schoolweging/gemeente/GM0402/{one}/verklaring")
        for one in ("2022-23", "2022%2F23")
    ]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].json() == answers[1].json()


def test_the_description_names_every_operation_who_made_it_and_its_licence() -> None:
    answer = IEDEREEN.ask(f"{ROOT}/openapi.json")
    told = answer.json()
    assert [one["get"]["operationId"] for one in told["paths"].values()] == NAMEN
    assert {"name", "url", "email"} <= set(told["info"]["contact"])
    assert told["info"]["license"]["name"] == "EUPL-1.2"
    assert told["servers"][0]["url"].endswith("/api/v1")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert not [one for one in told["paths"] if one.endswith("/")]


def test_every_good_answer_is_described_with_its_version_and_every_problem_as_a_problem() -> None:
    shared = document()["components"]["responses"]
    for path_item in document()["paths"].values():
        for code, told in path_item["get"]["responses"].items():
            whole = shared[told["$ref"].rsplit("/")[-1]] if "$ref" in told else told
            assert "API-Version" in whole["headers"]
            if code >= "400":
                assert list(whole["content"]) == ["application/problem+json"]


def test_every_part_of_a_question_says_what_it_is() -> None:
    parts = [part for one in document()["paths"].values() for part in one["get"]["parameters"]]
    assert [part["name"] for part in parts if not part["description"].endswith(".")] == []


def test_the_page_for_people_shows_every_operation_with_something_to_try(
    client: Client,
) -> None:
    assert client.get(ROOT)["Location"] == f"{ROOT}/"
    text = client.get(f"{ROOT}/").content.decode()
    for one in OPERATIES:
        assert f'href="{path(one)}"'.replace("&", "&amp;") in text


def test_every_page_for_people_leads_to_the_one_about_the_interface(client: Client) -> None:
    assert f'href="{ROOT}/"' in client.get("/").content.decode()


def test_an_answer_is_packed_for_who_can_unpack_it() -> None:
    answer = IEDEREEN.ask(f"{ROOT}/gemeenten", **{"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    again = IEDEREEN.ask(f"{ROOT}/gemeenten", **{"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_figures_say_when_they_were_made_and_are_not_sent_again_before_they_are_new() -> None:
    address = f"{ROOT}/cijfers?indicator=leerlingen_bo&code=GM0402"
    made = IEDEREEN.ask(address)["Last-Modified"]
    assert IEDEREEN.ask(address, **{"If-Modified-Since": made}).status_code == 304
