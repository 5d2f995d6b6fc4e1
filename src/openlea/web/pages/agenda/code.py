"""Giving an ambitie, speerpunt or actie another code."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.agenda_staat import GESLOTEN
from openlea.services.change_code import SOORTEN, change_code
from openlea.web.pages.agenda.blik import look
from openlea.web.pages.agenda.fouten import place_faults
from openlea.web.pages.agenda.naast import carry_on
from openlea.web.route import LeaRequest

REFUSED, CONFLICT = 422, 409
UITLEG = (
    "Vragen, verbanden en het geld gaan mee met de nieuwe code. "
    "Een oud adres van deze pagina werkt daarna niet meer."
)


class CodeForm(forms.Form):
    """Another code."""

    code = forms.CharField(label="Nieuwe code", max_length=20, help_text=UITLEG)
    versie = forms.IntegerField(widget=forms.HiddenInput)


def actie(request: LeaRequest, code: str) -> HttpResponse:
    """Give an action another code."""
    return _page(request, "actie", code)


def speerpunt(request: LeaRequest, code: str) -> HttpResponse:
    """Give a speerpunt another code."""
    return _page(request, "speerpunt", code)


def ambitie(request: LeaRequest, code: str) -> HttpResponse:
    """Give an ambitie another code."""
    return _page(request, "ambitie", code)


def _page(request: LeaRequest, soort: str, code: str) -> HttpResponse:
    blik = look(request)
    found = SOORTEN[soort].objects.filter(agenda=blik.record, code=code).first() if blik else None
    if blik is None or found is None:
        raise NotFound(f"Er is geen {soort} {code}.")
    if not blik.mag_wijzigen:
        raise NotAllowed(GESLOTEN)
    form = CodeForm(request.POST or None, initial={"code": code, "versie": found.versie})
    http: int | None = None
    if request.method == "POST":
        http = REFUSED
        if form.is_valid():
            try:
                kept = change_code(request.actor, soort, code, **_typed(form))
            except BadInput as refused:
                place_faults(form, refused)
            except Conflict:
                http = CONFLICT
                form.add_error(None, "Iemand anders wijzigde dit intussen. Bewaar nog eens.")
                carry_on(form, found.versie)
            else:
                messages.success(request, f"{code} heet nu {kept}.")
                return redirect(f"{soort}_wijzigen", request.werkruimte.slug, kept.code)
    back = reverse(f"{soort}_wijzigen", args=[request.werkruimte.slug, code])
    context = {"soort": soort, "deel": found, "formulier": form, "terug": back}
    return render(request, "agenda/code.html", context, status=http)


def _typed(form: CodeForm) -> dict[str, Any]:
    return {"nieuw": form.cleaned_data["code"], "versie": form.cleaned_data["versie"]}
