"""The page on a balanced spread: ask what it takes, follow it, and read what came of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from openlea.core.errors import NotFound
from openlea.core.place import PlaceKind
from openlea.policy.cijferzicht import shows_own
from openlea.policy.rechten import Noun, Verb
from openlea.policy.werk import WerkStaat
from openlea.services.ask_work import ask_work
from openlea.services.segregatie.groepen import GROEPEN, Keuze, own_choices
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.records.models import Werk
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figure
from openlea.web.pages.spreiding.forms import SpreidingForm
from openlea.web.pages.spreiding.uitkomst import read_uitkomst
from openlea.web.pages.verklaar.zicht import own_place
from openlea.web.pages.werk.stand import work_stand
from openlea.web.route import LeaRequest

SOORT = "spreid_leerlingen"
EARLIER = 5


def spreiding(request: LeaRequest) -> HttpResponse:
    """Return the question, or with `?werk=` what came of one; a POST asks it."""
    place = own_place(request)
    gemeente = place.code if place and place.kind is PlaceKind.GEMEENTE else ""
    keuzes = _choices(request) if gemeente else ()
    form = SpreidingForm(_asked(request), keuzes)
    if request.method == "POST" and gemeente and form.is_valid():
        return _begun(request, form, gemeente)
    chosen = _chosen(request)
    context: dict[str, Any] = {
        "formulier": form,
        "keuzes": keuzes,
        "mag": request.actor.may(Noun.WERK, Verb.MAKEN),
        "eerder": [one for one in _earlier(request) if one != chosen],
        "kruimels": _crumbs(request, chosen),
        "werk": None,
    }
    if chosen is None:
        return render(request, "spreiding/spreiding.html", context)
    context |= {"werk": chosen, "stand": work_stand(chosen, request.werkruimte.slug, whole=True)}
    if chosen.staat == WerkStaat.KLAAR and isinstance(chosen.uitkomst, dict):
        found = read_uitkomst(chosen.uitkomst)
        answer = csv_answer(request, [found.grens])
        if answer:
            return answer
        context |= {"uit": found, "figuur": figure(found.grens, f"werk={chosen.pk}")}
    return render(request, "spreiding/spreiding.html", context)


def _asked(request: LeaRequest) -> Any:
    """Return what was posted, or the question of the work that is looked at."""
    return request.POST if request.method == "POST" else None


def _begun(request: LeaRequest, form: SpreidingForm, gemeente: str) -> HttpResponse:
    naam = dict(form.fields["groep"].choices)[form.cleaned_data["groep"]]  # type: ignore[attr-defined]
    asked = ask_work(
        request.actor, SOORT, form.arguments(gemeente), naam=f"Evenwichtige verdeling: {naam}"
    )
    messages.success(request, "De vraag is gesteld.")
    return redirect(f"{reverse('spreiding', args=[request.werkruimte.slug])}?werk={asked.pk}")


def _sees_own(request: LeaRequest) -> bool:
    return shows_own(request.actor.scope(Noun.CIJFER, Verb.ZIEN))


def _choices(request: LeaRequest) -> tuple[Keuze, ...]:
    laag = request.werkruimte.slug if _sees_own(request) else LANDELIJK
    every: tuple[Keuze, ...] = (*own_choices(laag), *GROEPEN)
    return tuple(one for one in every if one.years(laag))


def _mine(request: LeaRequest) -> list[Werk]:
    """Return the questions of this werkruimte that this person may see, newest first."""
    own = _sees_own(request)
    found = Werk.objects.of(request.werkruimte.pk).filter(soort=SOORT)
    return [one for one in found if own or not str(one.argumenten["groep"]).startswith("eigen-")]


def _earlier(request: LeaRequest) -> list[Werk]:
    return _mine(request)[: EARLIER + 1]


def _chosen(request: LeaRequest) -> Werk | None:
    """Return the work that the address asks; NotFound when it isn't one of these."""
    asked = request.GET.get("werk", "")
    if not asked:
        return None
    found = next((one for one in _mine(request) if str(one.pk) == asked), None)
    if found is None:
        raise NotFound("Deze berekening is er niet (meer).")
    return found


def _crumbs(request: LeaRequest, chosen: Werk | None) -> list[dict[str, str]]:
    slug = request.werkruimte.slug
    here = {"naam": "Evenwichtige verdeling"}
    found = [{"naam": "Gelijke kansen", "url": reverse("kansen", args=[slug])}]
    if chosen is None:
        return [*found, here]
    return [*found, here | {"url": reverse("spreiding", args=[slug])}, {"naam": "Uitkomst"}]
