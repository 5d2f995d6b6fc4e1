"""The list of business cases, and beginning one from an example."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.catalogue.businesscasekast import open_businesscases
from openlea.core.bron import Bestand
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, Fout
from openlea.policy.rechten import Actor, Noun, Verb
from openlea.services.copy_businesscase import copy_businesscase
from openlea.services.find_businesscases import find_businesscases
from openlea.services.import_businesscase import import_businesscase
from openlea.storage.records.models import Businesscase
from openlea.web.pages.businesscases.forms import VoorbeeldForm
from openlea.web.pages.businesscases.kader import REFUSED, crumbs, state_of
from openlea.web.route import LeaRequest


def businesscases(request: LeaRequest) -> HttpResponse:
    """Return a card per case that may be seen."""
    found = find_businesscases(request.actor)
    shown = {
        "kaarten": [{"een": one, "staat": state_of(one.record)} for one in found],
        "mag_maken": request.actor.may(Noun.BUSINESSCASE, Verb.MAKEN),
        "voorbeelden": shelf(),
        "kruimels": crumbs(request),
    }
    return render(request, "businesscases/businesscases.html", shown)


def businesscase_nieuw(request: LeaRequest) -> HttpResponse:
    """Show the examples; with one, or with an own file, there is a case to work on."""
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = VoorbeeldForm(*sent, voorbeelden=shelf())
    if request.method == "POST" and form.is_valid():
        made = form.try_to(lambda: _begin(request.actor, form))
        if made is not None:
            messages.success(request, "De business case is begonnen. Vul nu de aannamen in.")
            return redirect("businesscase", request.werkruimte.slug, made.pk)
    shown = {
        "formulier": form,
        "titel": "Begin een business case",
        "kruimels": crumbs(request, "Nieuw"),
        "terug": reverse("businesscases", args=[request.werkruimte.slug]),
    }
    return render(request, "formulier.html", shown, status=REFUSED if form.errors else None)


def _begin(actor: Actor, form: VoorbeeldForm) -> Businesscase:
    file = form.cleaned_data["bestand"]
    if file:
        return _read_in(actor, Bestand(naam=file.name, inhoud=file.read()))
    return copy_businesscase(actor, form.cleaned_data["voorbeeld"])


def _read_in(actor: Actor, bestand: Bestand) -> Businesscase:
    """Return the case in a file; BadInput at the box of the file, with the place inside it."""
    try:
        return import_businesscase(actor, bestand)
    except BadInput as refused:
        places = (f"{one.cel}: {one.reden}" if one.cel else one.reden for one in refused.fouten)
        raise BadInput([Fout("", "bestand", told) for told in places]) from refused


def shelf() -> list[tuple[str, str]]:
    """Return the examples that come with the product, by title."""
    found = open_businesscases(find_roots(settings.CATALOGUE))
    return sorted(((name, one.titel) for name, one in found.items()), key=lambda one: one[1])
