"""How much one request may bring; more is refused before it is read."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from openlea.web.opname import MOST_BYTES
from openlea.web.refusal import too_much

MOST = MOST_BYTES + 4 * 1024 * 1024
"""Bytes of a whole request: the files of a form, and the words beside them."""
Answer = Callable[[HttpRequest], HttpResponse]


def refuse_too_much(ask: Answer) -> Answer:
    """Return the way to an answer, which is short for who says to bring more than we take."""

    def answer(request: HttpRequest) -> HttpResponse:
        told = request.META.get("CONTENT_LENGTH") or "0"
        return ask(request) if told.isdigit() and int(told) <= MOST else too_much(request)

    return answer
