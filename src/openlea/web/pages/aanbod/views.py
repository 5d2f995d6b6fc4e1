"""The pages on help at schools: what there is beside need, and adding, changing, taking away."""

from collections import Counter
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.aanbodbalans import Ligging
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.schooljaar import school_year_of
from openlea.services.describe_aanbod import describe_aanbod
from openlea.services.drop_aanbod import drop_aanbod
from openlea.services.find_aanbod import find_aanbod
from openlea.services.keep_aanbod import keep_aanbod
from openlea.storage.records.models import Aanbod, Actie, Partij
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figures
from openlea.web.pages.aanbod.beeld import (
    amount_words,
    grid,
    lines_table,
    picture_of,
    rate_words,
    told_of,
)
from openlea.web.pages.aanbod.forms import AanbodForm, Choices
from openlea.web.route import LeaRequest

REFUSED = 422


def aanbod(request: LeaRequest) -> HttpResponse:
    """Return where help and need lie apart, and all lines that may be seen."""
    found = describe_aanbod(request.actor, timezone.localdate(), request.GET.get("soort", ""))
    drawn, lines = picture_of(found), lines_table(found)
    answer = csv_answer(request, [drawn, lines])
    if answer:
        return answer
    asked = f"soort={found.soort}" if found.soort else ""
    context = {
        "a": found,
        "kruimels": _crumbs(request, ""),
        "figuur": figures([drawn], asked)[drawn.naam],
        "tekort": [told_of(one, found) for one in found.lying(Ligging.TEKORT)],
        "ruim": found.lying(Ligging.RUIM),
        "rijen": [told_of(one, found) for one in found.scholen],
        "leerlingen_op": _day(found.lijst.leerlingen_op),
        "gebieden": [(one, rate_words(one.hulp.per_100)) for one in found.gebieden],
        "regels": [
            (one, amount_words(one)) for one in sorted(found.regels, key=lambda one: not one.mag)
        ],
        "rooster": grid(found),
        "gekozen": found.rondom.soorten.get(found.soort),
        "soorten": found.rondom.soorten.values(),
        "mag_maken": _may_make(request),
        "mag_iets": any(one.mag for one in found.regels),
        "alles": request.actor.scope(Noun.AANBOD, Verb.ZIEN) is Scope.ALLES,
    }
    return render(request, "aanbod/aanbod.html", context)


def aanbod_nieuw(request: LeaRequest) -> HttpResponse:
    """Add a line of help; `?school=` and `?soort=` choose already."""
    initial = {
        "soort": request.GET.get("soort", ""),
        "school": request.GET.get("school", ""),
        "bereik_jaar": school_year_of(timezone.localdate()),
        "zichtbaarheid": "partners",
    }
    form = AanbodForm(request.POST or None, initial=initial)
    _offer(request, form)
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_aanbod(request.actor, form.opzet()))
        if kept is not None:
            messages.success(request, "Bewaard.")
            return redirect(_first(request))
    return _form_page(request, form, "Hulp toevoegen")


def aanbod_wijzig(request: LeaRequest, nummer: int) -> HttpResponse:
    """Change a line of help."""
    record, form = _kept_form(request, nummer)
    if request.method == "POST" and form.is_valid():
        versie = form.cleaned_data["versie"]
        kept = form.try_to(lambda: keep_aanbod(request.actor, form.opzet(), nummer, versie))
        if kept is not None:
            messages.success(request, "Bewaard.")
            return redirect(_first(request))
        if form.is_conflict:
            now, stored = _kept_form(request, nummer, typed=False)
            form.set_beside(stored, now.versie)
    return _form_page(request, form, f"Hulp op {record.schoolnaam} wijzigen")


def _kept_form(
    request: LeaRequest, nummer: int, *, typed: bool = True
) -> tuple[Aanbod, AanbodForm]:
    """Return a line and its form, with what was typed or as it is kept now."""
    record = find_aanbod(request.actor, nummer)
    data = (request.POST or None) if typed else None
    form = AanbodForm(data, initial=AanbodForm.initial_of(record))
    _offer(request, form, soort=record.soort, school=record.school, naam=record.schoolnaam)
    return record, form


def aanbod_weg(request: LeaRequest, nummer: int) -> HttpResponse:
    """Take a line of help away."""
    drop_aanbod(request.actor, nummer)
    messages.success(request, "Weggehaald.")
    return redirect(_first(request))


def _offer(
    request: LeaRequest, form: AanbodForm, soort: str = "", school: str = "", naam: str = ""
) -> None:
    """Give the form its lists; a kind or school that was kept and is gone stays in them."""
    found = describe_aanbod(request.actor, timezone.localdate())
    kinds = {one.id: one.naam for one in found.rondom.soorten.values()}
    twice = Counter(one.naam for one in found.lijst.scholen.values())
    schools = {
        one.code: f"{one.naam} ({one.code})" if twice[one.naam] > 1 else one.naam
        for one in found.lijst.scholen.values()
    }
    lists: dict[str, Choices] = {
        "soort": (({soort: soort} if soort else {}) | kinds).items(),
        "school": (({school: naam} if school else {}) | schools).items(),
    }
    if request.actor.scope(Noun.AANBOD, Verb.MAKEN) is Scope.ALLES:
        room = request.werkruimte.pk
        lists["partij"] = [
            (str(one.pk), one.naam) for one in Partij.objects.of(room).order_by("naam")
        ]
        acties = Actie.objects.filter(werkruimte_id=room).order_by("code")
        lists["actie"] = [(str(one.pk), f"{one.code} {one.naam}") for one in acties]
    form.offer(**lists)


def _day(peil: str) -> date | None:
    """Return the day of counting; None without a table."""
    try:
        return date.fromisoformat(peil)
    except ValueError:
        return None


def _may_make(request: LeaRequest) -> bool:
    scope = request.actor.scope(Noun.AANBOD, Verb.MAKEN)
    return scope is Scope.ALLES or (scope is Scope.EIGEN_PARTIJ and bool(request.actor.partij))


def _first(request: LeaRequest) -> str:
    return reverse("aanbod", args=[request.werkruimte.slug])


def _crumbs(request: LeaRequest, titel: str) -> list[dict[str, str]]:
    first = [
        {"naam": "Vooruitkijken", "url": reverse("vooruit", args=[request.werkruimte.slug])},
        {"naam": "Hulp op school", "url": _first(request) if titel else ""},
    ]
    return [*first, {"naam": titel, "url": ""}] if titel else first


def _form_page(request: LeaRequest, form: AanbodForm, titel: str) -> HttpResponse:
    context: dict[str, Any] = {
        "titel": titel,
        "kruimels": _crumbs(request, titel),
        "formulier": form,
        "terug": _first(request),
    }
    return render(request, "formulier.html", context, status=REFUSED if form.errors else None)
