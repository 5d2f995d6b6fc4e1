"""Whatever goes wrong, a program gets a problem it can read, in Dutch, and never a page."""

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from openlea.web.api.probleem import SOORT, TITELS
from openlea.web.api.versie import VERSIE
from tests.web.api_wereld import ROOT, Programma
from tests.world import World

IEDEREEN = Programma()


@pytest.fixture(autouse=True)
def unhurried(settings: Settings, hilversum: World) -> None:
    """Let a test ask as often as it likes."""
    settings.API_TEMPO = 0


def is_problem(answer: HttpResponse, status: int) -> bool:
    told = answer.json()
    assert answer.status_code == status == told["status"], answer.content
    assert answer["Content-Type"] == SOORT
    assert answer["API-Version"] == VERSIE
    assert answer["Cache-Control"] == "no-store"
    assert told["title"] == TITELS[status]
    assert told["type"].endswith(f"/api/v1/#fout-{status}")
    return bool(told["detail"])


@pytest.mark.parametrize(
    "path",
    [
        "/bestaat-niet",
        "/gemeenten/",
        "/gemeenten/GM9999",
        "/gemeenten/Hilversum",
        "/Gemeenten",
        "//gemeenten",
        "/plaatsen/planeet/GM0402",
        "/plaatsen/gemeente/GM9999",
        "/plaatsen/school/GM0402",
        "/indicatoren/bestaat_niet",
        "/indicatoren/..%2f..%2fetc",
        "/bronnen/bestaat_niet",
        "/bronnen/bestaat_niet/versies",
        "/cijfers/bestaat_niet/gemeente/GM0402/nieuwste/verklaring",
        "/cijfers/leerlingen_po/gemeente/GM0402/1850/verklaring",
        "/vergelijk/GM9999",
        "/vergelijk/x",
        "/docs",
        "/gemeenten%00",
        "/werkruimten",
    ],
)
def test_what_is_not_there_is_a_problem(path: str) -> None:
    assert is_problem(IEDEREEN.ask(ROOT + path), 404)


@pytest.mark.parametrize(
    ("asked", "naam"),
    [
        ("/gemeenten?pagina=0", "pagina"),
        ("/gemeenten?pagina=een", "pagina"),
        ("/gemeenten?pagina=" + "9" * 5000, "pagina"),
        ("/gemeenten?aantal=100000", "aantal"),
        ("/gemeenten?formaat=xml", "formaat"),
        ("/gemeenten?zoeken=x", "zoeken"),
        ("/gemeenten?zoek=" + "x" * 200, "zoek"),
        ("/cijfers", "indicator"),
        ("/cijfers?soort=planeet", "soort"),
        ("/cijfers?code=Nergenshuizen", "code"),
        ("/cijfers?soort=school&code=x", "code"),
        ("/cijfers?indicator=leerlingen_po&binnen=Hilversum", "binnen"),
        ("/cijfers?indicator=Leerlingen%20po", "indicator"),
        ("/cijfers?code=GM0402&werkruimte=%00", "werkruimte"),
    ],
)
def test_a_question_that_cannot_be_is_a_400_that_names_the_part(asked: str, naam: str) -> None:
    answer = IEDEREEN.ask(ROOT + asked)
    assert is_problem(answer, 400)
    assert [one["naam"] for one in answer.json()["fouten"]] == [naam]
    assert answer.json()["fouten"][0]["reden"].endswith(".")


def test_every_fault_of_a_question_is_told_at_once() -> None:
    told = IEDEREEN.ask(f"{ROOT}/cijfers?pagina=0&aantal=0&soort=x").json()
    assert {one["naam"] for one in told["fouten"]} == {"pagina", "aantal", "soort"}


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("path", ["/gemeenten", "/werkruimten/hilversum/agenda", "/bestaat-niet"])
def test_nothing_can_be_written(method: str, path: str) -> None:
    answer = getattr(Client(enforce_csrf_checks=True), method)(ROOT + path)
    assert is_problem(answer, 405)
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_who_asks_too_often_waits_and_others_do_not(settings: Settings) -> None:
    settings.API_TEMPO = 3
    answers = [IEDEREEN.ask(f"{ROOT}/indicatoren") for _ in range(5)]
    assert {one.status_code for one in answers[:3]} == {200}
    assert is_problem(answers[-1], 429)
    assert 1 <= int(answers[-1]["Retry-After"]) <= 60
    other = Client(REMOTE_ADDR="127.0.0.9").get(f"{ROOT}/indicatoren")
    assert other.status_code == 200


def test_an_invented_key_begins_no_count_of_its_own(settings: Settings) -> None:
    settings.API_TEMPO = 2
    asked = [
        IEDEREEN.ask(f"{ROOT}/indicatoren", Authorization=f"Bearer olea_gok{one}")
        for one in range(3)
    ]
    assert [one.status_code for one in asked] == [401, 401, 429]


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(settings: Settings) -> None:
    settings.API_TEMPO, settings.HTTPS = 1, True
    given = ["10.0.0.1", "10.0.0.2", "192.0.2.7, 10.0.0.2"]
    codes = [
        IEDEREEN.ask(f"{ROOT}/indicatoren", **{"X-Forwarded-For": one}).status_code for one in given
    ]
    assert codes == [200, 200, 429]


def test_a_fault_of_ours_tells_nothing_of_the_inside(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("geheim in /var/lib/openlea")

    monkeypatch.setattr("openlea.web.api.deur._operation", broken)
    answer = IEDEREEN.ask(f"{ROOT}/gemeenten")
    assert is_problem(answer, 500)
    assert b"geheim" not in answer.content
    assert "geheim" in caplog.text, "who runs the site must be able to mend it"


def test_a_database_that_sleeps_is_a_503(monkeypatch: pytest.MonkeyPatch) -> None:
    def asleep(*_: object) -> None:
        raise OperationalError

    monkeypatch.setattr("openlea.web.api.deur._operation", asleep)
    answer = IEDEREEN.ask(f"{ROOT}/gezondheid")
    assert is_problem(answer, 503)
    assert answer["Retry-After"] == "30"


def test_a_browser_of_another_site_may_read_what_is_public_and_nothing_else() -> None:
    assert IEDEREEN.ask(f"{ROOT}/gemeenten")["Access-Control-Allow-Origin"] == "*"
    inside = IEDEREEN.ask(f"{ROOT}/werkruimten/hilversum/agenda")
    assert "Access-Control-Allow-Origin" not in inside
