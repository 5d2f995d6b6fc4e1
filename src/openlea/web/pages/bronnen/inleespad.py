"""Where one is in reading in a file: the steps, the crumbs, and the addresses."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from openlea.policy.inlezing import STAPPEN, Inleesstap, Inleesvorm, next_step
from openlea.services.find_inlezing import find_inlezing
from openlea.services.kolommen.werkstuk import Werkstuk
from openlea.web.pages.bronnen.views import crumbs
from openlea.web.route import LeaRequest

DIGITS = 9
INTUSSEN = (
    "Iemand anders heeft dit bestand intussen verder ingevuld. "
    "Hieronder staat wat nu bewaard is; wat jij typte staat er nog bij."
)


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: its name, its address, and whether one is there."""

    naam: str
    url: str
    actief: bool


def work_on(request: LeaRequest, nummer: str) -> Werkstuk:
    """Return the reading in of this address; NotFound when it is not there any more."""
    return find_inlezing(request.actor, int(nummer))


def first_step(stuk: Werkstuk) -> Inleesstap:
    """Return what is to be done first."""
    one = stuk.inlezing
    mapped = stuk.vorm is Inleesvorm.EIGEN and bool(one.koprij) and stuk.is_gekoppeld
    wrong = mapped and bool(stuk.judged().fouten)
    return next_step(stuk.vorm, koprij=one.koprij, gekoppeld=mapped, fouten=wrong)


def step_url(request: LeaRequest, nummer: int, stap: Inleesstap) -> str:
    """Return the address of a step."""
    return reverse(f"inlezing_{stap}", args=[request.werkruimte.slug, nummer])


def to_step(request: LeaRequest, stuk: Werkstuk, stap: Inleesstap) -> HttpResponse:
    """Go to a step."""
    return redirect(step_url(request, stuk.inlezing.pk, stap))


def page_context(request: LeaRequest, stuk: Werkstuk, stap: Inleesstap) -> dict[str, Any]:
    """Return what every step shows."""
    titel = stuk.source.bron.titel
    kruimels = crumbs(request)
    kruimels[-1]["url"] = reverse("bronnen", args=[request.werkruimte.slug])
    bron = {"naam": titel, "url": reverse("bron", args=[request.werkruimte.slug, stuk.source.id])}
    return {
        "stuk": stuk,
        "inlezing": stuk.inlezing,
        "titel": titel,
        "stappen": [
            Stap(one.label, step_url(request, stuk.inlezing.pk, one), one is stap)
            for one in STAPPEN[stuk.vorm]
        ],
        "kruimels": [*kruimels, bron, {"naam": "Inlezen", "url": ""}],
    }


def number(text: str | None, otherwise: int = 0) -> int:
    """Return a number that was sent; another one for what can't be."""
    return int(text) if text and text.isdecimal() and len(text) <= DIGITS else otherwise


def seen_version(request: LeaRequest) -> int:
    """Return the version that the sender saw; 0 when the form didn't say."""
    return number(request.POST.get("versie"))


def tell_conflict(request: LeaRequest) -> None:
    """Say that somebody else was first."""
    messages.warning(request, INTUSSEN)
