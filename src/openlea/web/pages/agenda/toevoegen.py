"""Adding an action, a speerpunt or an ambitie to the agenda."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import BadInput, NotAllowed, NotFound
from openlea.policy.agenda_staat import GESLOTEN
from openlea.services.add_actie import add_actie
from openlea.services.add_ambitie import add_ambitie
from openlea.services.add_speerpunt import add_speerpunt
from openlea.web.pages.agenda.blik import look
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.pages.agenda.wijzigforms import NieuweActie, NieuweAmbitie, NieuwSpeerpunt
from openlea.web.route import LeaRequest

REFUSED = 422


@dataclass(frozen=True, slots=True)
class Soort:
    """What is added: its words, its form, its verb, and the page it gets."""

    kop: str
    uitleg: str
    form: Callable[..., forms.Form]
    add: Callable[..., Any]
    page: str = ""


ACTIE = Soort(
    "Nieuwe actie",
    "Een code en een naam zijn genoeg om te beginnen. Daarna vul je in wie het doet en wanneer.",
    NieuweActie,
    add_actie,
    "actie_wijzigen",
)
SPEERPUNT = Soort(
    "Nieuw speerpunt",
    "Een speerpunt is een lijn van werk binnen een ambitie, met een doel.",
    NieuwSpeerpunt,
    add_speerpunt,
    "speerpunt",
)
AMBITIE = Soort(
    "Nieuwe ambitie", "Wat willen de partijen samen bereiken?", NieuweAmbitie, add_ambitie
)


def actie(request: LeaRequest) -> HttpResponse:
    """Return the form for a new action, or add it."""
    return _add(request, ACTIE)


def speerpunt(request: LeaRequest) -> HttpResponse:
    """Return the form for a new speerpunt, or add it."""
    return _add(request, SPEERPUNT)


def ambitie(request: LeaRequest) -> HttpResponse:
    """Return the form for a new ambitie, or add it."""
    return _add(request, AMBITIE)


def _add(request: LeaRequest, soort: Soort) -> HttpResponse:
    blik = look(request)
    if blik is None:
        raise NotFound("Er is nog geen agenda.")
    if not blik.mag_wijzigen:
        raise NotAllowed(GESLOTEN)
    form = soort.form(request.POST or None, initial=request.GET.dict(), agenda=blik.agenda)
    if request.method == "POST" and form.is_valid():
        try:
            made = soort.add(request.actor, **form.cleaned_data)
        except BadInput as refused:
            place_faults(form, refused)
        else:
            messages.success(request, f"{made} staat op de agenda.")
            slug = request.werkruimte.slug
            return redirect(soort.page, slug, made.code) if soort.page else redirect("agenda", slug)
    context = {"soort": soort, "formulier": form, "blik": blik}
    http = REFUSED if form.errors else None
    return render(request, "agenda/toevoegen.html", context, status=http)
