"""Put a plan in the register, change it, or make its successor."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import NotAllowed
from openlea.policy.rechten import Noun, Scope, Verb, reach
from openlea.services.describe_plannen import Plangroep, Planregel, Register, describe_plannen
from openlea.services.keep_plan import keep_plan
from openlea.storage.records.models import Partij, Plan
from openlea.web.pages.plannen.planforms import Choices, PlanForm, plan_initial
from openlea.web.pages.plannen.register import may_change
from openlea.web.route import LeaRequest

REFUSED = 422


def plan_nieuw(request: LeaRequest) -> HttpResponse:
    """Ask which kind of plan, then show its form; sent, it is in the register."""
    today = timezone.localdate()
    register = describe_plannen(request.actor, today)
    soort = request.POST.get("soort") or request.GET.get("soort", "")
    groep = next((one for one in register.groepen if one.kaart.id == soort), None)
    if groep is None:
        return _ask_kind(request, register)
    initial = _proposal(request, groep, today)
    form = _form(request, groep, None, initial=initial)
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_plan(request.actor, form.opzet(), today))
        if kept is not None:
            messages.success(request, "Het plan staat in het register.")
            return redirect("plan", request.werkruimte.slug, kept.pk)
    return _page(request, form, f"Nieuw: {groep.kaart.titel.lower()}", groep)


def plan_wijzigen(request: LeaRequest, nummer: int) -> HttpResponse:
    """Show the form of a plan; sent, it is kept, or both texts stand beside each other."""
    today = timezone.localdate()
    register = describe_plannen(request.actor, today)
    groep, regel = register.find(int(nummer))
    if not may_change(request, regel):
        raise NotAllowed("Dit kan alleen bij een plan van je eigen partij.")
    stored = plan_initial(regel, _before(groep, regel))
    form = _form(request, groep, regel, initial=stored)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"] or 0
        kept = form.try_to(
            lambda: keep_plan(request.actor, form.opzet(), today, int(nummer), versie)
        )
        if kept is not None:
            messages.success(request, "Het plan is bewaard.")
            return redirect("plan", request.werkruimte.slug, kept.pk)
    if form.is_conflict:
        now = Plan.objects.get(pk=nummer).versie
        form.set_beside(_form(request, groep, regel, bound=False, initial=stored), now)
    return _page(request, form, f"Wijzig {regel.stand.plan.titel}", groep, regel)


def _ask_kind(request: LeaRequest, register: Register) -> HttpResponse:
    context = {
        "groepen": register.groepen,
        "kruimels": _crumbs(request, "Nieuw plan"),
        "fout": request.method == "POST",
    }
    status = REFUSED if request.method == "POST" else None
    return render(request, "plannen/soort_kiezen.html", context, status=status)


def _form(
    request: LeaRequest,
    groep: Plangroep,
    regel: Planregel | None,
    *,
    bound: bool = True,
    **kwargs: Any,
) -> PlanForm:
    posted = bound and request.method == "POST"
    number = regel.stand.plan.nummer if regel else None
    verb = Verb.WIJZIGEN if regel else Verb.MAKEN
    return PlanForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        soorten=[(groep.kaart.id, groep.kaart.titel)],
        houders=_holders(request, groep, verb),
        eerder=[
            (str(one.stand.plan.nummer), one.stand.plan.titel)
            for one in groep.regels
            if one.stand.plan.nummer != number
        ],
        onderdelen=groep.delen,
        zichten=[
            (str(one), one.label)
            for one in Zichtbaarheid
            if one in reach(request.actor.scope(Noun.PLAN, verb))
        ],
        **kwargs,
    )


def _holders(request: LeaRequest, groep: Plangroep, verb: Verb) -> Choices:
    """Return of whom the plan can be: first who such a plan is of, then all others."""
    partijen = list(Partij.objects.of(request.werkruimte.pk))
    if request.actor.scope(Noun.PLAN, verb) is Scope.EIGEN_PARTIJ:
        partijen = [one for one in partijen if one.pk == request.actor.partij]
    kinds = {str(one) for one in groep.kaart.houders}
    partijen.sort(key=lambda one: (one.soort not in kinds, one.naam))
    return [(one.code, one.naam) for one in partijen]


def _proposal(request: LeaRequest, groep: Plangroep, today: date) -> dict[str, Any]:
    """Return what the form opens with: what comes after an earlier plan begins the day after."""
    before = next(
        (one for one in groep.regels if str(one.stand.plan.nummer) == request.GET.get("na")), None
    )
    start = {"soort": groep.kaart.id, "zichtbaarheid": str(Zichtbaarheid.PARTNERS)}
    if before is None:
        return {**start, "van": date(today.year, 1, 1)}
    plan = before.stand.plan
    van = plan.tot + timedelta(days=1) if plan.tot else None
    longest = groep.kaart.langste
    tot = longest.after(van) - timedelta(days=1) if van and longest else None
    return {**start, "houder": plan.houder, "van": van, "tot": tot, "volgt_op": str(plan.nummer)}


def _before(groep: Plangroep, regel: Planregel) -> int | None:
    numbers = (one.stand.plan for one in groep.regels)
    return next((p.nummer for p in numbers if p.opvolger == regel.stand.plan.nummer), None)


def _page(
    request: LeaRequest,
    form: PlanForm,
    title: str,
    groep: Plangroep,
    regel: Planregel | None = None,
) -> HttpResponse:
    slug = request.werkruimte.slug
    back = reverse("plannen", args=[slug])
    if regel is not None:
        back = reverse("plan", args=[slug, regel.stand.plan.nummer])
    context = {
        "formulier": form,
        "titel": title,
        "inleiding": groep.kaart.waarom,
        "kruimels": _crumbs(request, title),
        "terug": back,
    }
    status = REFUSED if form.errors else None
    return render(request, "formulier.html", context, status=status)


def _crumbs(request: LeaRequest, title: str) -> list[dict[str, str]]:
    url = reverse("plannen", args=[request.werkruimte.slug])
    return [{"naam": "Plannen", "url": url}, {"naam": title}]
