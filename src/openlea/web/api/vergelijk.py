"""A gemeente beside the ten that are most like it: why these, and how its figures lie."""

from typing import Any

from django.conf import settings

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.place import PlaceKind
from openlea.policy.cijferzicht import shows_figures
from openlea.policy.rechten import Scope
from openlea.services.compare_gemeenten import compare_gemeenten
from openlea.services.vergelijken.vergelijking import Vergelijking
from openlea.web.api import vormen
from openlea.web.api.operatie import Operatie
from openlea.web.api.plaatsen import place_key
from openlea.web.api.zicht import CIJFER_ZIEN, Vraag, sight_on_figures


def vergelijk(
    request: Vraag,
    gemeente: vormen.Code,
    indicator: vormen.Id | None = None,
    werkruimte: vormen.Adres | None = None,
) -> Vergelijking:
    """Geef de tien gemeenten die het meest lijken, waarin, en de band van elk cijfer."""
    zicht = sight_on_figures(request, werkruimte)
    seen = _seen(zicht.scope)
    if indicator is not None and indicator not in seen:
        raise NotFound(f"Er is geen indicator '{indicator}'.")
    asked = seen if indicator is None else [indicator]
    key = place_key(PlaceKind.GEMEENTE, gemeente)
    return compare_gemeenten(key, laag=zicht.laag, indicators=asked)


def _seen(scope: Scope) -> list[str]:
    """Return the indicators whose figures a scope reaches."""
    shelf = open_shelf(find_roots(settings.CATALOGUE))
    return [
        name
        for name, entry in shelf.indicators.items()
        if shows_figures(scope, (shelf.sources[need].bron.klasse for need in entry.needs))
    ]


def plain(found: Vergelijking) -> dict[str, Any]:
    """Return a comparison as it's handed out."""
    return found.as_plain()


OPERATIES = (
    Operatie(
        pad="vergelijk/{gemeente}",
        naam="vergelijk",
        titel="Vergelijkbare gemeenten",
        onderwerp="Cijfers",
        lees=vergelijk,
        vorm=vormen.Vergelijking,
        plat=plain,
        recht=CIJFER_ZIEN,
        openbaar="Wie op wie lijkt, volgt uit openbare cijfers.",
        voorbeeld={"gemeente": "GM0402"},
    ),
)
