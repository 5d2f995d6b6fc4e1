"""What goes with every answer, and what is refused before it is read."""

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from openlea.policy.rechten import LidRol
from openlea.web.grenzen import MOST
from openlea.web.routes import OPEN_DOORS, ROUTES
from tests.world import World

PATHS = (
    "/",
    "/inloggen/",
    "/bestaat-niet/",
    "/w/hilversum/agenda/",
    "/w/hilversum/bestand/agenda.json",
    "/w/geheim/agenda/",
    "/v/onzin/",
    "/r/onzin/",
    "/kalender/onzin.ics",
    "/api/v1/gezondheid",
    "/gezond/klaar",
    "/beheer/",
    "/stijlgids/",
)
AGENDABEHEERDER = LidRol.AGENDABEHEERDER


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_keeps_to_itself(hilversum: World, path: str) -> None:
    answer = hilversum.client(AGENDABEHEERDER).get(path)
    csp = answer["Content-Security-Policy"]
    assert "default-src 'none'" in csp
    assert "frame-ancestors 'none'" in csp
    for open_door in ("unsafe-inline", "unsafe-eval", "*", "http:", "strict-dynamic"):
        assert open_door not in csp
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]
    assert "Cache-Control" in answer
    assert "public" not in answer["Cache-Control"] or path.startswith("/api/")
    assert "Server" not in answer


@pytest.mark.django_db
def test_every_cookie_is_for_this_site_alone() -> None:
    given = Client().get("/inloggen/").cookies
    assert given
    for cookie in given.values():
        assert cookie["samesite"] == "Lax"
        assert cookie["httponly"]


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1.kwaad.example", "a@b", "localhost:x"])
def test_a_strange_host_is_refused(host: str) -> None:
    assert Client().get("/inloggen/", headers={"host": host}).status_code == 400


@pytest.mark.django_db
def test_a_mail_links_to_the_address_of_the_site_and_to_no_other(
    hilversum: World, settings: Settings
) -> None:
    # A visitor who says to come from elsewhere may not have a link to there mailed to another.
    settings.ALLOWED_HOSTS = ["*"]
    settings.ADRES = "https://lea.voorbeeld.example"
    who = hilversum.lid(LidRol.LEZER).persoon.email
    headers = {"host": "kwaad.example", "x-forwarded-host": "kwaad.example"}
    Client().post("/wachtwoord/", {"email": who}, headers=headers)
    assert mail.outbox
    for one in mail.outbox:
        assert "kwaad.example" not in str(one.message())
        assert "https://lea.voorbeeld.example/" in str(one.body)


def test_no_form_is_taken_from_another_site(hilversum: World) -> None:
    client = Client(enforce_csrf_checks=True)
    session = hilversum.client(AGENDABEHEERDER).cookies
    client.cookies.update(session)
    for route in (one for one in ROUTES if one.post):
        path = f"/w/hilversum/{route.path}"
        for name, value in route.voorbeeld.items():
            for kind in ("str", "int", "slug", "path"):
                path = path.replace(f"<{kind}:{name}>", value)
        found = client.post(path, {"x": "y"}).status_code
        assert found in (403, 404), f"{route.name} answered {found}"


def test_no_open_door_takes_a_form_from_another_site(hilversum: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies.update(hilversum.client(AGENDABEHEERDER).cookies)
    for door in OPEN_DOORS:
        path = "/" + str(door.pattern.pattern)
        if "<" in path or "(?P" in path:
            continue
        found = client.post(path, {"x": "y"}).status_code
        assert found in (403, 404, 405), f"{path} answered {found}"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "towards",
    ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "javascript:alert(1)"],
)
def test_signing_in_sends_nobody_to_another_site(hilversum: World, towards: str) -> None:
    client = hilversum.client(LidRol.LEZER)
    answer = client.get("/inloggen/", {"next": towards})
    assert "kwaad" not in answer.get("Location", "")
    assert "javascript" not in answer.get("Location", "")


def test_too_many_fields_are_refused_with_a_page(hilversum: World, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 20
    fields = {f"veld{one}": "x" for one in range(30)}
    answer = hilversum.client(AGENDABEHEERDER).post(hilversum.url("actie/1A1/opmerking/"), fields)
    assert answer.status_code == 413
    assert "Dit is te groot" in answer.content.decode()


def test_too_many_files_are_refused_with_a_page(hilversum: World, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 2
    files = {f"f{one}": SimpleUploadedFile("a.txt", b"x") for one in range(4)}
    answer = hilversum.client(AGENDABEHEERDER).post(hilversum.url("actie/1A1/document/"), files)
    assert answer.status_code == 413


def test_words_that_are_too_long_are_refused_with_a_page(hilversum: World) -> None:
    long = {"tekst": "x" * (3 * 1024 * 1024)}
    answer = hilversum.client(AGENDABEHEERDER).post(hilversum.url("actie/1A1/opmerking/"), long)
    assert answer.status_code == 413


@pytest.mark.django_db
@pytest.mark.parametrize("told", [str(MOST + 1), "9" * 30, "-1", "x"])
def test_who_says_to_bring_too_much_is_refused_before_it_is_read(told: str) -> None:
    answer = Client().post("/inloggen/", {"a": "b"}, CONTENT_LENGTH=told)
    assert answer.status_code == 413
    assert "Er is niets bewaard" in answer.content.decode()
