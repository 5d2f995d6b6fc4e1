"""The first page of consultations: what comes, what must be prepared, and every series."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.overleg import Aanwezigheid
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.schrijfwijze import count
from openlea.web.pages.overleg.blik import Overzicht, overview
from openlea.web.route import LeaRequest


def overleg(request: LeaRequest) -> HttpResponse:
    """Return the meetings that come, the series, and per year what was."""
    found = overview(request.actor, timezone.localdate())
    context = {
        "overzicht": found,
        "zin": _sentence(found),
        "mag_maken": request.actor.scope(Noun.OVERLEG, Verb.MAKEN) is Scope.ALLES,
        "afgemeld": str(Aanwezigheid.AFGEMELD),
    }
    return render(request, "overleg/overleg.html", context)


def _sentence(found: Overzicht) -> str:
    """Return in one sentence what asks for attention."""
    if not found.komend:
        return "Er is nog geen vergadering gepland."
    concepts, comes = sum(one.is_concept for one in found.komend), len(found.komend)
    verb = "komt" if comes == 1 else "komen"
    words = f"Er {verb} {count(comes, 'vergadering', 'vergaderingen')} aan"
    if not concepts:
        return f"{words}."
    return f"{words}; {count(concepts, 'uitnodiging moet', 'uitnodigingen moeten')} nog weg."
