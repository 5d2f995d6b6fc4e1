"""Changing an ambitie: its name, and what the parties want with it."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.agenda_staat import GESLOTEN
from openlea.policy.verschil import Veldverschil
from openlea.services.change_ambitie import change_ambitie
from openlea.storage.records.models import Ambitie
from openlea.web.pages.agenda.blik import look
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.pages.agenda.naast import set_beside
from openlea.web.pages.agenda.veld import long_text
from openlea.web.pages.agenda.weghalen import removal
from openlea.web.route import LeaRequest

REFUSED, CONFLICT = 422, 409
PLAIN = ("naam", "omschrijving")


class AmbitieForm(forms.Form):
    """An ambitie without its speerpunten."""

    naam = forms.CharField(label="Naam", max_length=300)
    omschrijving = long_text("Omschrijving", rows=6, hint="Wat willen de partijen bereiken?")
    versie = forms.IntegerField(widget=forms.HiddenInput)


def wijzigen(request: LeaRequest, code: str) -> HttpResponse:
    """Return the form of an ambitie, or keep what was changed."""
    ambitie = _found(request, code)
    start = {name: getattr(ambitie, name) for name in PLAIN}
    form = AmbitieForm(request.POST or None, initial=start | {"versie": ambitie.versie})
    http: int | None = None
    beside: tuple[Veldverschil, ...] = ()
    if request.method == "POST":
        http = REFUSED
        if form.is_valid():
            try:
                change_ambitie(request.actor, code, **form.cleaned_data)
            except BadInput as refused:
                place_faults(form, refused)
            except Conflict:
                http = CONFLICT
                mine = {name: form.cleaned_data[name] for name in PLAIN}
                beside = set_beside(form, start, mine, ambitie.versie)
            else:
                messages.success(request, f"Ambitie {code} is bewaard.")
                agenda = reverse("agenda", args=[request.werkruimte.slug])
                return redirect(f"{agenda}#ambitie-{code}")
    context = {"ambitie": ambitie, "formulier": form, "naast": beside}
    context["weg"] = removal(request, ambitie)
    return render(request, "agenda/ambitie_wijzigen.html", context, status=http)


def _found(request: LeaRequest, code: str) -> Ambitie:
    blik = look(request)
    found = Ambitie.objects.filter(agenda=blik.record, code=code).first() if blik else None
    if blik is None or found is None:
        raise NotFound(f"Er is geen ambitie {code}.")
    if not blik.mag_wijzigen:
        raise NotAllowed(GESLOTEN)
    return found
