"""The page on who spends what on onderwijsachterstanden, and the button that asks the boards."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.catalogue.shelf import SourceFile, open_shelf
from openlea.core.bron import Klasse
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput
from openlea.policy.achterstandsgeld import amount_per_point, amount_per_pupil
from openlea.policy.achterstandsscore import DREMPEL_GEMEENTE, DREMPEL_SCHOOL
from openlea.policy.cijfertekst import bereik_tekst
from openlea.policy.cijferzicht import shows_figures
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.ask_figures import ask_figures
from openlea.services.describe_achterstanden import Achterstanden, Bestuur, describe_achterstanden
from openlea.services.kolommen.deel import part_of
from openlea.storage.warehouse.achterstandstabellen import BESTEDING, GEMEENTEN, SCHOLEN
from openlea.web.charts.csv_tabel import csv_answer
from openlea.web.charts.figuur import figures
from openlea.web.pages.achterstanden.beelden import drawings
from openlea.web.pages.verklaar.vraag import told
from openlea.web.pages.verklaar.zicht import seen_figures
from openlea.web.route import LeaRequest


def achterstanden(request: LeaRequest) -> HttpResponse:
    """Return the page of a year, or one of its tables as a file."""
    found = _found(request)
    gemeente = request.werkruimte.naam
    beelden = drawings(found, gemeente)
    answer = csv_answer(request, beelden)
    if answer:
        return answer
    slug, actor = request.werkruimte.slug, request.actor
    context = {
        "ach": found,
        "naam": gemeente,
        "figuren": figures(beelden, f"jaar={found.jaar}"),
        "kernzin": _sentence(found),
        "eigen": _own(found),
        "regels": [_line(one) for one in found.besturen],
        "drempel_school": DREMPEL_SCHOOL,
        "drempel_gemeente": DREMPEL_GEMEENTE,
        "bronnen": (SCHOLEN, GEMEENTEN),
        "besteding": BESTEDING,
        "mag_vragen": actor.scope(Noun.VERZOEK, Verb.MAKEN) is Scope.ALLES,
        "mag_inlezen": actor.may(Noun.BRON, Verb.MAKEN),
        "mag_antwoorden": part_of(actor, _besteding()) is not None,
        "kruimels": [
            {"naam": "Kansen", "url": reverse("kansen", args=[slug])},
            {"naam": "Geld voor achterstanden", "url": ""},
        ],
    }
    return render(request, "achterstanden/achterstanden.html", context)


def _besteding() -> SourceFile:
    """Return the source in which boards tell what they spend."""
    return open_shelf(find_roots(settings.CATALOGUE)).sources[BESTEDING]


def vragen(request: LeaRequest) -> HttpResponse:
    """Ask the school boards what they spend on it, and say who was asked."""
    try:
        done = ask_figures(request.actor, BESTEDING, timezone.localdate())
    except BadInput as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, told(done))
    return redirect("achterstanden", request.werkruimte.slug)


def _found(request: LeaRequest) -> Achterstanden:
    asked = request.GET.get("jaar", "")
    return describe_achterstanden(
        request.actor,
        seen_figures(request),
        int(asked) if asked.isdecimal() and len(asked) == len("2026") else None,
        timezone.localdate(),
        mag_besteding=shows_figures(request.actor.scope(Noun.CIJFER, Verb.ZIEN), (Klasse.INTERN,)),
    )


def _sentence(found: Achterstanden) -> str:
    """Return in one sentence what is known of the boards."""
    number = len(found.besturen)
    if not number:
        return ""
    said = found.geantwoord
    who = f"Van {said} van de {number}" if said else f"Van geen van de {number}"
    return f"{who} schoolbesturen is bekend wat zij in {found.jaar} besteden."


def _line(one: Bestuur) -> dict[str, object]:
    """Return a board with its ranges written out."""
    pupils, per_pupil = one.punten.leerlingen, one.per_leerling
    return {
        "een": one,
        "leerlingen": bereik_tekst(pupils, 0) if pupils else "",
        "per_leerling": bereik_tekst(per_pupil, 2) if per_pupil else "",
    }


def _own(found: Achterstanden) -> dict[str, object]:
    """Return what the gemeente has per pupil and per point of its own newest score."""
    newest = found.gemeente[0] if found.gemeente else None
    per_pupil = amount_per_pupil(found.spuk, found.leerlingen)
    return {
        "per_leerling": per_pupil and bereik_tekst(per_pupil, 2, ""),
        "per_punt": amount_per_point(found.spuk, newest.met if newest else None),
        "score": newest,
    }
