"""Search over everything that one may see."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.policy.zoekwoorden import LANGSTE, search_words
from openlea.storage.records.models import Agenda
from openlea.storage.records.vindplaats import Vindsoort
from openlea.storage.records.zoeken import places
from openlea.web.pages.zoeken.treffers import group
from openlea.web.route import LeaRequest

VOORBEELDEN = ("peuter", "taal thuis", "bibliotheek", "schoolverlaters")


def zoeken(request: LeaRequest) -> HttpResponse:
    """Return what fits the words that were typed; one kind to the last when asked (`soort`)."""
    question = request.GET.get("q", "").strip()[:LANGSTE]
    asked = request.GET.get("soort", "")
    whole = asked if asked in list(Vindsoort) else ""
    words = search_words(question)
    agenda = Agenda.objects.current(request.werkruimte.pk) if words else None
    found = places(agenda, request.actor, timezone.localdate()) if words else ()
    groepen = group(found, words, request.werkruimte.slug, whole)
    context = {
        "zoekvraag": question,
        "te_kort": bool(question) and not words,
        "gezocht": bool(words),
        "groepen": groepen,
        "aantal": sum(one.aantal for one in groepen),
        "soort": whole,
        "vraag": urlencode({"q": question}),
        "voorbeelden": VOORBEELDEN,
    }
    return render(request, "zoeken/zoeken.html", context)
