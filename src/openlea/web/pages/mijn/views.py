"""Mijn acties: what is asked of you, one question at a time, and how your own actions stand."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from openlea.core.errors import NotFound
from openlea.storage.records.models import Verzoek
from openlea.web.pages.mijn.blik import Mijn, look
from openlea.web.pages.verzoek.kaart import answer, card
from openlea.web.pages.verzoek.volgende import next_question
from openlea.web.route import LeaRequest


def mijn(request: LeaRequest) -> HttpResponse:
    """Return the questions, the first one (or the chosen one) as a card, and the own actions."""
    blik = look(request)
    chosen = _chosen(request, blik) if blik.verzoeken else None
    kaart = card(chosen) if chosen else None
    return render(request, "mijn/mijn.html", _context(request, blik, kaart))


def antwoord(request: LeaRequest) -> HttpResponse:
    """Keep the answer to one question, and go on to the next."""
    if not request.POST.get("vraag"):
        return redirect("mijn", request.werkruimte.slug)
    blik = look(request)
    kaart = card(_chosen(request, blik), request.POST)
    if answer(request.actor, kaart):
        said = next_question(request.actor)
        messages.success(request, f"Dank. {said}".strip())
        return redirect("mijn", request.werkruimte.slug)
    return render(request, "mijn/mijn.html", _context(request, blik, kaart), status=422)


def _chosen(request: LeaRequest, blik: Mijn) -> Verzoek:
    """Return the question that was chosen; without a choice the first that fits on a card."""
    number = request.POST.get("vraag") or request.GET.get("vraag") or ""
    for one in blik.verzoeken:
        if str(one.pk) == number:
            return one
    if number and request.method == "POST":
        raise NotFound("Deze vraag is er niet.")
    if not blik.verzoeken:
        raise NotFound("Er is geen vraag.")
    return blik.verzoeken[0]


def _context(request: LeaRequest, blik: Mijn, kaart: object) -> dict[str, object]:
    chosen = getattr(kaart, "verzoek", None)
    return {
        "blik": blik,
        "kaart": kaart,
        "nummer": blik.verzoeken.index(chosen) + 1 if chosen else 0,
        "rest": [one for one in blik.verzoeken if one != chosen],
        "volgende": "" if chosen else next_question(request.actor),
        "mag_antwoorden": request.actor.bekijkt_als is None,
    }
