"""What can be done for equal chances: see where pupils are apart, divide, apply, place."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse

from openlea.core.place import PlaceKind
from openlea.policy.rechten import Noun, Verb
from openlea.web.pages.verklaar.zicht import own_place
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Kaart:
    """One thing to do: its question, what one gets, and where it stands."""

    vraag: str
    wat: str
    url: str


_WAT: tuple[tuple[str, str, str, Noun], ...] = (
    (
        "Zitten leerlingen bij elkaar op school?",
        "Segregatie per gemeente en per school, met hoeveel daarvan toeval is.",
        "segregatie",
        Noun.CIJFER,
    ),
    (
        "Wat vraagt een evenwichtige verdeling?",
        "Hoe weinig leerlingen op een andere school, binnen welke reis: een rekenvoorbeeld.",
        "spreiding",
        Noun.WERK,
    ),
    (
        "Hoe ver reizen leerlingen?",
        "Van huis naar so, sbo en vso, wie verder gaat dan de grens, en wat een grens kost.",
        "vervoer",
        Noun.CIJFER,
    ),
    (
        "Wie geeft wat uit aan achterstanden?",
        "Het geld van besturen naast dat van de gemeente.",
        "achterstanden",
        Noun.GELD,
    ),
    (
        "Hoe verdelen we geld eerlijk?",
        "Een budget over scholen, met criteria vooraf en een reden per school.",
        "verdelingen",
        Noun.VERDELING,
    ),
    (
        "Hoe meld je een kind aan?",
        "Het beleid van elke school naast elkaar.",
        "aanmeldbeleid",
        Noun.AANMELDBELEID,
    ),
    (
        "Wie krijgt welke plaats?",
        "Plaatsen met regels vooraf en een loting die iedereen kan nagaan.",
        "plaatsen",
        Noun.PLAATSING,
    ),
)


def kansen(request: LeaRequest) -> HttpResponse:
    """Return the first page, with what this person may see."""
    may = [one for one in _WAT if request.actor.may(one[3], Verb.ZIEN)]
    kaarten = [
        Kaart(vraag, wat, url) for vraag, wat, naam, _ in may if (url := _address(request, naam))
    ]
    return render(request, "kansen/kansen.html", {"kaarten": kaarten})


def _address(request: LeaRequest, naam: str) -> str:
    """Return where it stands; '' for a figure of a gemeente in a werkruimte without a place."""
    slug = request.werkruimte.slug
    if naam == "segregatie":
        place = own_place(request)
        is_there = place is not None and place.kind is PlaceKind.GEMEENTE
        return reverse(naam, args=[slug, place.kind, place.code]) if place and is_there else ""
    try:
        return reverse(naam, args=[slug])
    except NoReverseMatch:
        return ""
