"""Delivering rows about persons: choose a file, look at what will be kept, and decide."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.bron import Bestand
from openlea.core.errors import BadInput, Conflict
from openlea.core.registratie import Registratie
from openlea.policy.leveringverschil import Aanvulwijze
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.ask_count import ask_count
from openlea.services.drop_aanlevering import drop_aanlevering
from openlea.services.keep_aanlevering import keep_aanlevering
from openlea.services.kluis.koppelen import known_layouts
from openlea.services.kluis.plek import registratie_of
from openlea.services.offer_aanlevering import offer_aanlevering
from openlea.storage.records.models import Aanlevering
from openlea.web.pages.registraties.forms import AanleverForm
from openlea.web.pages.registraties.stap import to_step
from openlea.web.pages.registraties.views import crumbs
from openlea.web.route import LeaRequest

MOST_FAULTS = 20


def aanleveren(request: LeaRequest, registratie: str) -> HttpResponse:
    """Return the form of a delivery, or take the file and show what would be kept of it."""
    found = registratie_of(registratie)
    if found.deur:
        return redirect(found.deur, request.werkruimte.slug)
    kiest = request.actor.scope(Noun.REGISTRATIE, Verb.MAKEN) is Scope.ALLES
    form = AanleverForm(
        request.POST or None,
        request.FILES or None,
        registratie=found,
        werkruimte=request.werkruimte.pk,
        kiest=kiest,
    )
    if request.method == "POST" and form.is_valid():
        new = _offered(request, form, found)
        if new:
            return to_step(request, new)
    shown = {
        "formulier": form,
        "registratie": found,
        "indelingen": known_layouts(found),
        "kruimels": crumbs(request, "Aanleveren"),
    }
    status = 422 if form.errors else 200
    return render(request, "registraties/aanleveren.html", shown, status=status)


def bewaren(request: LeaRequest, nummer: int) -> HttpResponse:
    """Let a delivery count, and show it; when it would replace another one now, ask again."""
    said = request.POST.get("vervangt", "")
    adds = request.POST.get("wijze") == Aanvulwijze.VULT_AAN.value
    try:
        kept = keep_aanlevering(
            request.actor,
            nummer,
            vervangt=int(said) if said.isdigit() else None,
            wijze=Aanvulwijze.VULT_AAN if adds else Aanvulwijze.VERVANGT,
        )
    except Conflict as changed:
        messages.warning(request, str(changed))
    else:
        messages.success(request, "De aanlevering is bewaard en telt mee.")
        if work := ask_count(request.actor, kept):
            return redirect("werk", request.werkruimte.slug, work.pk)
    return redirect("aanlevering", request.werkruimte.slug, nummer)


def weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Throw a delivery away that was only looked at."""
    try:
        drop_aanlevering(request.actor, nummer)
    except Conflict as changed:
        messages.warning(request, str(changed))
        return redirect("aanlevering", request.werkruimte.slug, nummer)
    messages.success(request, "Er is niets bewaard.")
    return redirect("registraties", request.werkruimte.slug)


def _offered(request: LeaRequest, form: AanleverForm, found: Registratie) -> Aanlevering | None:
    """Return the delivery to look at; None when it was refused, which the form then says."""
    said: dict[str, Any] = form.cleaned_data
    file = said["bestand"]
    try:
        return offer_aanlevering(
            request.actor,
            found.id,
            Bestand(naam=file.name, inhoud=file.read()),
            said["periode"].strip(),
            partij=said.get("partij"),
        )
    except BadInput as refused:
        for fout in refused.fouten[:MOST_FAULTS]:
            place = fout.cel if fout.cel in form.fields else "bestand"
            form.add_error(place, fout.reden[:1].upper() + fout.reden[1:])
    except Conflict as refused:
        form.add_error(None, str(refused))
    return None
