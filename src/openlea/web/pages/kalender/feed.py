"""The door from which a calendar program fetches a calendar: the address itself is the key."""

from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from openlea.core.kalender import Kalenderregel
from openlea.services.make_kalender import make_kalender
from openlea.services.use_kalenderadres import Gebruikt, use_kalenderadres
from openlea.services.write_ics import write_ics
from openlea.web.api.tempo import wait_for
from openlea.web.besloten import keep_secret

UITLEG = "De wettelijke taken uit Open LEA. Wijzig ze daar: wat je hier wijzigt, blijft hier."
GEEN = "Dit adres is er niet.\n"


@require_safe
@gzip_page
def kalender_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Return the calendar behind an address, without a session and without a way further in.

    An address that never was and one that was taken back answer the same.
    """
    used = use_kalenderadres(token)
    # All of one office may come from one address, so a calendar that is there counts by itself.
    seconds = wait_for(request, f"kalender {token}" if used else "")
    if seconds:
        return _plain(429, f"Probeer het over {seconds} seconden weer.\n", str(seconds))
    if used is None:
        return _plain(404, GEEN)
    return _private(_calendar(request, used))


def _calendar(request: HttpRequest, used: Gebruikt) -> HttpResponse:
    today = timezone.localdate()
    lines = make_kalender(used.actor, used.partij, today)
    # A program that looks again leaves out what is no longer there; nothing needs to be cancelled.
    content = write_ics([one for one in lines if not one.vervallen], used.naam, UITLEG)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="open-lea.ics"'
    etag = f'"{sha256(content).hexdigest()[:32]}"'
    changed = int(_changed(lines, today).timestamp())
    answer["ETag"], answer["Last-Modified"] = etag, http_date(changed)
    kept = get_conditional_response(request, etag=etag, last_modified=changed, response=answer)
    return cast("HttpResponse", kept)


def _changed(lines: tuple[Kalenderregel, ...], today: date) -> datetime:
    """Return when the calendar last changed: with each new day a task may have become late."""
    midnight = datetime.combine(today, time(), timezone.get_current_timezone()).astimezone(UTC)
    return max((midnight, *(one.gewijzigd_op for one in lines)))


def _plain(code: int, text: str, wait: str = "") -> HttpResponse:
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8", status=code)
    if wait:
        answer["Retry-After"] = wait
    return _private(answer)


def _private(answer: HttpResponse) -> HttpResponse:
    """Keep the calendar with who asked it, and its address out of every other site."""
    answer["Cache-Control"] = "private, no-cache"
    return keep_secret(answer)
