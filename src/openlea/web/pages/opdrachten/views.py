"""The board of assignments, the page of one, and the same as a file."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.opdracht import OpdrachtStap
from openlea.policy.opdrachtvorm import DELEN
from openlea.policy.rechten import Noun, Verb
from openlea.policy.schrijfwijze import count
from openlea.services.describe_opdracht import describe_opdracht
from openlea.services.describe_opdrachten import Beurt, Opdrachtenbord, describe_opdrachten
from openlea.services.opdracht.beelden import Opdrachtbeeld
from openlea.services.papier.opdracht import compose_opdracht
from openlea.web.pages.opdrachten.spoor import (
    look_of_voorstel,
    next_of,
    show_card,
    waiting_of,
)
from openlea.web.pages.stukken.uitvoer import check_kind, send_stuk
from openlea.web.route import LeaRequest


def opdrachten(request: LeaRequest) -> HttpResponse:
    """Return the board: what was asked of whom, how far it is, and what is late."""
    bord = describe_opdrachten(request.actor, timezone.localdate())
    context = {
        "zin": summary(bord),
        "groepen": [
            {
                "beurt": groep.beurt,
                "is_klaar": groep.beurt is Beurt.KLAAR,
                "kaarten": [show_card(one) for one in groep.opdrachten],
            }
            for groep in bord.groepen
        ],
        "mag_maken": request.actor.may(Noun.OPDRACHT, Verb.MAKEN),
    }
    return render(request, "opdrachten/opdrachten.html", context)


def summary(bord: Opdrachtenbord) -> str:
    """Return the totals in words, such as '3 opdrachten lopen'; and how many are late."""
    running = len(bord.open)
    if not running:
        return "Er loopt nu geen opdracht."
    verb = "loopt" if running == 1 else "lopen"
    late = f" Bij {bord.te_laat} is het voorstel te laat." if bord.te_laat else ""
    return f"{count(running, 'opdracht', 'opdrachten')} {verb}.{late}"


def opdracht(request: LeaRequest, nummer: int) -> HttpResponse:
    """Return one assignment as a document, with its next step and what came back on it."""
    verhaal = describe_opdracht(request.actor, int(nummer), timezone.localdate())
    beeld = verhaal.beeld
    context = {
        "kaart": show_card(beeld),
        "vervolg": next_of(beeld),
        "delen": parts_shown(beeld),
        "voorstellen": [{"een": one, "staat": look_of_voorstel(one)} for one in beeld.voorstellen],
        "wachtend": waiting_of(beeld),
        "verloop": verhaal.verloop,
        "mag_wijzigen": OpdrachtStap.WIJZIGEN in beeld.stappen,
        "mag_intrekken": OpdrachtStap.INTREKKEN in beeld.stappen,
        "kruimels": crumbs(request, beeld.record.titel),
        "tab": "opdrachten",
    }
    return render(request, "opdrachten/opdracht.html", context)


def opdracht_uit(request: LeaRequest, nummer: int, formaat: str) -> HttpResponse:
    """Return one assignment as a file: pdf or docx."""
    today = timezone.localdate()
    check_kind(formaat, ("pdf", "docx"))
    beeld = describe_opdracht(request.actor, int(nummer), today).beeld
    stuk = compose_opdracht(beeld, request.werkruimte.naam, today)
    return send_stuk(request, stuk, formaat)


def parts_shown(beeld: Opdrachtbeeld) -> list[dict[str, str]]:
    """Return the six parts in their order: name, text, and the question when it is empty."""
    record = beeld.record
    return [
        {"naam": deel.naam, "tekst": getattr(record, deel.veld).strip(), "vraag": deel.vraag}
        for deel in DELEN
    ]


def crumbs(request: LeaRequest, title: str) -> list[dict[str, str]]:
    """Return the way to a page below the board."""
    url = reverse("opdrachten", args=[request.werkruimte.slug])
    return [{"naam": "Opdrachten", "url": url}, {"naam": title}]
