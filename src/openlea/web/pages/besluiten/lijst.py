"""All decisions that one may read, newest first, as the address asks."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.core.plansoort import OverlegUitkomst
from openlea.policy.rechten import Noun, Verb
from openlea.policy.zoekwoorden import search_words
from openlea.storage.records.besluit import BesluitQuerySet
from openlea.storage.records.models import Besluit, Overlegreeks
from openlea.storage.records.scope_overleg import besluiten_within
from openlea.web.pages.besluiten.forms import Besluitfilter
from openlea.web.route import LeaRequest

PER_BLAD = 50
KEUZES = ("jaar", "reeks", "uitkomst")


def besluiten(request: LeaRequest) -> HttpResponse:
    """Return the decisions that were asked for."""
    actor = request.actor
    scope = actor.scope(Noun.BESLUIT, Verb.ZIEN)
    every = Besluit.objects.of(actor.werkruimte)
    seen = besluiten_within(every, scope, actor, timezone.localdate())
    jaren = [day.year for day in seen.order_by().dates("op", "year", order="DESC")]
    reeksen = Overlegreeks.objects.of(actor.werkruimte).filter(punten__besluiten__in=seen)
    choices = [(str(one.pk), one.naam) for one in reeksen.distinct()]
    form = Besluitfilter(request.GET, jaren, choices)
    found = besluiten_within(_asked(every, form), scope, actor, timezone.localdate())
    adres = reverse("besluiten", args=[request.werkruimte.slug])
    pagina = Paginator(found.prefetch_related("standpunten__partij"), PER_BLAD).get_page(
        request.GET.get("pagina")
    )
    context = {
        "formulier": form,
        "adres": adres,
        "actief": _chosen(request, form, adres),
        "gekozen": [
            (name, form.cleaned_data[name]) for name in KEUZES if form.cleaned_data.get(name)
        ],
        "pagina": pagina,
        "aantal": pagina.paginator.count,
        "totaal": bool(jaren),
        "tab": "besluiten",
        "vraag": _query(request, "pagina"),
    }
    return render(request, "besluiten/besluiten.html", context)


def _asked(every: BesluitQuerySet, form: Besluitfilter) -> BesluitQuerySet:
    """Return what fits; a filter that makes no sense is as if it were left out."""
    form.is_valid()
    clean: dict[str, Any] = form.cleaned_data
    found = every
    if clean.get("jaar"):
        found = found.in_year(int(clean["jaar"]))
    if clean.get("reeks"):
        found = found.of_reeks(int(clean["reeks"]))
    if clean.get("uitkomst"):
        found = found.ended(OverlegUitkomst(clean["uitkomst"]))
    words = search_words(clean.get("q") or "")
    return found.saying(tuple(words)) if words else found


def _chosen(request: HttpRequest, form: Besluitfilter, adres: str) -> list[dict[str, str]]:
    """Return what was chosen, each with the address without it."""
    found = []
    for name in form.fields:
        value = form.cleaned_data.get(name)
        if value:
            choices = dict(getattr(form.fields[name], "choices", ()))
            rest = _query(request, name).rstrip("&")
            found.append(
                {"naam": str(choices.get(value, value)), "weg_url": f"{adres}?{rest}".rstrip("?")}
            )
    return found


def _query(request: HttpRequest, without: str) -> str:
    asked = request.GET.copy()
    asked.pop(without, None)
    return f"{asked.urlencode()}&" if asked else ""
