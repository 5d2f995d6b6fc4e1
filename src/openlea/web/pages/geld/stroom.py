"""One stream of money: what it brings, under which conditions, what is paid from it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.begroting import Geldstroom
from openlea.core.errors import NotFound
from openlea.policy.geldsignalen import find_geldsignalen
from openlea.policy.middelen import balans_per_jaar
from openlea.policy.realisatie import realisatie_per_stroom
from openlea.policy.rijen import rijen_van
from openlea.services.keep_geldstroom import keep_geldstroom
from openlea.storage.records.models import Geldstroom as GeldstroomRecord
from openlea.web.pages.geld.beeld import Geldbeeld, need_beeld, voorwaarden
from openlea.web.pages.geld.forms import StroomForm, stroom_initial
from openlea.web.pages.geld.signaal_plek import meldingen
from openlea.web.route import LeaRequest


def stroom(request: LeaRequest, code: str) -> HttpResponse:
    """Return a stream with its years, its conditions and the posts that it pays."""
    beeld = need_beeld(request)
    one = _find(beeld, code)
    rijen = rijen_van(beeld.begroting)
    found = find_geldsignalen(beeld.agenda, voorwaarden())
    per_plek = meldingen(found, request.werkruimte.slug, mag_wijzigen=beeld.mag_wijzigen)
    jaren = [
        {
            "jaar": balans.jaar,
            "gedrukt": one.bedragen.get(balans.jaar),
            "telt": balans.per_stroom[code],
            "geld": realisatie_per_stroom(beeld.begroting, balans.jaar)[code],
        }
        for balans in balans_per_jaar(beeld.begroting, beeld.agenda.jaren)
    ]
    context = {
        "stroom": one,
        "beeld": beeld,
        "kruimels": _crumbs(request, one.naam),
        "jaren": jaren,
        "voorwaarden": voorwaarden().get(one.voorwaarden),
        "posten": [post for post in beeld.begroting.posten if rijen.geldstroom(post) == code],
        "meldingen": per_plek.get(code, []),
    }
    return render(request, "geld/stroom.html", context)


def stroom_nieuw(request: LeaRequest) -> HttpResponse:
    """Return the form for a new stream, or add it."""
    agenda = need_beeld(request).agenda
    form = StroomForm(request.POST or None, agenda=agenda)
    if request.method == "POST" and form.is_valid():
        kept = form.try_to(lambda: keep_geldstroom(request.actor, form.value(agenda)))
        if kept:
            messages.success(request, f"De geldstroom {kept.naam} is toegevoegd.")
            return redirect("stroom", request.werkruimte.slug, kept.code)
    return _form(request, form, "Nieuwe geldstroom")


def stroom_wijzigen(request: LeaRequest, code: str) -> HttpResponse:
    """Return the form of a stream, or keep what was typed."""
    beeld = need_beeld(request)
    one = _find(beeld, code)
    agenda = beeld.agenda
    versie = GeldstroomRecord.objects.get(agenda=beeld.record, code=code).versie
    stored = StroomForm(agenda=agenda, stroom=one, initial=stroom_initial(one, versie))
    if request.method != "POST":
        return _form(request, stored, f"Wijzig {one.naam}")
    form = StroomForm(request.POST, agenda=agenda, stroom=one)
    if form.is_valid():
        seen = form.cleaned_data["versie"] or 0
        if form.try_to(lambda: keep_geldstroom(request.actor, form.value(agenda, code), seen)):
            messages.success(request, "De geldstroom is bewaard.")
            return redirect("stroom", request.werkruimte.slug, code)
    if form.is_conflict:
        form.set_beside(stored, versie)
    return _form(request, form, f"Wijzig {one.naam}")


def _find(beeld: Geldbeeld, code: str) -> Geldstroom:
    for one in beeld.begroting.geldstromen:
        if one.code == code:
            return one
    raise NotFound(f"Er is geen geldstroom {code}.")


def _form(request: LeaRequest, form: StroomForm, title: str) -> HttpResponse:
    context = {"formulier": form, "titel": title, "kruimels": _crumbs(request, title)}
    terug = reverse("geld", args=[request.werkruimte.slug])
    return render(request, "formulier.html", {**context, "terug": terug})


def _crumbs(request: LeaRequest, title: str) -> list[dict[str, str]]:
    url = reverse("geld", args=[request.werkruimte.slug])
    return [{"naam": "Geld", "url": url}, {"naam": title}]
