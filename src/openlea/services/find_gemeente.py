"""Find the gemeente that a person means by a name or a code, today's for one that merged."""

from django.conf import settings

from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.plaatsnamen import read_plaatsnamen
from openlea.core.place import PlaceKey


def find_gemeente(text: str) -> PlaceKey:
    """Return the one gemeente; NotFound says which look like it when it's none or more."""
    namen = read_plaatsnamen(find_roots(settings.CATALOGUE))
    found = namen.find(text)
    if found is None:
        raise NotFound(namen.explain(text))
    return found
