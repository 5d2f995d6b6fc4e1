"""The yearly questions of the oversight: what is known, what is answered, and what is open."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.rechten import Noun, Verb
from openlea.policy.toezicht import VraagStaat, reads_toezicht
from openlea.services.describe_toezicht import Toezichtbeeld, Vraagbeeld, describe_toezicht
from openlea.services.papier.toezicht import compose_toezicht
from openlea.services.toetsing.toezicht_json import as_json
from openlea.storage.records.toetsing import own_soort, taken_seen
from openlea.web.pages.toetsing.kop import head_of, may_read_toezicht, year_of
from openlea.web.pages.toetsing.uitvoer import send_json, send_stuk
from openlea.web.route import LeaRequest

NAAM = "toezicht"
INLEVEREN = "LEA-07"
"""The duty to give the answers to the Inspectie."""


def toezicht(request: LeaRequest) -> HttpResponse:
    """Return the questions of a year; who may not read them goes on to the eisen."""
    if not may_read_toezicht(request):
        return redirect("eisen", request.werkruimte.slug)
    jaar = year_of(request)
    beeld = describe_toezicht(request.actor, jaar, timezone.localdate())
    may_answer = reads_toezicht(
        request.actor.scope(Noun.TOETS, Verb.WIJZIGEN), own_soort(request.actor)
    )
    context = {
        **head_of(request, "toezicht", jaar, with_toezicht=True),
        "beeld": beeld,
        "mag_invullen": may_answer,
        "inleveren": taken_seen(request.actor, jaar, [INLEVEREN]).first(),
        "volgende": _first_open(beeld) if may_answer else None,
        "vandaag": timezone.localdate(),
    }
    return render(request, "toetsing/toezicht.html", context)


def toezicht_uit(request: LeaRequest, formaat: str) -> HttpResponse:
    """Return the questions of a year as a file: json, pdf or docx."""
    jaar, today = year_of(request), timezone.localdate()
    beeld = describe_toezicht(request.actor, jaar, today)
    name = f"{NAAM}-{request.werkruimte.slug}-{jaar}"
    if formaat == "json":
        return send_json(as_json(beeld, request.werkruimte.naam), name)
    if formaat in {"pdf", "docx"}:
        return send_stuk(compose_toezicht(beeld, request.werkruimte.naam, today), formaat, name)
    raise NotFound("Dit soort bestand is er niet.")


def _first_open(beeld: Toezichtbeeld) -> Vraagbeeld | None:
    waiting = (one for one in beeld.vragen if one.oordeel.staat is VraagStaat.OPEN)
    return next(waiting, None)
