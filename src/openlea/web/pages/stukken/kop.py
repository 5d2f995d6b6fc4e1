"""What the pages of one meeting share: where they are, and the way from one to the other."""

from collections.abc import Iterator
from typing import Any

from django.urls import NoReverseMatch, reverse

from openlea.policy.rechten import Actor, Noun, Verb
from openlea.storage.records.models import Vergadering
from openlea.storage.records.scope_overleg import attended_within
from openlea.web.context import Link
from openlea.web.route import LeaRequest

_BLADEN = (
    ("Agenda", "vergadering", Noun.OVERLEG),
    ("Dossier", "dossier", Noun.OVERLEG),
    ("Verslag", "verslag", Noun.NOTULEN),
    ("Besluiten", "besluitenlijst", Noun.BESLUIT),
    ("Per partij", "partijlijst", Noun.NOTULEN),
)


def head_of(request: LeaRequest, naam: str, nummer: int, titel: str) -> dict[str, Any]:
    """Return the crumbs, the row of pages of this meeting, and the addresses of its files."""
    slug = request.werkruimte.slug
    crumbs = [{"naam": "Overleg", "url": _address("overleg", slug)}]
    crumbs.append({"naam": titel, "url": _address("vergadering", slug, nummer)})
    label = next(each for each, route, _ in _BLADEN if route == naam)
    return {
        "kruimels": [*crumbs, {"naam": label}],
        "bladen": list(_pages(request, naam, nummer)),
        "nummer": nummer,
        "ziet_sjablonen": request.actor.may(Noun.SJABLOON, Verb.ZIEN),
    }


def _pages(request: LeaRequest, naam: str, nummer: int) -> Iterator[Link]:
    for label, route, noun in _BLADEN:
        address = _address(route, request.werkruimte.slug, nummer)
        if not address or not request.actor.may(noun, Verb.ZIEN):
            continue
        # The minutes are for who was asked to the meeting; to others no tab promises them.
        if route != "verslag" or route == naam or _attended(request.actor, nummer):
            yield Link(label, address, route == naam)


def _attended(actor: Actor, nummer: int) -> bool:
    this = Vergadering.objects.of(actor.werkruimte).filter(pk=nummer)
    return attended_within(this, actor.scope(Noun.NOTULEN, Verb.ZIEN), actor).exists()


def _address(route: str, *args: object) -> str:
    """Return the address of a page; nothing while nobody made it."""
    try:
        return reverse(route, args=args)
    except NoReverseMatch:
        return ""
