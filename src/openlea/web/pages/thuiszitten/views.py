"""Mijn kind zit thuis: what now? For parents and young people, without signing in or script."""

from django.http import HttpResponse
from django.shortcuts import render

from openlea.services.compose_zorgplichtbrief import BRIEF, GRONDEN, compose_zorgplichtbrief
from openlea.services.describe_thuiszitten import describe_thuiszitten
from openlea.services.write_stuk import write_stuk
from openlea.web.route import LeaRequest

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def thuiszitten(request: LeaRequest) -> HttpResponse:
    """Return the page; who works here also sees the text for the letter."""
    shown = {
        "info": describe_thuiszitten(request.actor),
        "brief": BRIEF,
        "gronden": GRONDEN,
        "werkt_hier": request.actor.lid is not None,
    }
    return render(request, "thuiszitten/thuiszitten.html", shown)


def thuiszitten_brief(request: LeaRequest) -> HttpResponse:
    """Return the text on the zorgplicht as a Word file."""
    stuk = compose_zorgplichtbrief(request.werkruimte.naam)
    answer = HttpResponse(write_stuk(stuk, "docx"), content_type=WORD)
    answer["Content-Disposition"] = 'attachment; filename="tekst-zorgplicht.docx"'
    return answer
