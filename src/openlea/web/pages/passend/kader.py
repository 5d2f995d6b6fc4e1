"""What the pages of passend onderwijs share: the way there, and the tabs."""

from collections.abc import Iterator

from django.urls import reverse

from openlea.core.onthulling import Bereik
from openlea.policy.cijfertekst import bereik_tekst
from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.find_tellingen import SEES
from openlea.web.route import LeaRequest

AFGESCHERMD = "afgeschermd"
REFUSED = 422


def crumbs(request: LeaRequest, naam: str, *way: tuple[str, str]) -> list[dict[str, str]]:
    """Return the way here; `way` are names with their addresses in between."""
    slug = request.werkruimte.slug
    begin = [{"naam": "0-23 jaar", "url": reverse("loopbaan", args=[slug])}]
    between = [{"naam": one, "url": url} for one, url in way]
    return [*begin, *between, {"naam": naam, "url": ""}]


def tabs(request: LeaRequest, here: str) -> list[dict[str, object]]:
    """Return the pages that this reader may see."""
    return [
        {
            "naam": naam,
            "url": reverse(route, args=[request.werkruimte.slug]),
            "actief": route == here,
        }
        for route, naam in _pages(request)
    ]


def words(bereik: Bereik | None, decimals: int = 0, eenheid: str = "") -> str:
    """Return a number or a range, or that it is hidden."""
    return bereik_tekst(bereik, decimals, eenheid) if bereik is not None else AFGESCHERMD


def _pages(request: LeaRequest) -> Iterator[tuple[str, str]]:
    if request.actor.scope(Noun.TELLING, Verb.ZIEN) in SEES:
        yield "passend", "Nodig en aanwezig"
        yield "passend_besluiten", "Besluiten en geld"
    if request.actor.scope(Noun.PROFIEL, Verb.ZIEN) is not Scope.NIETS:
        yield "profielen", "Wat scholen bieden"
        yield "schoolzoeker", "Zoek een school"
