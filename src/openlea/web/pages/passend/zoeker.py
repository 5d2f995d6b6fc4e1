"""Which school near a postcode can what a child needs: for parents, without account or script."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from openlea.core.onthulling import Bereik
from openlea.services.find_ondersteuning import Zoekuitkomst, find_ondersteuning
from openlea.services.passend.afstand import HOE
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import Grafiek, figures
from openlea.web.charts.kaart import Stip, kaart_chart
from openlea.web.pages.cijfers.grenzen import outlines
from openlea.web.pages.passend.kader import crumbs
from openlea.web.route import LeaRequest

LONGEST = 12


def schoolzoeker(request: LeaRequest) -> HttpResponse:
    """Return the question, and when it was asked the schools, nearest first."""
    typed = request.GET.get("postcode", "")[:LONGEST]
    found = find_ondersteuning(request.actor, request.GET.get("kan", "")[:40], typed)
    beelden = [_map(request, found)] if found.gevonden else []
    if answer := csv_answer(request, beelden):
        return answer
    vraag = f"kan={found.soort.id}&postcode={found.pc4}" if found.soort else ""
    shown = {
        "zoek": found,
        "postcode": typed,
        "gevonden": [(one, _km(one.km)) for one in found.gevonden],
        "figuren": figures(beelden, vraag),
        "hoe": HOE,
        "voorbeelden": any(one.is_voorbeeld for one in found.gevonden),
        "thuis_url": _address(request, "thuiszitten"),
        "kruimels": crumbs(request, "Zoek een school"),
    }
    return render(request, "passend/zoek.html", shown)


def _map(request: LeaRequest, found: Zoekuitkomst) -> Grafiek:
    code = request.werkruimte.plaats.partition(":")[2]
    dots = [
        Stip(
            naam=one.naam,
            lon=one.plek[1],
            lat=one.plek[0],
            bereik=Bereik(round(one.km, 1), round(one.km, 1)) if one.km is not None else None,
            woord="afstand niet bekend",
        )
        for one in found.gevonden
        if one.plek
    ]
    areas = outlines(frozenset({code}), request.werkruimte.slug) if code else []
    return kaart_chart("scholen", "Waar deze scholen zijn", dots, areas, eenheid="km", decimals=1)


def _km(km: float | None) -> str:
    if km is None:
        return ""
    if km < 1:
        return "minder dan 1 km"
    return f"ongeveer {km:.1f} km".replace(".", ",")


def _address(request: LeaRequest, naam: str) -> str:
    try:
        return reverse(naam, args=[request.werkruimte.slug])
    except NoReverseMatch:
        return ""
