"""The open door of a guest: one meeting to read, without a session and without a way further in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from openlea.core.overleg import VergaderingStaat, VerslagStaat
from openlea.policy.rechten import Actor, LidRol
from openlea.policy.vergaderplanning import when
from openlea.services.open_gastlink import Gastbezoek, open_gastlink
from openlea.services.overleg.brief import moment_of
from openlea.storage.records.models import Agendastuk, Notitie
from openlea.web.besloten import keep_secret
from openlea.web.download import download
from openlea.web.gokken import guessed_too_often
from openlea.web.pages.overleg.agendablik import Agendablik, shared_sight, shared_stuk
from openlea.web.pages.overleg.uitkomst import outcomes


@never_cache
@require_safe
def gast(request: HttpRequest, token: str) -> HttpResponse:
    """Return the meeting behind a link: what is shared of it, never what is internal."""
    visit = open_gastlink(token)
    if visit is None:
        return _guessed(request)
    if not visit.geldig:
        return _closed(request, "verlopen", 410)
    return keep_secret(_meeting(request, visit, token))


@never_cache
@require_safe
def gast_stuk(request: HttpRequest, token: str, stuk: int) -> HttpResponse:
    """Return a paper of that meeting; what is not shared is not there."""
    visit = open_gastlink(token)
    if visit is None:
        return _guessed(request)
    paper = shared_stuk(visit.vergadering, stuk) if visit.geldig else None
    if paper is None:
        return _closed(request, "verlopen" if not visit.geldig else "onbekend", 404)
    return keep_secret(_file(paper))


def _meeting(request: HttpRequest, visit: Gastbezoek, token: str) -> HttpResponse:
    meeting, today = visit.vergadering, timezone.localdate()
    agenda = shared_sight(meeting)
    final = meeting.verslag_staat == VerslagStaat.VASTGESTELD
    partner = Actor(werkruimte=meeting.werkruimte_id, rol=LidRol.PARTNER)
    shown = {
        "vergadering": meeting,
        "staat": VergaderingStaat(meeting.staat),
        "ruimte": meeting.werkruimte.naam,
        "wanneer": when(moment_of(meeting)),
        "agenda": agenda,
        "voor": visit.voor,
        "token": token,
        "uitkomst": outcomes(partner, meeting, "", today) if final else {},
        "notities": _lines(agenda) if final else {},
    }
    return render(request, "overleg/gast.html", shown)


def _lines(agenda: Agendablik) -> dict[int, list[str]]:
    """Return the minutes per item; only of minutes that everybody confirmed."""
    numbers = [row.record.pk for _, rows in agenda.delen for row in rows]
    found: dict[int, list[str]] = {}
    written = Notitie.objects.filter(punt__in=numbers, weg_op=None).order_by("id")
    for punt, text in written.values_list("punt_id", "tekst"):
        found.setdefault(punt, []).append(text)
    return found


def _file(paper: Agendastuk) -> HttpResponse:
    document = paper.document
    if not document.bestand:
        return redirect(document.adres)
    return download(document, binnen=False)


def _closed(request: HttpRequest, reden: str, code: int) -> HttpResponse:
    return keep_secret(render(request, "overleg/gast_dicht.html", {"reden": reden}, status=code))


def _guessed(request: HttpRequest) -> HttpResponse:
    """Count a link that never was."""
    if guessed_too_often(request, "gastlink"):
        return _closed(request, "gokken", 429)
    return _closed(request, "onbekend", 404)
