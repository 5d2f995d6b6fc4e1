"""The gemeente that a start is for: one of today, with its name."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.plaatsen import read_gemeenten
from openlea.core.place import Place, PlaceKey


def gemeente_of_now(gemeente: PlaceKey) -> Place:
    """Return the gemeente of a code; NotFound when there is none of that code today."""
    found = _gemeenten(tuple(find_roots(settings.CATALOGUE))).get(gemeente)
    if found is None or found.valid_to is not None:
        raise NotFound(f"'{gemeente.code}' is geen gemeente van nu.")
    return found


@lru_cache(maxsize=4)
def _gemeenten(roots: tuple[Path, ...]) -> Mapping[PlaceKey, Place]:
    return {place.key: place for place in read_gemeenten(roots)}
