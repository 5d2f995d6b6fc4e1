"""The list of sources: what is loaded, how old it is, and what asks for somebody."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from openlea.policy.bronstaat import BronStaat
from openlea.policy.rechten import Noun, Verb
from openlea.services.kolommen.deel import own_inlezingen
from openlea.storage.records.models import Inlezing
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Cel, Kolom, number_column
from openlea.web.pages.bronnen.forms import chosen
from openlea.web.pages.bronnen.stand import ORDER, Bronstand, read_standen
from openlea.web.route import LeaRequest

CSV = "bronnen"
KOLOMMEN = (
    Kolom("Bron"),
    Kolom("Naam"),
    Kolom("Uitgever"),
    Kolom("Licentie"),
    Kolom("Staat"),
    Kolom("Eigen bestand"),
    Kolom("Edities"),
    Kolom("Ingelezen op"),
    number_column("Rijen", decimals=0),
    number_column("Afgekeurde rijen", decimals=0),
)


def bronnen(request: LeaRequest) -> HttpResponse:
    """Return the list of sources, or the same as a file."""
    standen = read_standen(request)
    keuze = chosen(standen, request.GET)
    if request.GET.get("csv") == CSV:
        return as_csv(CSV, KOLOMMEN, [_row(one) for one in keuze.standen])
    context = {
        "keuze": keuze,
        "totaal": len(standen),
        "tellingen": _counted(standen),
        "stap": _next_step(request, standen),
        "onafgemaakt": begun(request),
        "kruimels": crumbs(request),
    }
    return render(request, "bronnen/bronnen.html", context)


def begun(request: LeaRequest, bron: str = "") -> list[Inlezing]:
    """Return the files that were begun here and not finished, for who may go on with them."""
    found = own_inlezingen(request.actor).unfinished()
    return list(found.filter(bron=bron) if bron else found)


def as_csv(naam: str, kolommen: Sequence[Kolom], rijen: Sequence[Sequence[Cel]]) -> HttpResponse:
    """Return rows as a file that Dutch Excel opens."""
    answer = HttpResponse(csv_text(kolommen, rijen), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{naam}.csv"'
    return answer


def crumbs(request: LeaRequest, *stand: Bronstand, last: str = "") -> list[dict[str, str]]:
    """Return where a page lies: figures, the sources, one source, the page itself."""
    slug = request.werkruimte.slug
    found = [
        {"naam": "Cijfers", "url": reverse("cijfers", args=[slug])},
        {"naam": "Bronnen", "url": reverse("bronnen", args=[slug])},
        *({"naam": one.titel, "url": one.url} for one in stand),
        *([{"naam": last, "url": ""}] if last else []),
    ]
    found[-1]["url"] = ""
    return found


def _row(one: Bronstand) -> list[Cel]:
    bron, geheel = one.overzicht.source.bron, one.overzicht.geheel
    moment = geheel.lading.moment.date().isoformat() if geheel else ""
    return [
        one.id,
        one.titel,
        bron.uitgever,
        bron.licentie,
        one.beeld.woord,
        "ja" if one.eigen else "nee",
        ", ".join(sorted(geheel.lading.edities)) if geheel else "",
        "meegeleverd" if one.is_meegeleverd else moment,
        geheel.lading.rijen if geheel else None,
        geheel.lading.afgekeurd if geheel else None,
    ]


def _counted(standen: Sequence[Bronstand]) -> list[dict[str, Any]]:
    """Return how many sources stand in each state, those that are there."""
    found = []
    for staat in ORDER:
        some = [one for one in standen if one.overzicht.staat is staat]
        if some:
            found.append({"beeld": some[0].beeld, "aantal": len(some), "vraag": f"?staat={staat}"})
    return found


def _next_step(request: LeaRequest, standen: Sequence[Bronstand]) -> dict[str, str]:
    """Return the one thing to do next on this page; nothing for who only reads."""
    if not request.actor.may(Noun.BRON, Verb.WIJZIGEN):
        return {}
    by_staat = {one.overzicht.staat: one for one in reversed(standen)}
    if held := by_staat.get(BronStaat.VASTGEHOUDEN):
        return {"tekst": f"Kijk na: {held.titel}", "url": held.url, "icoon": "pauze"}
    if changed := by_staat.get(BronStaat.GEWIJZIGD):
        return {"tekst": f"Bekijk wat er veranderde: {changed.titel}", "url": changed.url}
    url = reverse("inlezen", args=[request.werkruimte.slug])
    return {"tekst": "Lees een eigen bestand in", "url": url, "icoon": "plus"}
