"""Every request gets an id that stands in the logs, in the answer and on the page of a fault."""

import logging
import re
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from openlea.core.spoor import SPOOR, new_spoor
from openlea.storage.records.models import Werkruimte
from openlea.web.meting import count_request, known_method
from openlea.web.privacy import route_of

LOG = logging.getLogger("openlea.verzoek")
TRACEPARENT = re.compile(r"[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}")
Answer = Callable[[HttpRequest], HttpResponse]


def with_spoor(ask: Answer) -> Answer:
    """Return the way to an answer that is told by one line and one id.

    The line holds the route, not the address, and nothing of who asked.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        spoor = spoor_of(request)
        mark = SPOOR.set(spoor)
        request.spoor = spoor  # type: ignore[attr-defined]  # for the page of a fault
        try:
            found = ask(request)
            found["X-Request-ID"] = spoor
            _tell(request, found.status_code, time.perf_counter() - began)
            return found
        finally:
            SPOOR.reset(mark)

    return answer


def spoor_of(request: HttpRequest) -> str:
    """Return the id that the proxy in front of an https site gave (W3C Trace Context), or a new."""
    given = request.headers.get("traceparent", "") if settings.HTTPS else ""
    found = TRACEPARENT.fullmatch(given)
    # The standard calls a version of ff, and an id of only zeros, no id.
    if found is None or given.startswith("ff") or not (found[1].strip("0") and found[2].strip("0")):
        return new_spoor()
    return found[1]


def _tell(request: HttpRequest, status: int, seconds: float) -> None:
    route = route_of(request)
    count_request(route, str(request.method), status, seconds)
    parts = {
        "route": route,
        "methode": known_method(str(request.method)),
        "status": status,
        "ms": round(1000 * seconds),
    }
    # Only a werkruimte that the door found is named; what a visitor types is not.
    room = getattr(request, "werkruimte", None)
    if isinstance(room, Werkruimte):
        parts["werkruimte"] = room.slug
    LOG.info("verzoek", extra=parts)
