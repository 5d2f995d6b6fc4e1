"""What the pages of the forecast share: the way back, the tabs, and the kept forecast."""

from typing import Any

from django.urls import reverse

from openlea.policy.rechten import Noun, Scope, Verb
from openlea.services.find_prognoses import find_prognoses
from openlea.storage.records.models import Prognoserun
from openlea.web.pages.verklaar.zicht import read_shelf
from openlea.web.route import LeaRequest

BLADEN = (
    ("prognose", "Leerlingen"),
    ("bouwplannen", "Bouwplannen"),
    ("prognose_vergelijk", "Vergelijken"),
)


def newest(request: LeaRequest) -> Prognoserun | None:
    """Return the newest kept forecast, None when there is none yet."""
    return next(iter(find_prognoses(request.actor)), None)


def source_name(bron: str) -> str:
    """Return the title and publisher of a source by its id; what isn't one stays as it is."""
    found = read_shelf().sources.get(bron)
    return f"{found.bron.titel} ({found.bron.uitgever})" if found else bron


def frame(request: LeaRequest, here: str, titel: str) -> dict[str, Any]:
    """Return the way back, the tabs, and whether this person may compute one."""
    slug = request.werkruimte.slug
    crumbs = [{"naam": "Vooruitkijken", "url": reverse("vooruit", args=[slug])}]
    if here != "prognose":
        crumbs.append({"naam": "Prognose", "url": reverse("prognose", args=[slug])})
    return {
        "titel": titel,
        "kruimels": [*crumbs, {"naam": "Prognose" if here == "prognose" else titel, "url": ""}],
        "tabs": [
            {"naam": naam, "url": reverse(route, args=[slug]), "actief": route == here}
            for route, naam in BLADEN
        ],
        "mag_rekenen": request.actor.scope(Noun.PROGNOSE, Verb.MAKEN) is Scope.ALLES,
    }
