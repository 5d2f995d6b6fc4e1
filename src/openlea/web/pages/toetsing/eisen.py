"""The programma van eisen: a heat map of every party, and one party's own list."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from openlea.policy.eisen import Graad
from openlea.services.describe_eisen import describe_eisen
from openlea.services.describe_eisen_partij import describe_eisen_partij
from openlea.services.toetsing.eisen_vellen import sheets_of
from openlea.services.write_geld_xlsx import write_geld_xlsx
from openlea.storage.records.toetsing import scores_seen
from openlea.web.pages.toetsing.kop import head_of, may_read_toezicht, year_of
from openlea.web.pages.toetsing.uitvoer import send
from openlea.web.route import LeaRequest


def eisen(request: LeaRequest) -> HttpResponse:
    """Return the heat map of the parties that may be seen."""
    jaar = year_of(request)
    beeld = describe_eisen(request.actor, jaar)
    mine = [rij for rij in beeld.rijen if rij.mag_wijzigen]
    context = {
        **head_of(request, "eisen", jaar, with_toezicht=may_read_toezicht(request)),
        "beeld": beeld,
        "begonnen": [rij for rij in beeld.rijen if rij.geheel.open < rij.geheel.totaal],
        "niet_begonnen": [rij for rij in beeld.rijen if rij.geheel.open == rij.geheel.totaal],
        "graden": list(Graad),
        "eigen": mine[0] if len(mine) == 1 else None,
    }
    return render(request, "toetsing/eisen.html", context)


def eisen_partij(request: LeaRequest, partij: str) -> HttpResponse:
    """Return every requirement of one party with its score and proof."""
    jaar = year_of(request)
    beeld = describe_eisen_partij(request.actor, partij, jaar)
    first = next((deel for deel in beeld.delen if deel.vak.open), beeld.delen[0])
    context = {
        **head_of(request, "eisen", jaar, with_toezicht=may_read_toezicht(request)),
        "beeld": beeld,
        "volgende": first,
        "kruimels": crumbs(request, jaar, beeld.partij.naam),
    }
    return render(request, "toetsing/eisen_partij.html", context)


def eisen_uit(request: LeaRequest) -> HttpResponse:
    """Return the scores of every party that may be seen as a workbook."""
    jaar = year_of(request)
    beeld = describe_eisen(request.actor, jaar)
    scores = scores_seen(request.actor).filter(jaar=jaar)
    content = write_geld_xlsx(sheets_of(beeld, list(scores)))
    return send(content, "xlsx", f"programma-van-eisen-{request.werkruimte.slug}-{jaar}")


def crumbs(request: LeaRequest, jaar: int, *names: str) -> list[dict[str, str]]:
    """Return the way from the heat map to here."""
    here = f"{reverse('eisen', args=[request.werkruimte.slug])}?jaar={jaar}"
    return [{"naam": "Programma van eisen", "url": here}, *({"naam": naam} for naam in names)]
