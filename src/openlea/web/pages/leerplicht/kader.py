"""What every page about leerplicht shares: the schooljaar, the tabs, and who may bring rows."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.describe_leerplicht import Leerplichtbeeld, describe_leerplicht
from openlea.services.find_tellingen import SEES
from openlea.services.kolommen.deel import part_of
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import Grafiek, figures
from openlea.web.route import LeaRequest

BLADEN = (
    ("leerplicht", "Overzicht"),
    ("leerplicht_scholen", "Per school"),
    ("leerplicht_vsv", "Schoolverlaten"),
    ("leerplicht_regio", "Regio"),
    ("leerplicht_verslagen", "Verslag"),
)


def read(request: LeaRequest) -> Leerplichtbeeld:
    """Return the schooljaar that the address asks for, else the newest."""
    try:
        return describe_leerplicht(request.actor, request.GET.get("schooljaar", ""))
    except NotFound:
        return describe_leerplicht(request.actor)


def page(
    request: LeaRequest,
    here: str,
    found: Leerplichtbeeld,
    titel: str,
    beelden: Sequence[Grafiek] = (),
    **own: Any,
) -> HttpResponse:
    """Return a page with its pictures, or one of its tables as a file."""
    answer = csv_answer(request, beelden)
    if answer:
        return answer
    periode = found.staat.periode if found.staat else ""
    context = frame(request, here, titel) | {
        "lp": found,
        "jaar": periode,
        "jaren": [one.periode for one in found.reeks],
        "figuren": figures(beelden, f"schooljaar={periode}"),
        "let_op": found.staat.let_op if found.staat else (),
    }
    return render(request, f"leerplicht/{here}.html", context | own)


def frame(request: LeaRequest, here: str, titel: str) -> dict[str, Any]:
    """Return tabs, the way back, and what somebody may do here."""
    slug, actor = request.werkruimte.slug, request.actor
    kruimels = [{"naam": "0-23 jaar", "url": reverse("loopbaan", args=[slug])}]
    naam = dict(BLADEN).get(here, titel)
    inside = sees_figures(request)
    if here != "leerplicht" and inside:
        kruimels.append({"naam": "Leerplicht", "url": reverse("leerplicht", args=[slug])})
    return {
        "titel": titel,
        "tabs": [
            {"naam": name, "url": reverse(route, args=[slug]), "actief": route == here}
            for route, name in BLADEN
            if inside
        ],
        "kruimels": [*kruimels, {"naam": "Leerplicht" if here == "leerplicht" else naam}],
        "mag_aanleveren": actor.may(Noun.REGISTRATIE, Verb.MAKEN),
        "mag_inlezen": actor.scope(Noun.BRON, Verb.MAKEN) is Scope.ALLES,
        "mag_vragen": actor.scope(Noun.VERZOEK, Verb.MAKEN) is Scope.ALLES,
        "mag_afspreken": actor.may(Noun.AFSPRAAK, Verb.MAKEN),
        "mag_schrijven": actor.scope(Noun.VERSLAG, Verb.WIJZIGEN) is Scope.ALLES,
    }


def sees_figures(request: LeaRequest) -> bool:
    """Say whether somebody sees the figures, or only the report that was made public."""
    return request.actor.scope(Noun.TELLING, Verb.ZIEN) in SEES


def may_answer(request: LeaRequest, bron: str) -> bool:
    """Say whether somebody may read a file in for a table of partners."""
    source = open_shelf(find_roots(settings.CATALOGUE)).sources[bron]
    return part_of(request.actor, source) is not None
