"""Whatever is refused answers in Dutch, on a page of ours, with headers that keep it private."""

import logging

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError
from django.test import Client

from openlea.core.errors import BadInput, Conflict, Fout, OpenLeaError
from openlea.policy.rechten import LidRol
from openlea.services.remind_people import remind_people
from openlea.storage.records.models import Document
from openlea.web.gokken import MOST_GUESSES
from openlea.web.pages.actie import views
from openlea.web.privacy import WithoutKeys
from tests.services.vraag_wereld import TODAY, let_time_pass, own_actie
from tests.world import World


def test_a_form_that_stood_open_too_long_says_so_in_dutch(hilversum: World) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/inloggen/", {"username": "iemand@voorbeeld.example"})
    assert answer.status_code == 403
    assert "Dit formulier is verlopen" in answer.content.decode()


def test_a_request_for_another_site_gets_a_page_and_no_address_of_that_site(db: None) -> None:
    answer = Client().get("/wachtwoord/", headers={"host": "elders.example"})
    assert answer.status_code == 400
    assert "Dit adres klopt niet" in answer.content.decode()
    assert b"elders.example" not in answer.content


@pytest.mark.parametrize(
    ("refused", "status"),
    [
        (Conflict("Iemand was je voor."), 409),
        (BadInput([Fout("", "tekst", "Dit kan zo niet.")]), 422),
    ],
)
def test_what_a_form_did_not_foresee_is_told_and_is_no_crash(
    hilversum: World, monkeypatch: pytest.MonkeyPatch, refused: OpenLeaError, status: int
) -> None:
    def refuse(*_: object) -> None:
        raise refused

    monkeypatch.setattr(views, "read_actie", refuse)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(hilversum.url("actie/1A1/opmerking/"), {"tekst": "Hoi"})
    assert answer.status_code == status
    assert "Dit is niet bewaard" in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["agenda/", "agenda/lijst.csv", "bestand/agenda.json", "actie/bestaat-niet/", "mijn/"]
)
def test_no_proxy_keeps_a_page_or_a_file(hilversum: World, path: str) -> None:
    answer = hilversum.client(LidRol.PARTNER).get(hilversum.url(path))
    assert {"private", "no-cache"} <= set(answer["Cache-Control"].split(", "))
    assert "camera=()" in answer["Permissions-Policy"]


@pytest.mark.parametrize("path", ["actie/%00/", "speerpunt/1%00A/", "geld/post/%00/"])
def test_a_letter_that_no_name_holds_finds_nothing(hilversum: World, path: str) -> None:
    # PostgreSQL refuses even to look for it, so this would be a fault of ours there.
    assert hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url(path)).status_code == 404


@pytest.mark.parametrize("nummer", ["²", "9" * 5000, "9" * 18, "", "-1"])
def test_a_link_of_a_strange_number_takes_nothing_back(hilversum: World, nummer: str) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    answer = client.post(hilversum.url("verzoeken/intrekken/"), {"verzoek": nummer})
    assert answer.status_code in (302, 404)


def test_guessing_stops_the_guesser_and_not_who_was_sent_a_link(hilversum: World) -> None:
    # Behind a proxy everybody has one address: one guesser may not close every link.
    let_time_pass(hilversum)
    partner = hilversum.lid(LidRol.PARTNER)
    own_actie(hilversum, partner)
    remind_people(TODAY, werkruimte="hilversum")
    body = str(next(one.body for one in mail.outbox if one.to == [partner.persoon.email]))
    link = "/v/" + body.split("/v/")[1].split(maxsplit=1)[0]
    said = [Client().get(f"/v/gok-{n}/").status_code for n in range(MOST_GUESSES + 1)]
    assert said == [404] * MOST_GUESSES + [429]
    assert Client().get(link).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/v/geheim/",
        "/wachtwoord/MQ/geheim/",
        "/v/geheim/?opnieuw=1",
        "/gast/geheim/stuk/1/",
        "/r/geheim/",
    ],
)
def test_no_line_of_the_log_tells_the_key_of_a_link(path: str) -> None:
    line = logging.LogRecord("django.request", logging.ERROR, "", 0, "%s: %s", ("Fout", path), None)
    assert WithoutKeys().filter(line)
    assert "geheim" not in line.getMessage()
    assert line.getMessage().startswith("Fout: /")


def test_a_fault_of_ours_is_told_where_the_site_runs(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without this an installation that breaks breaks in silence.
    def break_down(*_: object) -> None:
        raise RuntimeError("stuk")

    monkeypatch.setattr(views, "read_actie", break_down)
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    client.raise_request_exception = False
    screen = next(one for one in logging.getLogger().handlers if one.name == "screen")
    said: list[str] = []
    monkeypatch.setattr(screen, "emit", lambda line: said.append(screen.format(line)))
    answer = client.get(hilversum.url("actie/1A1/"))
    assert answer.status_code == 500
    assert len(said) == 1
    assert "Internal Server Error" in said[0]
    assert "route=actie" in said[0]
    assert "RuntimeError" in said[0]
    assert "1A1" not in said[0], "an address may hold what somebody searched for"
    assert "stuk" not in said[0], "the message of a fault may hold what somebody typed"
    assert answer["X-Request-ID"] in said[0]
    assert answer["X-Request-ID"] in answer.content.decode(), "who reports it can say which it was"


def test_a_title_cannot_pretend_to_be_another_kind_of_file(hilversum: World) -> None:
    client = hilversum.client(LidRol.AGENDABEHEERDER)
    words = {"titel": "Plan\u202egpj", "zichtbaarheid": "partners", "adres": ""}
    file = SimpleUploadedFile("plan.txt", b"Een plan.")
    client.post(hilversum.url("actie/1A1/document/"), words | {"bestand": file})
    nummer = Document.objects.latest("id").pk
    said = client.get(hilversum.url(f"document/{nummer}/"))["Content-Disposition"]
    assert said == 'attachment; filename="Plangpj.txt"'


def test_what_no_column_can_hold_is_a_fault_of_the_request(
    hilversum: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # PostgreSQL raises this for a letter that SQLite takes.
    def refuse(*_: object) -> None:
        raise DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")

    monkeypatch.setattr(views, "read_actie", refuse)
    answer = hilversum.client(LidRol.AGENDABEHEERDER).get(hilversum.url("actie/1A1/"))
    assert answer.status_code == 400
    assert "Dit adres klopt niet" in answer.content.decode()
