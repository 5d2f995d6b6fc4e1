"""Every page is for who asked it: no proxy keeps it, and no log tells the key of a link."""

import logging
from collections.abc import Callable, Iterable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from openlea.policy.logtekst import without_secrets

Answer = Callable[[HttpRequest], HttpResponse]
NOTHING = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def keep_private(ask: Answer) -> Answer:
    """Return the way to an answer, with the headers that keep it with who asked.

    A browser asks again before it shows a page once more, so that nothing is read after signing
    out; it may keep what was typed, so that going back loses no text.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        found = ask(request)
        if not found.has_header("Cache-Control"):
            patch_cache_control(found, private=True, no_cache=True)
        found.setdefault("Permissions-Policy", NOTHING)
        # Another site may not show what is here; what is for everybody is asked with CORS.
        found.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return found

    return answer


class WithoutKeys(logging.Filter):
    """Takes out of a line of the log what opens a door or names a person.

    `known` are the secrets of this installation. Of a request that failed only the route is told,
    not the address: an address may hold what somebody searched for.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        """Remember what may never be said."""
        super().__init__()
        self.known = tuple(known)

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every line through, without its keys."""
        record.msg = without_secrets(_sentence(record), self.known)
        record.args = ()
        return True


def _sentence(record: logging.LogRecord) -> str:
    """Return what a line says; a request is told by its route, which becomes a part of its own."""
    request = getattr(record, "request", None)
    if not isinstance(request, HttpRequest):
        return record.getMessage()
    record.route = route_of(request)
    record.methode = request.method
    if hasattr(record, "status_code"):
        record.status = record.status_code
    said = record.getMessage()
    for address in (request.get_full_path(), request.path):
        said = said.replace(address, "")
    return said.rstrip(" :")


def route_of(request: HttpRequest) -> str:
    """Return the name of the route that answers, or '' when there is none."""
    match = request.resolver_match
    return (match.url_name or "") if match else ""
