"""Find a duty by its id; what isn't one is refused with the ids that look like it."""

from difflib import get_close_matches

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.plaatsspelling import fold
from openlea.core.plicht import Plicht
from openlea.policy.schrijfwijze import listing

ALIKE = 0.6
MOST = 4


def find_plicht(text: str) -> Plicht:
    """Return the duty with this id, in capitals or not; NotFound names what is close."""
    plichten = open_plichten(find_roots(settings.CATALOGUE)).plichten
    by_name = {fold(naam): plicht for naam, plicht in plichten.items()}
    found = by_name.get(fold(text))
    if found is not None:
        return found
    close = get_close_matches(fold(text), by_name, n=MOST, cutoff=ALIKE)
    hint = f" Lijkt erop: {listing([by_name[naam].id for naam in close])}." if close else ""
    raise NotFound(f"Er is geen taak '{text[:40]}' in de wet zoals die hier staat.{hint}")
