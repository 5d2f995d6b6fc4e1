"""Public figures: the profile of a place, a field of it, its map, and finding another place."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import BadInput, NotFound
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.beleidsveld import beleidsveld
from openlea.policy.rechten import Noun, Verb
from openlea.services.ask_work import ask_work
from openlea.storage.figures.plaats import Plaats
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figure
from openlea.web.pages.cijfers.adres import indicator_adres, place_of
from openlea.web.pages.cijfers.kaart import GEWOON, GROOTTE, on_the_map, school_map
from openlea.web.pages.cijfers.leeg import REKEN, with_figures
from openlea.web.pages.cijfers.profiel import crumbs, make_profiel, tabs_of
from openlea.web.pages.cijfers.schoolkeuze import as_file
from openlea.web.pages.cijfers.stand import Stand, read_stand
from openlea.web.pages.cijfers.tegels import field_lines
from openlea.web.pages.cijfers.zoek import find
from openlea.web.pages.verklaar.zicht import seen_figures
from openlea.web.route import LeaRequest

LONGEST = 80


@with_figures
def cijfers(request: LeaRequest) -> HttpResponse:
    """Return the profile of the own place; without one, or without figures, what to do first."""
    key = _own_place(request.werkruimte.plaats)
    if key is None:
        return zoek(request)
    return _profiel(request, key)


def reken(request: LeaRequest) -> HttpResponse:
    """Ask for the figures to be computed in the background, and show how far that is."""
    asked = ask_work(request.actor, REKEN)
    return redirect("werk", request.werkruimte.slug, asked.pk)


@with_figures
def plaats(request: LeaRequest, soort: str, code: str) -> HttpResponse:
    """Return the profile of a place."""
    return _profiel(request, place_of(soort, code))


@with_figures
def veld(request: LeaRequest, soort: str, code: str, veld: str) -> HttpResponse:
    """Return every figure of one field of policy for a place."""
    stand = read_stand(request, place_of(soort, code))
    regels = list(field_lines(stand, veld))
    if not regels:
        raise NotFound(f"Er is geen beleidsveld '{veld}' met cijfers.")
    found = beleidsveld(veld)
    context = {
        "stand": stand,
        "plaats": stand.plaats,
        "veld": found,
        "regels": [one for one in regels if one.getal.bereik],
        "zonder": [one for one in regels if not one.getal.bereik],
        "kruimels": crumbs(stand, found.naam),
    }
    return render(request, "cijfers/veld.html", context)


@with_figures
def kaart(request: LeaRequest, soort: str, code: str) -> HttpResponse:
    """Return the map of the schools of a place, by the figure that is asked."""
    stand = read_stand(request, place_of(soort, code))
    keuzes = on_the_map(stand)
    asked = request.GET.get("cijfer", GEWOON)
    indicator = asked if asked in dict(keuzes) else GEWOON
    plaatsen = _schools(stand)
    found = stand.store.of_places([indicator, GROOTTE], [one.key for one in plaatsen])
    grafiek = school_map(stand, plaatsen, found, indicator)
    answer = csv_answer(request, [grafiek])
    if answer:
        return answer
    context = {
        "stand": stand,
        "plaats": stand.plaats,
        "figuur": figure(grafiek, f"cijfer={indicator}"),
        "keuzes": keuzes,
        "gekozen": indicator,
        "kaart": stand.kaarten[indicator].card,
        "kaart_url": indicator_adres(stand.slug, indicator),
        "tabs": tabs_of(stand, "cijfers_kaart"),
        "kruimels": crumbs(stand, "Kaart"),
    }
    return render(request, "cijfers/kaart.html", context)


def zoek(request: LeaRequest) -> HttpResponse:
    """Return the places that fit the words that were typed."""
    question = request.GET.get("q", "").strip()[:LONGEST]
    found = find(request.werkruimte.slug, question, seen_figures(request))
    context = {"vraag": question, "gevonden": found}
    return render(request, "cijfers/zoek.html", context)


def _profiel(request: LeaRequest, key: PlaceKey) -> HttpResponse:
    stand = read_stand(request, key)
    profiel = make_profiel(stand, request.GET)
    answer = as_file(profiel.keuze, request.GET.get("csv", ""), key.code.lower())
    if answer is None and profiel.kaart:
        answer = csv_answer(request, [profiel.kaart])
    if answer:
        return answer
    context = {
        **profiel.toon,
        "kaart": figure(profiel.kaart) if profiel.kaart else None,
        "ziet_bronnen": request.actor.may(Noun.BRON, Verb.ZIEN),
        "tabs": tabs_of(stand, "cijfers_plaats"),
        "kruimels": crumbs(stand),
    }
    return render(request, "cijfers/profiel.html", context)


def _schools(stand: Stand) -> tuple[Plaats, ...]:
    """Return the schools of a place; of a school itself."""
    if stand.key.kind is PlaceKind.SCHOOL:
        return (stand.plaats,)
    return stand.store.places(PlaceKind.SCHOOL, stand.key)


def _own_place(text: str) -> PlaceKey | None:
    try:
        return PlaceKey.parse(text) if text else None
    except BadInput:
        return None
