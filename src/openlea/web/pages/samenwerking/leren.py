"""Learning together: the own route and those that others share, side by side per topic."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import Noun, Verb
from openlea.services.describe_samen_leren import describe_samen_leren
from openlea.web.route import LeaRequest


def samen_leren(request: LeaRequest) -> HttpResponse:
    """Return the routes side by side."""
    slug, naam = request.werkruimte.slug, request.werkruimte.naam
    context = {
        "beeld": describe_samen_leren(request.actor, timezone.localdate(), naam),
        "mag_delen": request.actor.may(Noun.DELING, Verb.ZIEN),
        "kruimels": [
            {"naam": "Samenwerking", "url": reverse("samenwerking", args=[slug])},
            {"naam": "Samen leren"},
        ],
    }
    return render(request, "samenwerking/leren.html", context)
