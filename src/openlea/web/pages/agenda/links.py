"""Where one can go from the agenda: its views as tabs, and the pages that stand today."""

from typing import Any

from django.urls import NoReverseMatch, reverse

VIEWS = (
    ("Boom", "agenda"),
    ("Tijdlijn", "tijdlijn"),
    ("Wie doet wat", "matrix"),
    ("Netwerk", "netwerk"),
    ("Rooster", "rooster"),
)


def address(name: str, *parts: str) -> str:
    """Return the address of a page, or nothing when that page does not stand yet."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""


def agenda_tabs(slug: str, here: str) -> list[dict[str, Any]]:
    """Return the views of the agenda as tabs, with the one that is shown."""
    return [
        {"naam": naam, "url": url, "actief": name == here}
        for naam, name in VIEWS
        if (url := address(name, slug))
    ]
