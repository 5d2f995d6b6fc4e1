"""0-23 jaar: how children get on, from the voorschool to work."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from openlea.policy.overgangtekst import remarks
from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_overgangen import describe_overgangen
from openlea.services.find_tellingen import SEES
from openlea.web.pages.loopbaan.tegels import tegels
from openlea.web.pages.overgangen.spoor import haltes
from openlea.web.route import LeaRequest


def loopbaan(request: LeaRequest) -> HttpResponse:
    """Return the first page, with what this person may see."""
    shown: dict[str, Any] = {"tegels": tuple(tegels(request))}
    if request.actor.scope(Noun.TELLING, Verb.ZIEN) not in SEES:
        return render(request, "loopbaan/loopbaan.html", shown)
    beelden = describe_overgangen(request.actor).beelden
    told = [(one.kaart, one.stand) for one in beelden]
    shown |= {"haltes": haltes(request, beelden), "valt_op": remarks(told)}
    return render(request, "loopbaan/loopbaan.html", shown)
