"""One source: its card, its versions, what was rejected, what waits, and what may be done."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.bron import Klasse
from openlea.core.errors import BadInput, Conflict, NotAllowed, NotFound
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.ask_work import ask_work
from openlea.services.discard_load import discard_load
from openlea.services.kolommen.deel import part_of
from openlea.services.laden.beheer import NIET_LANDELIJK, may_change_layer
from openlea.services.list_rejected import list_rejected
from openlea.services.release_load import release_load
from openlea.web.charts.csv_tabel import csv_text
from openlea.web.charts.figuur import Kolom, number_column
from openlea.web.pages.bronnen.eigen import is_set_aside
from openlea.web.pages.bronnen.kaart import card_facts, uses_of
from openlea.web.pages.bronnen.rijen import example_rows, rejected_page
from openlea.web.pages.bronnen.stand import Bronstand, is_shipped, read_stand
from openlea.web.pages.bronnen.versies import change_of, version_cards
from openlea.web.pages.bronnen.views import crumbs
from openlea.web.route import LeaRequest

CSV = "afgekeurd"
AFGEKEURD = (Kolom("Bestand"), number_column("Regel", decimals=0), Kolom("Kolom"), Kolom("Reden"))
LAAD = "laad_bron"


def bron(request: LeaRequest, bron: str) -> HttpResponse:
    """Return the page of a source; `?versie=` shows another version, `?csv=afgekeurd` a file."""
    stand = read_stand(request, bron)
    versie = _asked(stand, request.GET.get("versie", ""))
    whole = sees_rows(request, stand)
    if request.GET.get("csv") == CSV and whole:
        return _as_file(stand, versie)
    context = {
        "stand": stand,
        "bron": stand.overzicht.source.bron,
        "kaart": card_facts(stand),
        "versies": version_cards(stand) if whole else (),
        "verschil": change_of(stand),
        "gebruik": uses_of(request, stand.id),
        "afgekeurd": whole and rejected_page(stand, versie, request.GET.get("pagina", "1")),
        "voorbeeld": example_rows(stand),
        "mag": _rights(request, stand),
        "kruimels": crumbs(request, stand),
        "niet_landelijk": NIET_LANDELIJK,
    }
    return render(request, "bronnen/bron.html", context)


def laden(request: LeaRequest, bron: str) -> HttpResponse:
    """Ask for the source to be loaded again in the background."""
    stand = read_stand(request, bron)
    if not may_change_layer(request.actor, stand.laag):
        raise NotAllowed(NIET_LANDELIJK)
    wanted = {"bron": stand.id, "laag": stand.laag}
    asked = ask_work(request.actor, LAAD, wanted, naam=f"Bron laden: {stand.titel}")
    return redirect("werk", request.werkruimte.slug, asked.pk)


def oordeel(request: LeaRequest, bron: str) -> HttpResponse:
    """Take a held load in after all, or throw it away."""
    stand = read_stand(request, bron)
    sleutel = request.POST.get("sleutel", "")
    laag = held_layer(stand)
    try:
        if request.POST.get("oordeel") == "vrij":
            made = release_load(request.actor, stand.id, sleutel, laag=laag)
            messages.success(request, f"Ingelezen als versie {made.versie}.")
        elif request.POST.get("oordeel") == "weg":
            discard_load(request.actor, stand.id, sleutel, laag=laag)
            messages.success(request, "Weggegooid. Wat er was, blijft in gebruik.")
        else:
            messages.error(request, "Kies of je deze lading overneemt of weggooit.")
    except (NotFound, Conflict, BadInput) as refused:
        messages.error(request, str(refused))
    return redirect("bron", request.werkruimte.slug, stand.id)


def sees_rows(request: LeaRequest, stand: Bronstand) -> bool:
    """Say whether somebody may see what was sent: of what partners bring, only who keeps it all."""
    is_open = stand.overzicht.source.bron.klasse is Klasse.OPEN
    return is_open or request.actor.scope(Noun.BRON, Verb.ZIEN) is Scope.ALLES


def held_layer(stand: Bronstand) -> str:
    """Return the layer in which the loads wait that the page shows."""
    held = stand.overzicht.vastgehouden
    return held[0].versie.laag if held else stand.laag


def _asked(stand: Bronstand, versie: str) -> int | None:
    """Return the version that the address asks, None for the newest; NotFound when it isn't."""
    if not versie:
        return None
    if not versie.isdecimal() or int(versie) not in {one.versie for one in stand.overzicht.versies}:
        raise NotFound("Deze versie is er niet.")
    return int(versie)


def _as_file(stand: Bronstand, versie: int | None) -> HttpResponse:
    found = list_rejected(stand.id, versie, stand.laag).rijen if stand.edities else ()
    rijen = [(one.bestand, one.regel, one.kolom, one.reden) for one in found]
    answer = HttpResponse(csv_text(AFGEKEURD, rijen), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{stand.id}-afgekeurd.csv"'
    return answer


def _rights(request: LeaRequest, stand: Bronstand) -> dict[str, Any]:
    """Return what this person may do with this source."""
    source, versies = stand.overzicht.source, stand.overzicht.versies
    changes = request.actor.may(Noun.BRON, Verb.WIJZIGEN)
    here = may_change_layer(request.actor, stand.laag)
    kept = bool(versies) and not is_shipped(versies[0]) and source.bron.klasse is Klasse.OPEN
    live = source.bron.live is not None and not stand.eigen
    held = held_layer(stand)
    return {
        "wijzigen": changes,
        "hier": here,
        "laden": here and (live or kept) and not stand.eigen,
        "live": live,
        "niet_meer": changes and stand.eigen,
        "weer": changes and is_set_aside(request, stand.id),
        "oordelen": may_change_layer(request.actor, held),
        "inlezen": part_of(request.actor, source) is not None,
    }
