"""One decision: what every partij thought, its dispute with the next legal step, its changes."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput, Conflict, NotAllowed
from openlea.core.plansoort import OverlegUitkomst
from openlea.services.change_besluit import change_besluit
from openlea.services.describe_besluit import Besluitblad, describe_besluit
from openlea.services.take_geschilstap import take_geschilstap
from openlea.services.vergaderen.aan_tafel import at_table
from openlea.web.pages.besluiten.forms import Geschilvorm, Wijzigvorm
from openlea.web.pages.vergaderen.leiden import put_faults
from openlea.web.route import LeaRequest


def besluit(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return the page of a decision."""
    return _page(request, describe_besluit(request.actor, nummer))


def besluit_geschil(request: LeaRequest, nummer: int) -> HttpResponse:
    """Keep a step in a dispute; or show what is wrong, with what was filled in."""
    blad = describe_besluit(request.actor, nummer)
    if not blad.leidt:
        raise NotAllowed("Een stap in een geschil legt vast wie de vergadering leidt.")
    form = Geschilvorm(request.POST, request.FILES, blad)
    if form.is_valid():
        try:
            done = take_geschilstap(request.actor, nummer, form.melding(), timezone.localdate())
        except BadInput as refused:
            put_faults(form, refused)
        else:
            messages.success(request, f"Vastgelegd: {done.get_stap_display().lower()}.")
            return redirect(reverse("besluit", args=[request.werkruimte.slug, nummer]))
    return _page(request, blad, status=422, geschilvorm=form)


def besluit_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the form of a decision, and keep it; two who change it see both texts."""
    blad = describe_besluit(request.actor, nummer)
    if not blad.mag_wijzigen:
        raise NotAllowed("Dit besluit staat vast.")
    if request.method == "GET":
        return _form_page(request, blad, _form(blad, None))
    form, naast = _form(blad, request.POST), False
    if form.is_valid():
        try:
            versie = form.cleaned_data["versie"]
            change_besluit(request.actor, nummer, form.opzet(), versie)
        except BadInput as refused:
            put_faults(form, refused)
        except Conflict:
            naast = True
            form = _form(blad, {**request.POST.dict(), "versie": str(blad.besluit.versie)})
        else:
            messages.success(request, "Het besluit is gewijzigd.")
            return redirect(reverse("besluit", args=[request.werkruimte.slug, nummer]))
    return _form_page(request, blad, form, naast=naast, status=409 if naast else 422)


def _form(blad: Besluitblad, data: Any) -> Wijzigvorm:
    meeting = blad.besluit.punt.vergadering
    partijen = at_table(meeting)[1] if meeting is not None else ()
    said = {f"partij-{one.code}": str(one.standpunt) for one in blad.posities}
    chosen = "" if blad.uitkomst is OverlegUitkomst.OVEREENSTEMMING else str(blad.uitkomst)
    start = {
        **said,
        "tekst": blad.besluit.tekst,
        "toelichting": blad.besluit.toelichting,
        "zichtbaarheid": blad.besluit.zichtbaarheid,
        "uitkomst": chosen,
        "versie": blad.besluit.versie,
    }
    return Wijzigvorm(data, partijen, initial=start)


def _page(
    request: LeaRequest,
    blad: Besluitblad,
    *,
    status: int = 200,
    geschilvorm: forms.Form | None = None,
) -> HttpResponse:
    form = geschilvorm or (Geschilvorm(None, None, blad) if blad.keuzes else None)
    context = {
        "blad": blad,
        "besluit": blad.besluit,
        "geschilvorm": form,
        "open_geschil": geschilvorm is not None,
        "vandaag": timezone.localdate(),
        "kruimels": _crumbs(request, blad),
    }
    return render(request, "besluiten/besluit.html", context, status=status)


def _form_page(
    request: LeaRequest,
    blad: Besluitblad,
    form: Wijzigvorm,
    *,
    naast: bool = False,
    status: int = 200,
) -> HttpResponse:
    terug = reverse("besluit", args=[request.werkruimte.slug, blad.besluit.pk])
    here = reverse("besluit_wijzigen", args=[request.werkruimte.slug, blad.besluit.pk])
    context = {
        "blad": blad,
        "besluit": blad.besluit,
        "besluitvorm": form,
        "besluit_wijzig": here,
        "naast": naast,
        "terug": terug,
        "kruimels": [
            *_crumbs(request, blad)[:-1],
            {"naam": f"Besluit {blad.besluit.nummer}", "url": terug},
            {"naam": "Wijzigen", "url": ""},
        ],
    }
    return render(request, "besluiten/wijzigen.html", context, status=status)


def _crumbs(request: LeaRequest, blad: Besluitblad) -> list[dict[str, str]]:
    adres = reverse("besluiten", args=[request.werkruimte.slug])
    return [
        {"naam": "Besluiten", "url": adres},
        {"naam": f"Besluit {blad.besluit.nummer}", "url": ""},
    ]
