"""The list of divisions, and the form to begin one or to change what one is."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.catalogue.verdeelkast import open_verdeelcriteria
from openlea.core.agenda import Zichtbaarheid
from openlea.core.catalogue import find_roots
from openlea.core.notatie import euro
from openlea.policy.rechten import Noun, Verb
from openlea.policy.verdeeluitleg import CENTS
from openlea.services.find_verdeling import find_verdeling
from openlea.services.keep_verdeling import BEGIN, Verdelingopzet, keep_verdeling
from openlea.storage.records.models import Verdeling
from openlea.storage.records.verdeling import VerdelingStaat
from openlea.web.pages.verdelen.forms import VerdelingForm, ZichtForm, verdeling_initial
from openlea.web.pages.verdelen.kader import REFUSED, STATEN, crumbs
from openlea.web.route import LeaRequest


def verdelingen(request: LeaRequest) -> HttpResponse:
    """Return the divisions that may be seen, newest year first."""
    found = Verdeling.objects.of(request.werkruimte.pk).within(request.scope)
    regels = [
        {
            "een": one,
            "budget": euro(one.budget * CENTS),
            "staat": STATEN[VerdelingStaat(one.staat)],
        }
        for one in found.defer("tabel", "uitkomst", "varianten", "criteria")
    ]
    shown = {
        "regels": regels,
        "mag_maken": request.actor.may(Noun.VERDELING, Verb.MAKEN),
        "kruimels": [*crumbs(request, "")[:1], {"naam": "Verdelingen"}],
    }
    return render(request, "verdelen/verdelingen.html", shown)


def verdeling_nieuw(request: LeaRequest) -> HttpResponse:
    """Show the form of a new division; sent, it is there and its schools are asked."""
    first = {"jaar": timezone.localdate().year, "voorbeeld": BEGIN}
    first["zichtbaarheid"] = str(Zichtbaarheid.INTERN)
    form = VerdelingForm(request.POST or None, voorbeelden=shelf(), initial=first)
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_verdeling(request.actor, form.opzet()))
        if kept is not None:
            messages.success(request, "De verdeling is begonnen. Over welke scholen gaat zij?")
            return redirect("verdeling_scholen", request.werkruimte.slug, kept.pk)
    return _page(request, form, "Nieuwe verdeling", crumbs(request, "Nieuw"), "verdelingen")


def verdeling_wijzigen(request: LeaRequest, nummer: str) -> HttpResponse:
    """Show the form of a division; sent, it is kept, or both texts stand beside each other."""
    record = find_verdeling(request.actor, Verb.WIJZIGEN, int(nummer))
    form = _form(record, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["versie"] or 0
        kept = form.try_to(
            lambda: keep_verdeling(request.actor, _opzet(record, form), record.pk, seen)
        )
        if kept is not None:
            messages.success(request, "De verdeling is bewaard.")
            return redirect("verdeling", request.werkruimte.slug, kept.pk)
    if form.is_conflict:
        form.set_beside(_form(record, None), record.versie)
    back = crumbs(request, str(record), "Wijzigen", record.pk)
    return _page(request, form, f"Wijzig {record}", back, "verdeling", record.pk)


def shelf() -> list[tuple[str, str]]:
    """Return the examples to begin with, the one of public numbers first."""
    found = open_verdeelcriteria(find_roots(settings.CATALOGUE))
    named = sorted(found.items(), key=lambda one: (one[0] != BEGIN, one[1].titel))
    return [(name, one.titel) for name, one in named]


def _form(record: Verdeling, data: Any) -> VerdelingForm | ZichtForm:
    initial = verdeling_initial(record)
    if record.staat != VerdelingStaat.CONCEPT:
        return ZichtForm(data, initial=initial)
    return VerdelingForm(data, voorbeelden=shelf(), record=record, initial=initial)


def _opzet(record: Verdeling, form: VerdelingForm | ZichtForm) -> Verdelingopzet:
    """Return what was typed; of what was decided only who may see it."""
    if isinstance(form, VerdelingForm):
        return form.opzet()
    return Verdelingopzet(
        naam=record.naam,
        jaar=record.jaar,
        budget=record.budget,
        zichtbaarheid=Zichtbaarheid(form.cleaned_data["zichtbaarheid"]),
    )


def _page(
    request: LeaRequest,
    form: VerdelingForm | ZichtForm,
    titel: str,
    kruimels: list[dict[str, str]],
    terug: str,
    nummer: int = 0,
) -> HttpResponse:
    args = [request.werkruimte.slug, *([nummer] if nummer else [])]
    shown = {
        "formulier": form,
        "titel": titel,
        "kruimels": kruimels,
        "terug": reverse(terug, args=args),
    }
    return render(request, "formulier.html", shown, status=REFUSED if form.errors else None)
