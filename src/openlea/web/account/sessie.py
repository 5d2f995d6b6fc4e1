"""Ends a session in time: after a while without a sign of life, and at the end of the day."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponse

from openlea.core.sessie import SESSIE
from openlea.policy.sessie import Sessieduur, is_over
from openlea.storage.records.models import Persoon
from openlea.web.account.stap import must_have_step

BEGONNEN, GEZIEN = "begonnen_op", "gezien_op"
TICK = 60
"""Seconds between two notes that a session is alive; each page would else write."""
Answer = Callable[[HttpRequest], HttpResponse]


def within_limits(ask: Answer) -> Answer:
    """Return the way to an answer, for whose session has not ended."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not has_session(request):
            return ask(request)
        if isinstance(request.user, Persoon):
            _keep_or_end(request, request.user)
        elif request.session.get(SESSION_KEY):
            # The account was closed, or is gone: nothing of it may come to life again.
            request.session.flush()
        mark = SESSIE.set(request.session.session_key or "")
        try:
            return ask(request)
        finally:
            SESSIE.reset(mark)

    return answer


def has_session(request: HttpRequest) -> bool:
    """Return whether a session came along; only then an answer may depend on one."""
    return settings.SESSION_COOKIE_NAME in request.COOKIES


def begin_session(request: HttpRequest) -> None:
    """Note that a session begins now."""
    request.session[BEGONNEN] = request.session[GEZIEN] = time.time()


def _keep_or_end(request: HttpRequest, persoon: Persoon) -> None:
    now = time.time()
    begun, seen = (_moment(request, name) for name in (BEGONNEN, GEZIEN))
    # Most requests come soon after the last; only after a while it matters who asks.
    strict = now - seen > settings.SESSIE_STIL and must_have_step(persoon)
    still = settings.SESSIE_STIL if strict else settings.SESSIE_STIL_ANDEREN
    if is_over(begun, seen, now, Sessieduur(stil=still, duur=settings.SESSIE_DUUR)):
        logout(request)
    elif now - seen > TICK:
        request.session[GEZIEN] = now


def _moment(request: HttpRequest, name: str) -> float:
    """Return a moment of the session; one that was never noted lies infinitely far back."""
    found = request.session.get(name)
    return float(found) if isinstance(found, int | float) else 0.0
