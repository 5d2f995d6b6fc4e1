"""Find an indicator by its id; what isn't one is refused with the ids that look like it."""

from difflib import get_close_matches

from django.conf import settings

from openlea.catalogue.shelf import IndicatorFile, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.policy.schrijfwijze import listing

ALIKE = 0.4
MOST = 4


def find_indicator(text: str) -> IndicatorFile:
    """Return the indicator with this id, however it's written; NotFound names what is close."""
    shelf = open_shelf(find_roots(settings.CATALOGUE)).indicators
    name = text.strip().lower().replace("-", "_").replace(" ", "_")
    if name in shelf:
        return shelf[name]
    whole = [each for each in shelf if name and name in each]
    close = [*whole, *get_close_matches(name, shelf, n=MOST, cutoff=ALIKE)]
    nearby = list(dict.fromkeys(close))[:MOST]
    hint = f" Lijkt erop: {listing(nearby)}." if nearby else ""
    raise NotFound(f"Er is geen indicator '{text}'.{hint}")
