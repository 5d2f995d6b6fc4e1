"""The page on transport: how many pupils go beyond the limit, where to, and what a limit does."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from openlea.catalogue.nabijheid import NAMEN
from openlea.core.errors import NotFound
from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKind
from openlea.policy.cijfertekst import periode_tekst
from openlea.policy.vervoer import GRENZEN, SOORTEN, cost_of
from openlea.policy.vervoerregels import Verordeningversie
from openlea.services.describe_vervoer import Soortvervoer, Vervoer, describe_vervoer
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figures
from openlea.web.pages.verklaar.zicht import own_place, seen_figures
from openlea.web.pages.vervoer.beelden import NAAM, draw_vervoer
from openlea.web.pages.vervoer.panelen import THUIS, draw_homes, panels
from openlea.web.route import LeaRequest

REGELS = {
    "km_grens": "Afstand",
    "ov_vanaf_leeftijd": "Openbaar vervoer",
    "begeleiding_tot_leeftijd": "Begeleiding",
    "drempel_inkomen": "Inkomen",
    "draagkracht_km": "Draagkracht",
    "alleen_handicap": "Alleen bij een handicap",
}


@dataclass(frozen=True, slots=True)
class Andergrens:
    """Another limit: how many pupils come in or go out, and what that costs in cents."""

    km: int
    erbij: bool
    leerlingen: Bereik
    cents: tuple[int, int] | None


def vervoer(request: LeaRequest) -> HttpResponse:
    """Return the page of the gemeente of the werkruimte, or the table of its map as a file."""
    found, code = _found(request)
    if found is None:
        return render(request, "vervoer/vervoer.html", {"soorten": ()})
    soorten = [one.soort for one in found.soorten]
    soort = request.GET.get("soort", "")
    soort = soort if soort in soorten else soorten[0]
    laag = seen_figures(request).laag
    beelden = [draw_vervoer(found, soort, code, laag), draw_homes(found, soort)]
    answer = csv_answer(request, beelden)
    if answer:
        return answer
    gekozen = next(one for one in found.soorten if one.soort == soort)
    drawn = figures(beelden, f"soort={soort}&grens={gekozen.grens:g}")
    context = panels(request, found, soort, code, laag) | {
        "vervoer": found,
        "naam": request.werkruimte.naam,
        "peil": periode_tekst(found.peildatum),
        "soorten": [(one, NAMEN[one]) for one in SOORTEN if one in soorten],
        "soort": soort,
        "soortnaam": NAMEN[soort],
        "een": gekozen,
        "grenzen": GRENZEN,
        "figuur": drawn[NAAM],
        "thuis": drawn[THUIS],
        "stromen": _streams(found, gekozen),
        "anders": _others(found, gekozen),
        "regels": _rules(found.regels),
        "kruimels": _crumbs(request),
    }
    return render(request, "vervoer/vervoer.html", context)


def _found(request: LeaRequest) -> tuple[Vervoer | None, str]:
    """Return the transport of the own gemeente; None without one, or without the table."""
    place = own_place(request)
    if place is None or place.kind is not PlaceKind.GEMEENTE:
        return None, ""
    try:
        found = describe_vervoer(
            [place.code], seen_figures(request).laag, grens=_limit(request.GET)
        )
    except NotFound:
        return None, place.code
    return (found if found.soorten else None), place.code


def _limit(asked: QueryDict) -> float | None:
    """Return the limit that was asked; None for that of the ordinance."""
    km = asked.get("grens", "")
    return float(km) if km in {str(one) for one in GRENZEN} else None


def _streams(found: Vervoer, een: Soortvervoer) -> list[dict[str, Any]]:
    """Return the streams of one kind, the furthest first."""
    rows = (row for row in found.stromen.to_dicts() if row["soort"] == een.soort)
    told = ({**row, "ver": row["km"] is not None and row["km"] > een.grens} for row in rows)
    return sorted(told, key=lambda row: (-(row["km"] or 0.0), row["pc4"] or ""))


def _others(found: Vervoer, een: Soortvervoer) -> list[Andergrens]:
    """Return what each other limit does, beside that of the ordinance."""
    own, others = found.regels.km_grens, []
    for km in GRENZEN:
        if km != own:
            change = found.change_of(een.soort, float(km))
            cost = cost_of(change, een.tarief)
            cents = None if cost is None else (round(cost.laag * 100), round(cost.hoog * 100))
            others.append(Andergrens(km, km < own, change, cents))
    return others


def _rules(regels: Verordeningversie) -> list[tuple[str, str, bool]]:
    """Return what the ordinance says, and whether somebody read it."""
    unread = regels.unverified()
    word = "of meer" if regels.vanaf else "verder dan"
    said = {
        "km_grens": f"{word} {regels.km_grens:g} km van de school",
        "ov_vanaf_leeftijd": f"eerst openbaar vervoer vanaf {regels.ov_vanaf_leeftijd} jaar",
        "begeleiding_tot_leeftijd": f"tot {regels.begeleiding_tot_leeftijd} jaar",
        "drempel_inkomen": f"eigen bijdrage boven € {regels.drempel_inkomen or 0:.0f}",
        "draagkracht_km": f"telt mee verder dan {regels.draagkracht_km or 0:g} km",
        "alleen_handicap": ", ".join(regels.alleen_handicap),
    }
    return [
        (naam, said[key], key in unread)
        for key, naam in REGELS.items()
        if getattr(regels, key) not in (None, ())
    ]


def _crumbs(request: LeaRequest) -> list[dict[str, str]]:
    ahead = reverse("vooruit", args=[request.werkruimte.slug])
    return [{"naam": "Vooruitkijken", "url": ahead}, {"naam": "Vervoer naar school", "url": ""}]
