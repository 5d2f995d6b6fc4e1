"""The LEA check: did this year's consultation cover what the law names, and with which goals."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.services.describe_lea_toets import Leatoets, describe_lea_toets
from openlea.services.papier.lea_toets import compose_lea_toets
from openlea.web.pages.toetsing.kop import head_of, may_read_toezicht, year_of
from openlea.web.pages.toetsing.uitvoer import send_stuk
from openlea.web.route import LeaRequest


def lea_toets(request: LeaRequest) -> HttpResponse:
    """Return the check of a year."""
    toets = _toets(request)
    context = {
        **head_of(request, "lea_toets", toets.jaar, with_toezicht=may_read_toezicht(request)),
        "toets": toets,
        "vandaag": timezone.localdate(),
        "keuzes": [
            {
                "naam": naam,
                "url": f"?jaar={toets.jaar}&gemeente={code}",
                "actief": code == toets.gemeente,
            }
            for code, naam in toets.gemeenten
        ],
    }
    return render(request, "toetsing/lea_toets.html", context)


def lea_toets_uit(request: LeaRequest, formaat: str) -> HttpResponse:
    """Return the check of a year on paper: pdf or docx."""
    if formaat not in {"pdf", "docx"}:
        raise NotFound("Dit soort bestand is er niet.")
    toets = _toets(request)
    stuk = compose_lea_toets(toets, request.werkruimte.naam, timezone.localdate())
    return send_stuk(stuk, formaat, f"overleg-{request.werkruimte.slug}-{toets.jaar}")


def _toets(request: LeaRequest) -> Leatoets:
    gemeente = request.GET.get("gemeente", "")
    return describe_lea_toets(request.actor, year_of(request), timezone.localdate(), gemeente)
