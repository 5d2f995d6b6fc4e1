"""The forms that change a business case, and taking it away."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import NotFound
from openlea.policy.businesscase import Aanname
from openlea.policy.rechten import Verb
from openlea.services.businesscase.vinden import case_in, find_case
from openlea.services.drop_businesscase import drop_businesscase
from openlea.services.keep_businesscase import keep_businesscase
from openlea.services.keep_caseaanname import keep_caseaanname
from openlea.storage.records.models import Actie, Agenda, Businesscase
from openlea.web.pages.businesscases.forms import AannameForm, CaseForm
from openlea.web.pages.businesscases.kader import REFUSED, crumbs
from openlea.web.pages.geld.velden import GeldForm
from openlea.web.route import LeaRequest

VELDEN = ("naam", "eenheid", "laag", "midden", "hoog", "verdeling", "bron", "eigenaar")
LONG = 80


def businesscase_wijzigen(request: LeaRequest, nummer: str) -> HttpResponse:
    """Show the form of a case; sent, it is kept, or both texts stand beside each other."""
    record = find_case(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _case_form(record, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["versie"] or 0
        if form.try_to(lambda: keep_businesscase(request.actor, form.opzet(), record.pk, seen)):
            messages.success(request, "De business case is bewaard.")
            return redirect("businesscase", request.werkruimte.slug, record.pk)
    if form.is_conflict:
        form.set_beside(_case_form(record, None), record.versie)
    return _page(request, form, record, f"Wijzig {record}", "Wijzigen")


def businesscase_aanname(request: LeaRequest, nummer: str, aanname: str) -> HttpResponse:
    """Show the form of one assumption; sent, the case is reckoned anew."""
    record = find_case(request.actor, Verb.WIJZIGEN, int(nummer))
    one = _assumption(record, aanname)
    form = _assumption_form(record, one, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["versie"] or 0
        typed = form.aanname(one.id)
        if form.try_to(lambda: keep_caseaanname(request.actor, record.pk, typed, seen)):
            messages.success(request, f"Bewaard: {typed.naam}. De uitkomst is opnieuw berekend.")
            return redirect("businesscase", request.werkruimte.slug, record.pk)
    if form.is_conflict:
        form.set_beside(_assumption_form(record, one, None), record.versie)
    return _page(request, form, record, f"Aanname: {one.naam}", one.naam)


def businesscase_weg(request: LeaRequest, nummer: str) -> HttpResponse:
    """Take a case away and go back to the list."""
    drop_businesscase(request.actor, int(nummer))
    messages.success(request, "De business case is weggehaald.")
    return redirect("businesscases", request.werkruimte.slug)


def _case_form(record: Businesscase, data: Any) -> CaseForm:
    initial = {
        "titel": record.titel,
        "toelichting": record.inhoud.get("toelichting", ""),
        "actie": str(record.actie_id or ""),
        "staat": record.staat,
        "zichtbaarheid": record.zichtbaarheid,
        "versie": record.versie,
    }
    return CaseForm(data, acties=_actions(record), initial=initial)


def _actions(record: Businesscase) -> list[tuple[str, str]]:
    """Return the actions of the agenda that holds, and the one that the case has."""
    agenda = Agenda.objects.current(record.werkruimte_id)
    every = Actie.objects.filter(werkruimte_id=record.werkruimte_id)
    found = every.filter(agenda=agenda) | every.filter(pk=record.actie_id or 0)
    return [(str(one.pk), f"{one.code} {one.naam}"[:LONG]) for one in found.order_by("code")]


def _assumption(record: Businesscase, ident: str) -> Aanname:
    found = next((one for one in case_in(record).aannamen if one.id == ident), None)
    if found is None:
        raise NotFound("Deze aanname is er niet.")
    return found


def _assumption_form(record: Businesscase, one: Aanname, data: Any) -> AannameForm:
    initial = {naam: getattr(one, naam) for naam in VELDEN} | {"versie": record.versie}
    return AannameForm(data, initial=initial)


def _page(
    request: LeaRequest, form: GeldForm, record: Businesscase, titel: str, kruimel: str
) -> HttpResponse:
    shown = {
        "formulier": form,
        "titel": titel,
        "kruimels": crumbs(request, kruimel, record),
        "terug": reverse("businesscase", args=[request.werkruimte.slug, record.pk]),
    }
    return render(request, "formulier.html", shown, status=REFUSED if form.errors else None)
