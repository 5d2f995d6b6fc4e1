"""The consultations of a werkruimte: what comes, what must be prepared, and every series."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.policy.rechten import Noun, Verb
from openlea.storage.records.models import Overlegreeks, Vergadering
from openlea.storage.records.scope_overleg import reeksen_within, vergaderingen_within
from openlea.web.route import LeaRequest


def overleg(request: LeaRequest) -> HttpResponse:
    """Return the meetings that come, and the series."""
    today, actor = timezone.localdate(), request.actor
    scope = actor.scope(Noun.OVERLEG, Verb.ZIEN)
    reeksen = reeksen_within(Overlegreeks.objects.of(actor.werkruimte), scope, actor, today)
    coming = Vergadering.objects.of(actor.werkruimte).coming(today)
    komend = vergaderingen_within(coming, scope, actor, today)
    context = {"reeksen": reeksen, "komend": komend}
    return render(request, "overleg/overleg.html", context)
