"""The duties on the shelf, as the verbs about tasks read them."""

from collections.abc import Mapping

from django.conf import settings

from openlea.catalogue.plichtenkast import open_plichten
from openlea.core.catalogue import find_roots
from openlea.core.plicht import Plicht


def plichten_here() -> Mapping[str, Plicht]:
    """Return every duty that holds in this installation, by id."""
    return open_plichten(find_roots(settings.CATALOGUE)).plichten


def plicht_of(naam: str) -> Plicht | None:
    """Return the duty with this id, or None when the shelf no longer has it."""
    return plichten_here().get(naam)
