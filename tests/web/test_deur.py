"""The door for a web server: nobody sees a half of what is being restored."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from openlea.services.backup.begonnen import mark_file
from openlea.web.wsgi import application

pytestmark = pytest.mark.django_db


@pytest.fixture
def half() -> Iterator[Path]:
    """Mark that a restore began, and take the mark away."""
    mark_file().parent.mkdir(parents=True, exist_ok=True)
    mark_file().touch()
    yield mark_file()
    mark_file().unlink(missing_ok=True)


def ask(path: str) -> tuple[str, str]:
    """Return the status and the words of an answer, as a web server asks for it."""
    said: list[str] = []

    def start_response(status: str, headers: list[tuple[str, str]]) -> None:
        said.extend([status, str(dict(headers))])

    environ: dict[str, Any] = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "80",
        "HTTP_HOST": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
    }
    body = b"".join(application(environ, start_response)).decode()
    return said[0], body


@pytest.mark.parametrize("path", ["/", "/gezond/klaar", "/w/hilversum/agenda/", "/api/v1/"])
def test_nobody_sees_the_half_of_a_backup(half: Path, path: str) -> None:
    status, body = ask(path)
    assert status.startswith("503")
    assert "back-up teruggezet" in body
    assert str(settings.DATA) not in body


def test_the_process_still_lives_and_answers_again_when_it_is_over(half: Path) -> None:
    assert ask("/gezond/levend")[0].startswith("200")
    half.unlink()
    assert ask("/gezond/levend")[0].startswith("200")
    assert not ask("/inloggen/")[0].startswith("503")
