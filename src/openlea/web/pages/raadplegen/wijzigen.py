"""Start a round of questions, change it while it is a concept, or give it another last day."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.catalogue.vragenlijstkast import open_vragenlijsten
from openlea.core.catalogue import find_roots
from openlea.core.raadpleging import RaadplegingStaat, Vragenlijst
from openlea.policy.rechten import Verb
from openlea.services.find_raadpleging import find_raadpleging
from openlea.services.keep_raadpleging import Raadplegingopzet, keep_raadpleging
from openlea.storage.records.models import Partij, Raadpleging
from openlea.web.pages.raadplegen.forms import RaadplegingForm, SlotForm, round_initial
from openlea.web.route import LeaRequest

REFUSED = 422
OPEN_FOR = timedelta(days=21)


def raadpleging_nieuw(request: LeaRequest) -> HttpResponse:
    """Ask which list, then show the form; sent, there is a concept."""
    lijsten = open_vragenlijsten(find_roots(settings.CATALOGUE)).lijsten
    lijst = lijsten.get(request.GET.get("lijst", ""))
    if lijst is None:
        wrong = request.method == "POST"
        shown = {"lijsten": _in_order(lijsten), "fout": wrong, "kruimels": crumbs(request, "Nieuw")}
        return render(
            request, "raadplegen/lijst_kiezen.html", shown, status=REFUSED if wrong else None
        )
    form = _form(request, lijst.id, _proposal(lijst))
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_raadpleging(request.actor, form.opzet()))
        if kept is not None:
            messages.success(request, "De raadpleging staat klaar. Kijk hem na en open hem.")
            return redirect("raadpleging", request.werkruimte.slug, kept.pk)
    return _page(request, form, f"Nieuwe raadpleging: {lijst.titel}", lijst.waarom)


def raadpleging_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the form of a round; sent, it is kept, or both texts stand beside each other."""
    record = find_raadpleging(request.actor, Verb.WIJZIGEN, int(nummer))
    if record.staat == RaadplegingStaat.GESLOTEN:
        return redirect("raadpleging", request.werkruimte.slug, record.pk)
    stored = round_initial(record, list(record.groepen.select_related("partij")))
    is_open = record.staat == RaadplegingStaat.OPEN
    form = _slot(request, stored) if is_open else _form(request, record.vragenlijst, stored)
    if request.method == "POST" and form.is_valid():
        opzet = _later(record, form) if isinstance(form, SlotForm) else form.opzet()
        versie = form.cleaned_data["versie"] or 0
        kept = form.try_to(lambda: keep_raadpleging(request.actor, opzet, record.pk, versie))
        if kept is not None:
            messages.success(request, "De raadpleging is bewaard.")
            return redirect("raadpleging", request.werkruimte.slug, kept.pk)
    if form.is_conflict:
        form.set_beside(_beside(request, record, stored), record.versie)
    return _page(request, form, f"Wijzig {record.titel}", "", record)


def _in_order(lijsten: Any) -> list[Vragenlijst]:
    """Return the lists, the quickscan of the cooperation first."""
    return sorted(lijsten.values(), key=lambda one: (one.id != "quickscan", one.titel))


def _proposal(lijst: Vragenlijst) -> dict[str, Any]:
    today = timezone.localdate()
    return {
        "titel": f"{lijst.titel} {today.year}" if not lijst.titel.endswith("?") else lijst.titel,
        "opent_op": today,
        "sluit_op": today + OPEN_FOR,
    }


def _form(request: LeaRequest, lijst: str, initial: dict[str, Any]) -> RaadplegingForm:
    return RaadplegingForm(
        request.POST if request.method == "POST" else None,
        vragenlijst=lijst,
        partijen=list(Partij.objects.of(request.werkruimte.pk).order_by("naam")),
        initial=initial,
    )


def _slot(request: LeaRequest, initial: dict[str, Any]) -> SlotForm:
    return SlotForm(request.POST if request.method == "POST" else None, initial=initial)


def _beside(
    request: LeaRequest, record: Raadpleging, stored: dict[str, Any]
) -> RaadplegingForm | SlotForm:
    """Return the form with what is kept now."""
    if record.staat == RaadplegingStaat.OPEN:
        return SlotForm(initial=stored)
    partijen = list(Partij.objects.of(request.werkruimte.pk).order_by("naam"))
    return RaadplegingForm(vragenlijst=record.vragenlijst, partijen=partijen, initial=stored)


def _later(record: Raadpleging, form: SlotForm) -> Raadplegingopzet:
    """Return the round as it is, with another last day."""
    return Raadplegingopzet(
        vragenlijst=record.vragenlijst,
        titel=record.titel,
        opent_op=record.opent_op,
        sluit_op=form.cleaned_data["sluit_op"],
        groepen=(),
    )


def _page(
    request: LeaRequest,
    form: RaadplegingForm | SlotForm,
    title: str,
    inleiding: str,
    record: Raadpleging | None = None,
) -> HttpResponse:
    slug = request.werkruimte.slug
    back = reverse("raadplegingen", args=[slug])
    if record is not None:
        back = reverse("raadpleging", args=[slug, record.pk])
    shown = {
        "formulier": form,
        "titel": title,
        "inleiding": inleiding,
        "kruimels": crumbs(request, title),
        "terug": back,
    }
    return render(request, "formulier.html", shown, status=REFUSED if form.errors else None)


def crumbs(request: LeaRequest, title: str) -> list[dict[str, str]]:
    """Return the way to a page below the rounds of questions."""
    url = reverse("raadplegingen", args=[request.werkruimte.slug])
    return [{"naam": "Raadplegingen", "url": url}, {"naam": title}]
