"""Every request has an id, and one line in the log that says nothing of who asked."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from pytest_django import Settings

from openlea.core.spoor import SPOOR
from openlea.policy.rechten import LidRol
from openlea.web.logvorm import Jsonregel, Tekstregel, logging_config
from openlea.web.privacy import WithoutKeys
from tests.world import World

GIVEN = "0af7651916cd43dd8448eb211c80319c"
PARENT = f"00-{GIVEN}-b7ad6b7169203331-01"


@pytest.fixture
def lines() -> Iterator[list[dict[str, object]]]:
    """Collect what the log of requests says, as JSON."""
    said: list[dict[str, object]] = []
    screen = logging.StreamHandler(io.StringIO())
    screen.addFilter(WithoutKeys())
    screen.setFormatter(Jsonregel())
    screen.emit = lambda record: said.append(json.loads(screen.format(record)))  # type: ignore[method-assign]
    log = logging.getLogger("openlea.verzoek")
    before = log.level
    log.setLevel(logging.INFO)
    log.addHandler(screen)
    # A filter of a handler runs in `handle`, before `emit`.
    yield said
    log.removeHandler(screen)
    log.setLevel(before)


def test_a_request_is_told_by_one_line_without_who_asked(
    hilversum: World, lines: list[dict[str, object]]
) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.get(hilversum.url("zoeken/?q=jansen"), headers={"user-agent": "Kijker"})
    (line,) = lines
    assert line["spoor"] == answer["X-Request-ID"]
    assert {name: line[name] for name in ("route", "methode", "status", "werkruimte")} == {
        "route": "zoeken",
        "methode": "GET",
        "status": 200,
        "werkruimte": "hilversum",
    }
    assert isinstance(line["ms"], int)
    told = json.dumps(line)
    for secret in (
        "jansen",
        "Kijker",
        "127.0.0.1",
        hilversum.lid(LidRol.AGENDABEHEERDER).persoon.email,
    ):
        assert secret not in told


def test_a_werkruimte_that_one_may_not_see_is_not_named(
    hilversum: World, lines: list[dict[str, object]]
) -> None:
    Client().get("/w/geheim-plan/agenda/")
    assert "geheim-plan" not in json.dumps(lines)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("https", "given", "kept"),
    [
        (True, PARENT, True),
        (False, PARENT, False),
        (True, "00-" + 32 * "0" + "-b7ad6b7169203331-01", False),
        (True, f"ff-{GIVEN}-b7ad6b7169203331-01", False),
        (True, f"00-{GIVEN}-{16 * '0'}-01", False),
        (True, f"{PARENT}\r\nx: y", False),
        (True, "onzin", False),
        (True, "", False),
    ],
)
def test_only_the_proxy_of_an_https_site_may_give_the_id(
    settings: Settings, https: bool, given: str, kept: bool
) -> None:
    settings.HTTPS = https
    answer = Client().get("/inloggen/", headers={"traceparent": given} if given else {})
    assert (answer["X-Request-ID"] == GIVEN) is kept
    assert len(answer["X-Request-ID"]) == 32
    assert SPOOR.get() == "", "the id of one request does not stay for the next"


def _boom() -> None:
    wachtwoord = "in-een-variabele"  # noqa: F841
    try:
        raise OSError(13, "geweigerd", "/geheim/pad")  # noqa: TRY301
    except OSError as error:
        raise ValueError("persoon 123456782") from error


@pytest.mark.parametrize("form", [Jsonregel, Tekstregel])
def test_a_fault_tells_kind_and_place_and_never_what_was_in_it(
    form: type[Jsonregel] | type[Tekstregel],
) -> None:
    record = logging.makeLogRecord({"msg": "stuk", "levelname": "ERROR"})
    try:
        _boom()
    except ValueError as error:
        record.exc_info = (ValueError, error, error.__traceback__)
    said = form().format(record)
    for told in ("ValueError", "PermissionError", "EACCES", "_boom", "test_spoor.py"):
        assert told in said
    for secret in ("123456782", "geheim", "in-een-variabele", "persoon"):
        assert secret not in said


def test_a_builder_who_asks_for_it_sees_the_message() -> None:
    record = logging.makeLogRecord({"msg": "stuk"})
    record.exc_info = (ValueError, ValueError("hier"), None)
    assert "hier" in Tekstregel(told=True).format(record)


def test_everything_goes_out_by_the_one_door_that_takes_secrets_out() -> None:
    found = logging_config("json", (), told=False)
    assert set(found["handlers"]) == {"screen"}
    assert found["handlers"]["screen"]["filters"] == ["kaal"]
    assert all(not one.get("handlers") for one in found["loggers"].values())


@pytest.mark.django_db
def test_a_site_whose_database_is_gone_still_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    from openlea.web import context

    def gone(*_: object) -> None:
        raise OperationalError("weg")

    monkeypatch.setattr(context, "_account", gone)
    answer = Client(raise_request_exception=False).get("/inloggen/")
    assert answer.status_code == 503
    assert "niet bereikbaar" in answer.content.decode()
    assert answer["X-Request-ID"] in answer.content.decode()
