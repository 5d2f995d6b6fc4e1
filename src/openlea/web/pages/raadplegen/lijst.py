"""The rounds of questions of a werkruimte: what runs, what is prepared, and what came of others."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.raadpleging import RaadplegingStaat
from openlea.policy.raadpleegbeeld import picture
from openlea.policy.rechten import Noun, Verb
from openlea.storage.records.models import Raadpleging
from openlea.storage.records.raadpleging_values import round_of
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Regel:
    """A round in the list, with in words where it stands."""

    raadpleging: Raadpleging
    staat: RaadplegingStaat
    stand: str
    voorbij: bool = False


def raadplegingen(request: LeaRequest) -> HttpResponse:
    """Return the rounds that may be seen, those that run first."""
    today = timezone.localdate()
    found = Raadpleging.objects.of(request.werkruimte.pk).within(request.scope)
    regels = [_line(one, today) for one in found]
    groepen = [
        (titel, [one for one in regels if one.staat is staat])
        for titel, staat in (
            ("Nu open", RaadplegingStaat.OPEN),
            ("In voorbereiding", RaadplegingStaat.CONCEPT),
            ("Uitkomsten", RaadplegingStaat.GESLOTEN),
        )
    ]
    may = request.actor.may(Noun.RAADPLEGING, Verb.MAKEN)
    shown = {"groepen": [one for one in groepen if one[1]], "mag_maken": may}
    return render(request, "raadplegen/raadplegingen.html", shown)


def _line(one: Raadpleging, today: date) -> Regel:
    staat = RaadplegingStaat(one.staat)
    over = staat is RaadplegingStaat.OPEN and one.sluit_op < today
    words = {
        RaadplegingStaat.CONCEPT: "Nog niemand is iets gevraagd.",
        RaadplegingStaat.OPEN: "De laatste dag is voorbij: sluit af." if over else "",
        RaadplegingStaat.GESLOTEN: _gist(one) if staat is RaadplegingStaat.GESLOTEN else "",
    }
    return Regel(one, staat, words[staat], over)


def _gist(one: Raadpleging) -> str:
    """Return in one sentence what came of a closed round."""
    ronde = round_of(one)
    if ronde is None or not any(ronde.uitkomst.cellen.values()):
        return "Te weinig antwoorden om iets te tonen."
    points = len(picture(ronde).bespreek)
    if not points:
        return "Nergens een laag gemiddelde of verdeelde meningen."
    return f"{points} {'punt' if points == 1 else 'punten'} om over te praten."
