"""Start a cooperation along four steps, plan a step, and write down what it yielded."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.services.describe_vierstappen import Stapbeeld, describe_vierstappen
from openlea.services.keep_opbrengst import keep_opbrengst
from openlea.services.plan_vierstap import plan_vierstap
from openlea.services.start_vierstappen import start_vierstappen
from openlea.services.vierstappen.stap import find_stap, stappen_here
from openlea.storage.records.models import Partij
from openlea.web.pages.vierstappen.forms import BeginForm, OpbrengstForm, StapForm
from openlea.web.pages.vierstappen.views import crumbs
from openlea.web.route import LeaRequest

REFUSED = 422
LARGEST_NUMBER = 2**31 - 1


def vier_stappen_nieuw(request: LeaRequest) -> HttpResponse:
    """Ask with whom and on what; sent, the series stands with a meeting per day that was given."""
    partijen = Partij.objects.of(request.werkruimte.pk).taking_part().order_by("naam").distinct()
    form = BeginForm(
        request.POST if request.method == "POST" else None,
        partijen=[(one.code, one.naam) for one in partijen],
        stappen=stappen_here(),
    )
    if request.method == "POST" and form.is_valid():
        today = timezone.localdate()
        series = form.try_to(lambda: start_vierstappen(request.actor, form.begin(), today))
        if series is not None:
            messages.success(request, "Het begin staat klaar. Niemand is nog uitgenodigd.")
            return _to_guide(request, series.pk)
    inleiding = (
        "Vier bijeenkomsten, van belangen verkennen tot een gezamenlijke agenda. Elke bijeenkomst "
        "krijgt een agenda met vragen. Je nodigt pas uit als jij dat wilt."
    )
    return _page(request, form, "Begin een samenwerking", inleiding)


def vierstap_plannen(request: LeaRequest) -> HttpResponse:
    """Ask when a step is; sent, its meeting stands as a concept with its items."""
    reeks, stap = _asked(request)
    if not reeks:
        return redirect("vier_stappen", request.werkruimte.slug)
    series, kaart = find_stap(request.actor, reeks, stap)
    form = StapForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        meeting = form.try_to(lambda: plan_vierstap(request.actor, reeks, stap, form.moment()))
        if meeting is not None:
            messages.success(request, f"{kaart.titel} staat klaar als concept.")
            return _to_guide(request, reeks)
    return _page(request, form, f"Plan: {kaart.titel}", series.naam, _keep(request))


def vierstap_opbrengst(request: LeaRequest) -> HttpResponse:
    """Ask what a step yielded; sent, it stands in the minutes and with the step."""
    reeks, stap = _asked(request)
    if not reeks:
        return redirect("vier_stappen", request.werkruimte.slug)
    _series, kaart = find_stap(request.actor, reeks, stap)
    today = timezone.localdate()
    form = OpbrengstForm(request.POST or None, initial=_stored(request, reeks, stap))
    form.fields["tekst"].help_text = f"Bedoeld is: {'; '.join(kaart.levert)}."
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        line = form.try_to(
            lambda: keep_opbrengst(
                request.actor, reeks, stap, typed["tekst"], today, typed["versie"]
            )
        )
        if line is not None:
            messages.success(request, "De opbrengst is bewaard.")
            return _to_guide(request, reeks)
    if form.is_conflict:
        stored = _stored(request, reeks, stap)
        form.set_beside(OpbrengstForm(initial=stored), stored.get("versie", 0))
    return _page(request, form, f"Opbrengst: {kaart.titel}", kaart.doel, _keep(request))


def _asked(request: LeaRequest) -> tuple[int, str]:
    """Return which series and step are meant; 0 when the address doesn't say."""
    typed = request.GET.get("reeks", "")
    number = int(typed) if typed.isdecimal() and typed.isascii() else 0
    return (number if number <= LARGEST_NUMBER else 0), request.GET.get("stap", "")


def _stored(request: LeaRequest, reeks: int, stap: str) -> dict[str, Any]:
    line = next((line for line in _step(request, reeks, stap).notities), None)
    return {"tekst": line.tekst, "versie": line.versie} if line else {}


def _step(request: LeaRequest, reeks: int, stap: str) -> Stapbeeld:
    for begin in describe_vierstappen(request.actor, timezone.localdate()):
        for one in begin.stappen:
            if begin.reeks.pk == reeks and one.stap.id == stap:
                return one
    raise NotFound("Deze stap is er niet.")


def _keep(request: LeaRequest) -> str:
    guide = reverse("vier_stappen", args=[request.werkruimte.slug])
    return f"{guide}?reeks={_asked(request)[0]}"


def _to_guide(request: LeaRequest, reeks: int) -> HttpResponse:
    return redirect(f"{reverse('vier_stappen', args=[request.werkruimte.slug])}?reeks={reeks}")


def _page(
    request: LeaRequest, form: Any, title: str, inleiding: str, back: str = ""
) -> HttpResponse:
    context = {
        "formulier": form,
        "titel": title,
        "inleiding": inleiding,
        "kruimels": crumbs(request, title),
        "terug": back or reverse("vier_stappen", args=[request.werkruimte.slug]),
    }
    return render(request, "formulier.html", context, status=REFUSED if form.errors else None)
