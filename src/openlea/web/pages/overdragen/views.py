"""Hand everything over: first see what moves, then do it, and take it back if need be."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.open_agenda import open_agenda
from openlea.services.overdracht.stappen import Stap
from openlea.services.overdracht.wat import Wat, collect, find_kant, refuse_mismatch
from openlea.services.transfer_acties import transfer_acties
from openlea.services.undo_transfer import undo_transfer
from openlea.storage.records.models import Lidmaatschap, Partij
from openlea.web.pages.overdragen.forms import OverdraagForm
from openlea.web.route import LeaRequest


def overdragen(request: LeaRequest) -> HttpResponse:
    """Return what would move, or move it."""
    asked = request.POST if request.method == "POST" else request.GET
    form = _form(request, asked if asked.get("van") and "naar" in asked else None)
    form.initial["van"] = asked.get("van", "")
    wat = _preview(request, form) if form.is_bound and form.is_valid() else None
    if request.method == "POST" and wat is not None:
        return _transfer(request, form)
    context = {
        "form": form,
        "wat": wat,
        "kruimels": [
            {"naam": "Agenda", "url": reverse("agenda", args=[request.werkruimte.slug])},
            {"naam": "Overdragen"},
        ],
    }
    return render(
        request, "overdragen/overdragen.html", context, status=400 if form.errors else 200
    )


def overdragen_terug(request: LeaRequest) -> HttpResponse:
    """Take the last handing over back."""
    told = request.session.pop(_key(request), None)
    if not told:
        messages.info(request, "Er is niets om ongedaan te maken.")
        return redirect("overdragen", request.werkruimte.slug)
    try:
        undo_transfer(request.actor, [Stap(**one) for one in told])
    except (BadInput, Conflict):
        messages.warning(
            request, "Dit kan niet meer ongedaan: iemand werkte er intussen verder in."
        )
    else:
        messages.success(
            request, "De overdracht is teruggedraaid. Alles staat weer zoals het stond."
        )
    return redirect("overdragen", request.werkruimte.slug)


def _form(request: LeaRequest, asked: Any) -> OverdraagForm:
    werkruimte = request.werkruimte.pk
    leden = Lidmaatschap.objects.of(werkruimte).order_by("persoon__naam")
    return OverdraagForm(asked, Partij.objects.of(werkruimte).taking_part(), leden)


def _preview(request: LeaRequest, form: OverdraagForm) -> Wat | None:
    """Return what moves, or None with the reason in the form."""
    agenda = open_agenda(request.actor, Noun.ACTIE, Verb.WIJZIGEN)
    try:
        van, naar = (
            find_kant(request.werkruimte.pk, form.cleaned_data[v]) for v in ("van", "naar")
        )
        refuse_mismatch(van, naar, timezone.localdate())
    except BadInput as refused:
        for fout in refused.fouten:
            form.add_error(fout.cel, fout.reden)
        return None
    return collect(agenda, van, naar)


def _transfer(request: LeaRequest, form: OverdraagForm) -> HttpResponse:
    wat, stappen = transfer_acties(
        request.actor, form.cleaned_data["van"], form.cleaned_data["naar"]
    )
    request.session[_key(request)] = [asdict(one) for one in stappen]
    moved = count(wat.aantal, "ding", "dingen")
    adres = reverse("overdragen_terug", args=[request.werkruimte.slug])
    text = f"Alles van {wat.van.naam} is overgedragen aan {wat.naar.naam}: {moved}."
    messages.success(request, text, extra_tags=f"ongedaan:{adres}")
    return redirect("overdragen", request.werkruimte.slug)


def _key(request: LeaRequest) -> str:
    return f"overdragen_terug_{request.werkruimte.pk}"
