"""What stands in the room that looks ahead: a question, what one gets, and for whom it opens."""

from collections.abc import Iterator

from django.urls import NoReverseMatch, reverse

from openlea.policy.rechten import Noun, Verb
from openlea.web.pages.loopbaan.tegels import Tegel
from openlea.web.route import LeaRequest

_WAT: tuple[tuple[str, str, str, Noun], ...] = (
    (
        "Hoeveel leerlingen komen er?",
        "Leerlingprognose: per school en voor de gemeente, met hoe zeker dat is.",
        "prognose",
        Noun.PROGNOSE,
    ),
    (
        "Passen de scholen in hun gebouwen?",
        "Huisvesting: ruimte die er is en die nodig is, aanvragen en projecten.",
        "huisvesting",
        Noun.HUISVESTING,
    ),
    (
        "Wie reist ver naar school?",
        "Leerlingenvervoer: van thuis naar school, en wat een andere grens doet.",
        "vervoer",
        Noun.CIJFER,
    ),
    (
        "Wat kost het, en wat levert het op?",
        "Businesscases: wie betaalt, wie wint, en vanaf wanneer.",
        "businesscases",
        Noun.BUSINESSCASE,
    ),
    (
        "Is er hulp waar die nodig is?",
        "Aanbod in en om de school, naast wat leerlingen nodig hebben.",
        "aanbod",
        Noun.AANBOD,
    ),
)


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
