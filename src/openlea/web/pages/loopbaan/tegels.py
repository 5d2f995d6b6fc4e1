"""What stands in the room 0-23 jaar: a question, what one gets, and for whom it opens."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse

from openlea.policy.rechten import Noun, Verb
from openlea.web.route import LeaRequest


@dataclass(frozen=True, slots=True)
class Tegel:
    """One thing to look at: its question, what one gets, and where it stands."""

    vraag: str
    wat: str
    url: str


_WAT: tuple[tuple[str, str, str, Noun], ...] = (
    (
        "Komen de peuters die dat nodig hebben?",
        "Voorschool: wie komt, wie niet en waarom, uren, groepen en geld.",
        "voorschool",
        Noun.VOORSCHOOL,
    ),
    (
        "Gaat iedereen naar school?",
        "Leerplicht: verzuim, thuiszitters, vrijstellingen en het verslag aan de raad.",
        "leerplicht",
        Noun.TELLING,
    ),
    (
        "Is er voor ieder kind een passende plek?",
        "Passend onderwijs: wat nodig is naast wat er is, per gebied.",
        "passend",
        Noun.TELLING,
    ),
    (
        "Hoe gaat het bij elke overgang?",
        "Van voorschool tot werk: hoeveel goed overgaan, en wat niemand weet.",
        "overgangen",
        Noun.TELLING,
    ),
    (
        "Wie zit vast, en wat is de volgende stap?",
        "Doorbraakaanpak: casussen waar je zelf aan tafel zit.",
        "casussen",
        Noun.CASUS,
    ),
    (
        "Welke school kan wat mijn kind nodig heeft?",
        "Voor ouders: zoek een school bij je postcode.",
        "schoolzoeker",
        Noun.PROFIEL,
    ),
    (
        "Mijn kind zit thuis, wat nu?",
        "Voor ouders en jongeren: de stappen, en je rechten.",
        "thuiszitten",
        Noun.AGENDA,
    ),
)
"""The figures of registrations are for who works along; the last two are for everybody."""


def tegels(request: LeaRequest) -> Iterator[Tegel]:
    """Yield what this person may open and what stands already."""
    for vraag, wat, naam, noun in _WAT:
        if request.actor.may(noun, Verb.ZIEN) and (url := _address(request, naam)):
            yield Tegel(vraag, wat, url)


def _address(request: LeaRequest, naam: str) -> str:
    try:
        return reverse(naam, args=[request.werkruimte.slug])
    except NoReverseMatch:
        return ""
