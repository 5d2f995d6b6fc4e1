"""Show a proposal, write it, submit it, put it on the agenda, and keep what the board decided."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import BadInput, NotFound
from openlea.policy.opdracht import OpdrachtStap, VoorstelStap
from openlea.services.decide_voorstel import decide_voorstel
from openlea.services.describe_opdracht import describe_opdracht
from openlea.services.keep_voorstel import keep_voorstel
from openlea.services.opdracht.beelden import Voorstelbeeld
from openlea.services.put_voorstel_on_agenda import put_voorstel_on_agenda
from openlea.services.submit_voorstel import submit_voorstel
from openlea.storage.records.opdracht_seen import voorstellen_seen
from openlea.web.pages.opdrachten.forms import UitkomstForm, VoorstelForm, voorstel_initial
from openlea.web.pages.opdrachten.spoor import look_of_voorstel, next_of_voorstel
from openlea.web.pages.opdrachten.views import crumbs
from openlea.web.pages.opdrachten.wijzigen import REFUSED, turn_away, version_of
from openlea.web.route import LeaRequest


def seen_proposal(request: LeaRequest, nummer: int) -> Voorstelbeeld:
    """Return a proposal that the actor may see; NotFound otherwise."""
    today = timezone.localdate()
    found = voorstellen_seen(request.actor, today).filter(pk=nummer).first()
    if found is None:
        raise NotFound("Dit voorstel is er niet.")
    return describe_opdracht(request.actor, found.opdracht_id, today).voorstel(nummer)


def voorstel(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return one proposal: what is asked, where it stands, and what the board made of it."""
    one = seen_proposal(request, int(nummer))
    record = one.record
    back = reverse("opdracht", args=[request.werkruimte.slug, record.opdracht_id])
    context = {
        "een": one,
        "staat": look_of_voorstel(one),
        "vervolg": next_of_voorstel(one),
        "mag_wijzigen": VoorstelStap.WIJZIGEN in one.stappen,
        "mag_beslissen": VoorstelStap.BESLISSEN in one.stappen,
        "kruimels": [
            *crumbs(request, "")[:1],
            {"naam": record.opdracht.titel, "url": back},
            {"naam": record.titel},
        ],
        "tab": "opdrachten",
    }
    return render(request, "opdrachten/voorstel.html", context)


def voorstel_nieuw(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show an empty proposal on an assignment; sent, it is a draft of the werkgroep."""
    today = timezone.localdate()
    beeld = describe_opdracht(request.actor, int(nummer), today).beeld
    if request.method == "GET" and OpdrachtStap.VOORSTELLEN not in beeld.stappen:
        return turn_away(
            request,
            "De werkgroep maakt een voorstel, nadat ze de opdracht heeft aanvaard.",
            "opdracht",
            nummer,
        )
    form = VoorstelForm(*_posted(request))
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_voorstel(request.actor, int(nummer), form.opzet(), today))
        if kept is not None:
            messages.success(request, "Het voorstel is bewaard als concept.")
            return redirect("voorstel", request.werkruimte.slug, kept.pk)
    back = reverse("opdracht", args=[request.werkruimte.slug, nummer])
    inleiding = f"Het antwoord op: {beeld.record.resultaat or beeld.record.titel}"
    return _page(request, form, "Nieuw voorstel", inleiding, back)


def voorstel_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the form of a proposal; sent, it is kept, or both texts stand beside each other."""
    today, one = timezone.localdate(), seen_proposal(request, int(nummer))
    if request.method == "GET" and VoorstelStap.WIJZIGEN not in one.stappen:
        return turn_away(request, "Dit voorstel kan nu niet veranderen.", "voorstel", nummer)
    stored = voorstel_initial(one.record)
    form = VoorstelForm(*_posted(request), initial=stored)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        kept = form.try_to(
            lambda: keep_voorstel(
                request.actor, one.record.opdracht_id, form.opzet(), today, int(nummer), versie
            )
        )
        if kept is not None:
            messages.success(request, "Het voorstel is bewaard.")
            return redirect("voorstel", request.werkruimte.slug, kept.pk)
    if form.is_conflict:
        form.set_beside(VoorstelForm(initial=stored), one.record.versie)
    back = reverse("voorstel", args=[request.werkruimte.slug, nummer])
    return _page(request, form, f"Wijzig {one.record.titel}", "", back)


def voorstel_stap(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a step with a proposal that needs no more than a press: submit it, or agenda it."""
    today, slug = timezone.localdate(), request.werkruimte.slug
    try:
        if request.POST.get("stap") == VoorstelStap.INDIENEN:
            submit_voorstel(request.actor, int(nummer), today, version_of(request))
            messages.success(request, "Het voorstel is ingediend.")
        elif request.POST.get("stap") == VoorstelStap.AGENDEREN:
            punt = put_voorstel_on_agenda(request.actor, int(nummer), today)
            where = f"op de agenda van {punt.vergadering}" if punt.vergadering else "op de lijst"
            tail = "" if punt.vergadering else " voor een volgend overleg"
            messages.success(request, f"Het voorstel staat {where}{tail}.")
        else:
            seen_proposal(request, int(nummer))
    except BadInput as refused:
        messages.error(request, " ".join(fout.reden for fout in refused.fouten))
    return redirect("voorstel", slug, nummer)


def voorstel_uitkomst(request: LeaRequest, nummer: int) -> HttpResponse:
    """Ask what the board decided; sent, the proposal and its assignment go on or end."""
    today, one = timezone.localdate(), seen_proposal(request, int(nummer))
    if request.method == "GET" and VoorstelStap.BESLISSEN not in one.stappen:
        return turn_away(
            request,
            "De uitkomst legt het overleg vast waarvan het voorstel op de agenda staat.",
            "voorstel",
            nummer,
        )
    form = UitkomstForm(request.POST or None, initial={"versie": one.record.versie})
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"]
        kept = form.try_to(
            lambda: decide_voorstel(request.actor, int(nummer), form.beslissing(), today, versie)
        )
        if kept is not None:
            messages.success(request, "De uitkomst is bewaard.")
            return redirect("voorstel", request.werkruimte.slug, kept.pk)
    if form.is_conflict:
        now = {"uitkomst": one.record.staat, "reden": one.record.reden}
        form.set_beside(UitkomstForm(initial=now), one.record.versie)
    decided = "; ".join(besluit.tekst for besluit in one.besluiten)
    inleiding = f"Besluit: {decided}" if decided else "Bij het agendapunt staat nog geen besluit."
    back = reverse("voorstel", args=[request.werkruimte.slug, nummer])
    return _page(request, form, "Uitkomst van het voorstel", inleiding, back)


def _posted(request: LeaRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _page(request: LeaRequest, form: Any, title: str, inleiding: str, back: str) -> HttpResponse:
    context = {
        "formulier": form,
        "titel": title,
        "inleiding": inleiding,
        "kruimels": crumbs(request, title),
        "terug": back,
    }
    return render(request, "formulier.html", context, status=REFUSED if form.errors else None)
