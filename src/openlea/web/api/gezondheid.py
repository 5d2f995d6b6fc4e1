"""Whether the site answers, and with which figures: for who watches over it."""

from typing import Any

from django.conf import settings
from django.db import connection

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from openlea.policy.rechten import Noun, Verb
from openlea.storage.figures.store import open_figures
from openlea.web.api import vormen
from openlea.web.api.operatie import Operatie, as_it_is
from openlea.web.api.versie import VERSIE
from openlea.web.api.zicht import Vraag


def gezondheid(request: Vraag) -> dict[str, Any]:
    """Zeg of de site antwoordt; faalt de database, dan is het antwoord een probleem met 503."""
    request.koppen["Cache-Control"] = "no-store"
    connection.ensure_connection()
    shelf = open_shelf(find_roots(settings.CATALOGUE))
    moments = [one.moment for one in open_figures().versions().values()]
    return {
        "status": "goed",
        "versie": VERSIE,
        "indicatoren": len(shelf.indicators),
        "bronnen": len(shelf.sources),
        "cijfers_van": max(moments, default=None),
    }


OPERATIES = (
    Operatie(
        pad="gezondheid",
        naam="gezondheid",
        titel="Gezondheid",
        onderwerp="Beheer",
        lees=gezondheid,
        vorm=vormen.Gezondheid,
        plat=as_it_is,
        recht=(Noun.CIJFER, Verb.ZIEN),
        openbaar="Zegt alleen dat de site antwoordt.",
    ),
)
