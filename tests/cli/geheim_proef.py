"""The secrets that are planted, and pages and work that break with them in their hands."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

if TYPE_CHECKING:
    from openlea.services.werk.voortgang import Voortgang

MARK = "m4rk3erwoord"
BSN = "123456782"
EMAIL = "jan.janssen@school.example"
SECRETS = (MARK, BSN, EMAIL, "jan.janssen")


class Meegenomen(Exception):
    """A fault that carries what somebody typed."""


def breek(request: HttpRequest, woord: str = "") -> HttpResponse:
    """Break with secrets in the message, the arguments, the cause and a variable."""
    wachtwoord = f"{MARK} {request.body.decode()}"
    try:
        raise KeyError(MARK, BSN, wachtwoord)  # noqa: TRY301
    except KeyError as error:
        raise Meegenomen(f"{woord} {EMAIL} {BSN} {MARK}", request.headers) from error


def break_work(voortgang: "Voortgang", **woorden: str) -> None:
    """Break as work in the background does."""
    voortgang.step(f"{MARK}", 1, 2)
    raise Meegenomen(f"{woorden} {EMAIL} {BSN} {MARK}")


urlpatterns = [
    path("breek/", breek, name="breek"),
    path("breek/<str:woord>/", breek, name="breek_woord"),
    path("", include("openlea.web.urls")),
]
handler400 = "openlea.web.refusal.malformed"
handler403 = "openlea.web.refusal.forbidden"
handler404 = "openlea.web.refusal.not_found"
handler500 = "openlea.web.refusal.broken"
