"""Where one can go from the agenda: its views as tabs, and the pages that stand today."""

from typing import Any

from django.urls import NoReverseMatch, reverse

from openlea.policy.rechten import Actor, Noun, Verb

VIEWS = (
    ("Boom", "agenda", Noun.AGENDA, Verb.ZIEN),
    ("Tijdlijn", "tijdlijn", Noun.AGENDA, Verb.ZIEN),
    ("Wie doet wat", "matrix", Noun.AGENDA, Verb.ZIEN),
    ("Netwerk", "netwerk", Noun.NETWERK, Verb.ZIEN),
    ("Rooster", "rooster", Noun.ACTIE, Verb.WIJZIGEN),
)
"""The views, each with the right that its page asks: no tab leads to a refusal."""


def address(name: str, *parts: str) -> str:
    """Return the address of a page, or nothing when that page does not stand yet."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""


def agenda_tabs(slug: str, here: str, actor: Actor) -> list[dict[str, Any]]:
    """Return the views that the actor may open as tabs, with the one that is shown."""
    return [
        {"naam": naam, "url": url, "actief": name == here}
        for naam, name, noun, verb in VIEWS
        if actor.may(noun, verb) and (url := address(name, slug))
    ]
