"""Which indicators somebody may look at, and how their places are called."""

from collections.abc import Mapping

from django.conf import settings

from openlea.catalogue.shelf import IndicatorFile, Shelf, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, NotFound
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.cijferzicht import shows_figures, shows_own
from openlea.policy.rechten import Noun, Verb
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import FigureStore, open_figures
from openlea.web.route import LeaRequest

NEDERLAND = PlaceKey(PlaceKind.LAND, "NL")


def read_shelf() -> Shelf:
    """Return every source and indicator, a municipality's own ones too."""
    return open_shelf(find_roots(settings.CATALOGUE))


def seen_figures(request: LeaRequest) -> FigureStore:
    """Return the figures as the actor may see them: own tables stay within the werkruimte."""
    own = shows_own(request.actor.scope(Noun.CIJFER, Verb.ZIEN))
    return open_figures(request.werkruimte.slug if own else LANDELIJK)


def seen_indicators(request: LeaRequest, shelf: Shelf) -> Mapping[str, IndicatorFile]:
    """Return the indicators whose figures the actor may see, by id."""
    return {
        name: entry
        for name, entry in shelf.indicators.items()
        if shows_figures(request.scope, (shelf.sources[one].bron.klasse for one in entry.needs))
    }


def seen_indicator(request: LeaRequest, shelf: Shelf, indicator: str) -> IndicatorFile:
    """Return an indicator; what isn't seen is not found, like what isn't there."""
    found = seen_indicators(request, shelf).get(indicator)
    if found is None:
        raise NotFound(f"Er is geen indicator '{indicator}'.")
    return found


def own_place(request: LeaRequest) -> PlaceKey | None:
    """Return the place that the werkruimte is about; None when it's about no place."""
    try:
        return PlaceKey.parse(request.werkruimte.plaats)
    except BadInput:
        return None


def name_of(store: FigureStore, key: PlaceKey) -> str:
    """Return what a place is called; without a name its kind and its code."""
    if key == NEDERLAND:
        return "Nederland"
    found = store.place(key)
    if found and found.naam != key.code:
        return found.naam
    return called(key)


def called(key: PlaceKey) -> str:
    """Return what a place without a name is called."""
    short = {PlaceKind.PC4: "Postcode", PlaceKind.SWV: "Samenwerkingsverband"}
    return f"{short.get(key.kind, key.kind.label)} {key.code}"
