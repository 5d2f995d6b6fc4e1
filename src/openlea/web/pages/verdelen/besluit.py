"""The decision on a division: who and when; from then on nothing changes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import day
from openlea.services.decide_verdeling import decide_verdeling
from openlea.storage.records.models import Besluit
from openlea.storage.records.scope_overleg import besluiten_within
from openlea.web.pages.verdelen.forms import BesluitForm
from openlea.web.pages.verdelen.kader import REFUSED, concept_of, frame, to_outcome
from openlea.web.pages.verdelen.uitkomst import sentence
from openlea.web.route import LeaRequest

MOST_SHOWN = 100
LONG = 80


def verdeling_besluit(request: LeaRequest, nummer: str) -> HttpResponse:
    """Show the form of the decision; sent, the outcome is frozen."""
    blad = concept_of(request, nummer)
    if blad is None:
        return to_outcome(request, nummer)
    record = blad.record
    form = BesluitForm(
        request.POST or None, besluiten=_choices(request), initial={"versie": record.versie}
    )
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["versie"] or 0
        kept = form.try_to(
            lambda: decide_verdeling(request.actor, record.pk, form.gegevens(), seen)
        )
        if kept is not None:
            messages.success(request, "Het besluit ligt vast. De uitkomst verandert niet meer.")
            return to_outcome(request, nummer)
    context = frame(request, blad, "verdeling_besluit", "Besluit") | {
        "formulier": form,
        "zin": sentence(blad) if blad.plain else "",
    }
    return render(
        request, "verdelen/besluit.html", context, status=REFUSED if form.errors else None
    )


def _choices(request: LeaRequest) -> list[tuple[str, str]]:
    """Return the newest decisions of meetings that the actor may see."""
    scope = request.actor.scope(Noun.BESLUIT, Verb.ZIEN)
    every = Besluit.objects.of(request.werkruimte.pk)
    found = besluiten_within(every, scope, request.actor, timezone.localdate())[:MOST_SHOWN]
    return [(str(one.pk), f"{day(one.op)}: {one.tekst[:LONG]}") for one in found]
