"""The rungs of the escalatieladder that hold in this installation."""

from collections.abc import Mapping

from django.conf import settings

from openlea.catalogue.ladderkast import open_treden
from openlea.core.catalogue import find_roots
from openlea.core.escalatieladder import Trede


def treden() -> Mapping[str, Trede]:
    """Return the rungs by id, from below."""
    return open_treden(find_roots(settings.CATALOGUE))
