"""The page for what somebody may not do: says so, and what can be done now."""

import logging

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from openlea.core.errors import Conflict, Damaged, OpenLeaError
from openlea.core.spoor import SPOOR

LOG = logging.getLogger("openlea.web")
BARE = "Open LEA is even niet bereikbaar. Er is niets verloren. Probeer het zo opnieuw."


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # named by Django
    """Return the refusal as a page."""
    return render(request, "fouten/403.html", status=403)


def malformed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Return the page for a request that no browser sends, such as one for another site."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return too_much(request)
    return render(request, "fouten/400.html", status=400)


def too_much(request: HttpRequest) -> HttpResponse:
    """Return the page for a form or file that is larger than we take in."""
    return render(request, "fouten/413.html", status=413)


def outdated(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  # named by Django
    """Return the page for a form without the right mark: it stood open too long, or isn't ours."""
    return render(request, "fouten/verlopen.html", status=403)


def not_kept(request: HttpRequest, refused: OpenLeaError) -> HttpResponse:
    """Return the page for what could not be kept and that the form itself did not foresee."""
    code = 409 if isinstance(refused, Conflict) else 422
    return render(request, "fouten/niet_bewaard.html", {"reden": str(refused)}, status=code)


def damaged(request: HttpRequest, damage: Damaged) -> HttpResponse:
    """Return the page for what is kept and can't be read; who runs the site finds it in the log."""
    LOG.error("what is kept can't be read", exc_info=damage)
    return render(request, "fouten/beschadigd.html", {"reden": str(damage)}, status=503)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  # named by Django
    """Return the same page for what does not exist and for what is not yours."""
    return render(request, "fouten/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Return the page for a fault of ours; without a database it needs none."""
    try:
        return render(request, "fouten/500.html", status=500)
    except Exception:  # whatever broke the page may break this one too
        LOG.exception("the page of a fault failed too")
        text = f"{BARE}\nKenmerk: {SPOOR.get()}\n"
        return HttpResponse(text, status=503, content_type="text/plain; charset=utf-8")
