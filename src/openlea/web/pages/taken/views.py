"""The legal tasks of a year: are we within the law, what comes next, and making a year ready."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import Noun, Scope, Verb
from openlea.policy.schrijfwijze import count
from openlea.policy.taaktelling import UITLEG
from openlea.services.describe_taken import Taken, Vraag, describe_taken
from openlea.services.make_taken import make_taken
from openlea.web.pages.taken.beeld import by_month, draw_bar, draw_wheel, parts
from openlea.web.pages.taken.takenfilter import Takenfilter, address, asked
from openlea.web.route import LeaRequest

FORMATEN = (("xlsx", "Excel"), ("csv", "csv"), ("json", "json"), ("ics", "kalender (ics)"))


def taken(request: LeaRequest) -> HttpResponse:
    """Return the tasks as the address asks; without a choice those of the own partij this year."""
    today = timezone.localdate()
    vraag = asked(request.GET, today)
    found = describe_taken(request.actor, vraag, today)
    delen = list(parts(found.telling))
    context = {
        "vraag": vraag,
        "gevonden": found,
        "formulier": Takenfilter(vraag, found),
        "gekozen": list(_chips(request, vraag, found)),
        "zin": found.telling.zin(f"in {vraag.jaar}" if vraag.jaar != today.year else "dit jaar"),
        "uitleg": UITLEG,
        "delen": delen,
        "balk": draw_bar(delen) if found.telling.totaal else "",
        "wiel": draw_wheel(found, vraag.jaar, today) if found.taken else "",
        "maanden": list(by_month(found.maanden, vraag.jaar, today)),
        "partijnaam": dict(found.partijen).get(found.partij, ""),
        "jaren": list(_years(request, vraag, found)),
        "mag_bewijzen": request.actor.may(Noun.TAAK, Verb.WIJZIGEN),
        "mag_maken": _makes(request),
        "is_klaar": vraag.jaar in found.jaren,
        "uit": list(_files(request)),
    }
    return render(request, "taken/taken.html", context)


def maken(request: LeaRequest) -> HttpResponse:
    """Make the tasks of a year ready, or bring them up to date, and return to that year."""
    vraag = asked(request.POST, timezone.localdate())
    made = make_taken(request.actor, vraag.jaar)
    told = f"{count(made.totaal, 'taak staat', 'taken staan')} klaar voor {vraag.jaar}"
    messages.success(request, f"{told}; {made.nieuw} nieuw, {made.gewijzigd} gewijzigd.")
    return redirect(f"{reverse('taken', args=[request.werkruimte.slug])}?jaar={vraag.jaar}")


def _makes(request: LeaRequest) -> bool:
    return request.actor.scope(Noun.TAAK, Verb.MAKEN) is Scope.ALLES


def _chips(request: LeaRequest, vraag: Vraag, found: Taken) -> Any:
    """Yield each choice that narrows, with the address without it."""
    names = {
        "veld": dict(found.velden).get(vraag.veld, vraag.veld),
        "staat": next((label for value, label in _states() if value == vraag.staat), ""),
    }
    for naam, shown in names.items():
        if shown:
            yield {"naam": shown, "weg_url": address(request.GET, **{naam: ""})}


def _states() -> list[tuple[str, str]]:
    from openlea.core.verplichting import TaakStaat

    return TaakStaat.choices()


def _years(request: HttpRequest, vraag: Vraag, found: Taken) -> Any:
    """Yield the years around, as tabs; the year that is looked at is always one of them."""
    around = {*found.jaren, vraag.jaar}
    for jaar in sorted(around):
        yield {
            "naam": str(jaar),
            "url": address(request.GET, jaar=str(jaar)),
            "actief": jaar == vraag.jaar,
        }


def _files(request: LeaRequest) -> Any:
    rest = address(request.GET)
    for formaat, naam in FORMATEN:
        url = reverse("taken_uit", args=[request.werkruimte.slug, formaat])
        yield {"naam": naam, "url": url + (rest if rest != "?" else "")}
