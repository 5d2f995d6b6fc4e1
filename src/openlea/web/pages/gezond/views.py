"""Whether the site lives, whether it is ready, and what it counted: for programs that watch it."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from openlea.services.describe_health import describe_health
from openlea.web.nabij import is_near
from openlea.web.pages.gezond.stand import plain
from openlea.web.pages.gezond.tellingen import exposition

NOT_READY = 503


@require_safe
def levend(_: HttpRequest) -> HttpResponse:
    """Say that the process answers; the database is not asked."""
    return _uncached(JsonResponse({"status": "levend"}))


@require_safe
def klaar(request: HttpRequest) -> HttpResponse:
    """Say whether the site can answer people, with 503 when not; who is near hears why."""
    found = describe_health(kort=True)
    told = (
        plain(found)
        if is_near(request)
        else {"status": "klaar" if found.is_klaar else "niet klaar"}
    )
    return _uncached(JsonResponse(told, status=200 if found.is_klaar else NOT_READY))


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """Return what is counted, as Prometheus reads it; for others this address is not there."""
    if not is_near(request):
        raise Http404("Dit adres is er niet.")
    body, kind = exposition()
    return _uncached(HttpResponse(body, content_type=kind))


def _uncached(answer: HttpResponse) -> HttpResponse:
    answer["Cache-Control"] = "no-store"
    return answer
