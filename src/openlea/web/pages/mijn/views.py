"""Mijn acties: what is asked of you, one question at a time, and how your own actions stand."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.policy.vandaag_casus import of_casussen
from openlea.services.list_own_casussen import list_own_casussen
from openlea.storage.records.models import Verzoek
from openlea.web.pages.mijn.blik import Mijn, look
from openlea.web.pages.verzoek.doorgeven import colleague_form, pass_on
from openlea.web.pages.verzoek.kaart import answer, card, told_with
from openlea.web.pages.verzoek.volgende import next_question
from openlea.web.route import LeaRequest


def mijn(request: LeaRequest) -> HttpResponse:
    """Return the questions, the first one (or the chosen one) as a card, and the own actions."""
    blik = look(request)
    has_choice = bool(blik.vragen or (blik.taken and request.GET.get("vraag")))
    chosen = _chosen(request, blik) if has_choice else None
    kaart = card(chosen) if chosen else None
    return render(request, "mijn/mijn.html", _context(request, blik, kaart))


def antwoord(request: LeaRequest) -> HttpResponse:
    """Keep the answer to one question, and go on to the next."""
    if not request.POST.get("vraag"):
        return redirect("mijn", request.werkruimte.slug)
    blik = look(request)
    kaart = card(_chosen(request, blik), request.POST)
    if answer(request.actor, kaart):
        said, slug = next_question(request.actor), request.werkruimte.slug
        told = told_with(request.actor, kaart.verzoek)
        undo = f"ongedaan:{reverse('melding_terug', args=[slug, told])}" if told else ""
        messages.success(request, f"Dank. {said}".strip(), extra_tags=undo)
        return redirect("mijn", slug)
    return render(request, "mijn/mijn.html", _context(request, blik, kaart), status=422)


def doorgeven(request: LeaRequest) -> HttpResponse:
    """Pass one question on to a colleague of the same partij."""
    if not request.POST.get("vraag"):
        return redirect("mijn", request.werkruimte.slug)
    blik = look(request)
    chosen = _chosen(request, blik)
    form = colleague_form(chosen, request.POST)
    if aan := pass_on(request.actor, chosen, form):
        messages.success(request, f"De vraag gaat naar {aan}, in de eerstvolgende mail.")
        return redirect("mijn", request.werkruimte.slug)
    shown = _context(request, blik, card(chosen)) | {"doorgeven": form}
    return render(request, "mijn/mijn.html", shown, status=422)


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
    return next(iter(blik.vragen), blik.verzoeken[0])


def _context(request: LeaRequest, blik: Mijn, kaart: object) -> dict[str, object]:
    chosen = getattr(kaart, "verzoek", None)
    today = timezone.localdate()
    may = request.actor.bekijkt_als is None
    return {
        "blik": blik,
        "kaart": kaart,
        "nummer": blik.vragen.index(chosen) + 1 if chosen in blik.vragen else 0,
        "casussen": tuple(of_casussen(list_own_casussen(request.actor, today), today)),
        "rest": [one for one in blik.vragen if one != chosen],
        "volgende": "" if chosen else next_question(request.actor),
        "mag_antwoorden": may,
        "doorgeven": colleague_form(chosen) if chosen and may else None,
    }
