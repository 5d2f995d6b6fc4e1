"""Public schools as a process: who governs, who sits until when, and what is due."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import NotAllowed
from openlea.core.partij import PartijSoort
from openlea.core.traject import Bestuursvorm
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.zitting import Zittingstaat
from openlea.services.describe_openbaar import (
    Bestuursbeeld,
    Zetelregel,
    describe_openbaar,
)
from openlea.services.keep_openbaar_bestuur import keep_openbaar_bestuur
from openlea.services.keep_zitting import keep_zitting
from openlea.storage.records.models import Partij
from openlea.web.pages.plannen.openbaarforms import BestuurForm, ZetelForm
from openlea.web.pages.plannen.tabs import plan_tabs
from openlea.web.route import LeaRequest
from openlea.web.templatetags.onderdelen import FOUT, GOED, LET_OP, RUST, Beeld

REFUSED = 422
ZETELS = {
    Zittingstaat.KOMT: Beeld("klok", Zittingstaat.KOMT.label, RUST),
    Zittingstaat.ZIT: Beeld("vinkje-rond", Zittingstaat.ZIT.label, GOED),
    Zittingstaat.LOOPT_AF: Beeld("driehoek", Zittingstaat.LOOPT_AF.label, LET_OP),
    Zittingstaat.VERLOPEN: Beeld("kruis-rond", Zittingstaat.VERLOPEN.label, FOUT),
}


def openbaar(request: LeaRequest) -> HttpResponse:
    """Return every partij that governs public schools, or the question which one does."""
    beelden = describe_openbaar(request.actor, timezone.localdate())
    context = {
        "tabs": plan_tabs(request, "openbaar"),
        "besturen": [
            {
                "beeld": one,
                "zetels": [(seat, ZETELS[seat.staat]) for seat in one.zetels],
                "mag_wijzigen": may_change(request, one),
            }
            for one in beelden
        ],
        "mag_maken": candidates(request).exists(),
    }
    return render(request, "plannen/openbaar.html", context)


def may_change(request: LeaRequest, beeld: Bestuursbeeld) -> bool:
    """Return whether the actor may change what is kept of this partij."""
    scope = request.actor.scope(Noun.PLAN, Verb.WIJZIGEN)
    if scope is Scope.EIGEN_PARTIJ:
        return beeld.record.partij_id == request.actor.partij
    return scope is not Scope.NIETS


def need_bestuur(request: LeaRequest, code: str) -> Bestuursbeeld | None:
    """Return the partij of this code that governs public schools, to be changed; None if none."""
    beelden = describe_openbaar(request.actor, timezone.localdate())
    found = next((one for one in beelden if one.record.partij.code == code), None)
    if found is not None and not may_change(request, found):
        raise NotAllowed("Dit kan alleen voor je eigen partij.")
    return found


def candidates(request: LeaRequest) -> QuerySet[Partij]:
    """Return the schoolbesturen of which the actor may say that they govern public schools."""
    scope = request.actor.scope(Noun.PLAN, Verb.WIJZIGEN)
    every = Partij.objects.of(request.werkruimte.pk).filter(soort=str(PartijSoort.SCHOOLBESTUUR))
    if scope is Scope.NIETS:
        return every.none()
    own = every if scope is not Scope.EIGEN_PARTIJ else every.filter(pk=request.actor.partij or 0)
    return own.order_by("naam")


def openbaar_bestuur(request: LeaRequest) -> HttpResponse:
    """Ask which schoolbestuur governs public schools and how; sent, it is kept."""
    partijen = [(one.code, one.naam) for one in candidates(request)]
    chosen = need_bestuur(request, request.GET.get("partij", ""))
    initial = {"partij": chosen.record.partij.code, "vorm": chosen.vorm} if chosen else {}
    form = BestuurForm(request.POST or None, partijen=partijen, initial=initial)
    if request.method == "POST" and form.is_valid():
        clean = form.cleaned_data
        kept = form.try_to(
            lambda: keep_openbaar_bestuur(
                request.actor, clean["partij"], Bestuursvorm(clean["vorm"])
            )
        )
        if kept is not None:
            messages.success(request, f"{kept.partij.naam} staat erbij.")
            return redirect("openbaar", request.werkruimte.slug)
    none = "" if partijen else "Er staat nog geen schoolbestuur in deze werkruimte."
    context: dict[str, object] = {"titel": "Bestuur van openbare scholen", "inleiding": none}
    return form_page(request, form, context)


def zetel(request: LeaRequest) -> HttpResponse:
    """Show the form of a seat, new or kept; without a partij one goes back to all of them."""
    bestuur = need_bestuur(request, request.GET.get("partij", ""))
    if bestuur is None:
        return redirect("openbaar", request.werkruimte.slug)
    asked = request.GET.get("nummer", "")
    kept = next((one for one in bestuur.zetels if str(one.record.pk) == asked), None)
    initial = _seat_initial(kept) if kept else {"benoemd_op": timezone.localdate()}
    form = ZetelForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        done = form.try_to(lambda: _keep_seat(request, bestuur, kept, form))
        if done is not None:
            messages.success(request, "De zetel is bewaard.")
            return redirect("openbaar", request.werkruimte.slug)
    if kept is not None and form.is_conflict:
        form.set_beside(ZetelForm(initial=initial), kept.record.versie)
    title = f"Zetel van {bestuur.record.partij.naam}"
    return form_page(request, form, {"titel": title})


def _keep_seat(
    request: LeaRequest, bestuur: Bestuursbeeld, kept: Zetelregel | None, form: ZetelForm
) -> object:
    nummer = kept.record.pk if kept else None
    versie = form.cleaned_data["versie"] if kept else None
    return keep_zitting(request.actor, bestuur.record.partij.code, form.zetel(), nummer, versie)


def _seat_initial(kept: Zetelregel) -> dict[str, object]:
    seat = kept.zetel
    return {
        "naam": seat.naam,
        "voordracht_ouders": seat.voordracht_ouders,
        "benoemd_op": seat.benoemd_op,
        "tot": seat.tot,
        "termijn": seat.termijn,
        "hoogste_termijn": seat.hoogste_termijn,
        "versie": kept.record.versie,
    }


def form_page(request: LeaRequest, form: object, context: dict[str, object]) -> HttpResponse:
    """Return a page with one form, that leads back to public schools."""
    back = reverse("openbaar", args=[request.werkruimte.slug])
    shown = {
        "formulier": form,
        "terug": back,
        "kruimels": [{"naam": "Openbaar onderwijs", "url": back}, {"naam": context["titel"]}],
        **context,
    }
    status = REFUSED if getattr(form, "errors", None) else None
    return render(request, "formulier.html", shown, status=status)
