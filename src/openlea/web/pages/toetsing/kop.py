"""What stands above every page of the self-assessment: its three parts, and the year."""

from typing import Any

from django.urls import reverse
from django.utils import timezone

from openlea.policy.rechten import Noun, Verb
from openlea.policy.toezicht import reads_toezicht
from openlea.storage.records.toetsing import own_soort
from openlea.web.route import LeaRequest

EERSTE_JAAR = 2020
PARTS = (
    ("Vragen van het toezicht", "toezicht"),
    ("Programma van eisen", "eisen"),
    ("Het overleg van dit jaar", "lea_toets"),
)


def year_of(request: LeaRequest) -> int:
    """Return the calendar year that is asked for; this year when none, or none that can be."""
    asked, today = request.GET.get("jaar", ""), timezone.localdate()
    jaar = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == len("2020") else 0
    return jaar if EERSTE_JAAR <= jaar <= today.year + 1 else today.year


def may_read_toezicht(request: LeaRequest) -> bool:
    """Return whether the answers of the municipality are for this person."""
    return reads_toezicht(request.actor.scope(Noun.TOETS, Verb.ZIEN), own_soort(request.actor))


def head_of(request: LeaRequest, here: str, jaar: int, *, with_toezicht: bool) -> dict[str, Any]:
    """Return the parts as tabs and the years around this one, for the head of a page."""
    slug = request.werkruimte.slug
    parts = PARTS if with_toezicht else PARTS[1:]
    return {
        "jaar": jaar,
        "jaar_vraag": f"?jaar={jaar}",
        "onderdelen": [
            {
                "naam": naam,
                "url": f"{reverse(name, args=[slug])}?jaar={jaar}",
                "actief": name == here,
            }
            for naam, name in parts
        ],
        "jaren": [_year(request, year, jaar) for year in _around(jaar)],
    }


def _around(jaar: int) -> range:
    last = timezone.localdate().year
    first = max(EERSTE_JAAR, min(jaar, last) - 2)
    return range(first, max(last, jaar) + 1)


def _year(request: LeaRequest, year: int, here: int) -> dict[str, Any]:
    kept = request.GET.copy()
    kept["jaar"] = str(year)
    return {"naam": str(year), "url": f"?{kept.urlencode()}", "actief": year == here}
