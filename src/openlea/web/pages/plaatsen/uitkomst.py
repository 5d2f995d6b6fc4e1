"""The outcome of a round for everybody: one sentence, bars, a map, tables, and the files."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun, Verb
from openlea.services.plaats.openbaar import PROTOCOL
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figures
from openlea.web.pages.plaatsen.beelden import bars, home_map
from openlea.web.pages.plaatsen.gevonden import crumbs, found_ronde, may_see_outcome, shown_pieces
from openlea.web.pages.plaatsen.openbare_tabel import Telling, outcome_sentence, read_telling
from openlea.web.route import LeaRequest

TABELLEN = ("totaal", "per_plek", "per_pc4")


def plaatsing_uitkomst(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return what came of a round, from its public tables alone."""
    ronde = found_ronde(request, nummer)
    if ronde.geplaatst_op is not None and not may_see_outcome(request, ronde):
        raise NotFound("De uitkomst van deze ronde is nog niet openbaar.")
    shown: dict[str, object] = {"ronde": ronde, "kruimels": crumbs(request, ronde, "Uitkomst")}
    pieces = shown_pieces(request, ronde)
    found = {
        naam: read_telling(pieces[file].inhoud)
        for naam in TABELLEN
        if (file := f"tabellen/{naam}.csv") in pieces
    }
    if ronde.geplaatst_op is None or len(found) < len(TABELLEN):
        return render(request, "plaatsen/uitkomst.html", shown)
    beelden = [bars(found["totaal"]), home_map(found["per_pc4"], request.werkruimte)]
    answer = csv_answer(request, beelden)
    if answer:
        return answer
    shown |= {
        "zin": outcome_sentence(found["totaal"]),
        "figuren": figures(beelden),
        "tabellen": _tables(found),
        "protocol": PROTOCOL if PROTOCOL in pieces else "",
        "mag_proberen": request.actor.may(Noun.PLAATSING, Verb.MAKEN),
        "afstand": (ronde.kerngetallen or {}).get("afstand_km"),
    }
    return render(request, "plaatsen/uitkomst.html", shown)


def _tables(found: dict[str, Telling]) -> list[dict[str, object]]:
    """Return the two tables with their heads; the first with who got no place is per PC4."""
    return [
        {
            "id": "scholen",
            "titel": "Per school",
            "file": "tabellen/per_plek.csv",
            "wat": "School",
            "telling": found["per_plek"],
        },
        {
            "id": "wijken",
            "titel": "Per postcodegebied waar kinderen wonen",
            "file": "tabellen/per_pc4.csv",
            "wat": "Postcode",
            "telling": found["per_pc4"],
        },
    ]
