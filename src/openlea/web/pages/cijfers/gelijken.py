"""Finds the municipalities that a municipality is compared with; the same are found once."""

from collections.abc import Sequence
from functools import lru_cache

from django.conf import settings

from openlea.core.catalogue import find_roots
from openlea.core.errors import NotFound
from openlea.core.place import PlaceKey
from openlea.services.compare_gemeenten import compare_gemeenten
from openlea.services.vergelijken.vergelijking import Vergelijking
from openlea.storage.figures.store import FigureStore
from openlea.storage.warehouse.warehouse import open_warehouse

TABEL = "cbs_kerncijfers_gemeente"
SHELF = "samenwerking/vergelijkbaar.toml"
KEPT = 512


def comparable(key: PlaceKey, laag: str, store: FigureStore) -> Sequence[PlaceKey]:
    """Return the comparable municipalities, nearest first; none when nobody can say."""
    found = comparison(key, laag, store)
    return tuple(one.key for one in found.naasten) if found else ()


def comparison(key: PlaceKey, laag: str, store: FigureStore) -> Vergelijking | None:
    """Return which municipalities are nearest and why; None for what is no gemeente of now."""
    return _found(key, laag, _made_of(store))


@lru_cache(maxsize=KEPT)
def _found(key: PlaceKey, laag: str, _made: int) -> Vergelijking | None:
    try:
        found = compare_gemeenten(key, laag=laag, indicators=())
    except NotFound:
        return None
    return found if any(one is not None for one in found.eigen) else None


def _made_of(store: FigureStore) -> int:
    """Return a mark of all it rests on: it changes when figures, a table or the list changed."""
    made = {(name, one.versies, one.vingerafdruk) for name, one in store.versions().items()}
    table = open_warehouse().current(TABEL)
    files = [root / SHELF for root in find_roots(settings.CATALOGUE)]
    lists = [(str(file), file.stat().st_mtime_ns) for file in files if file.exists()]
    return hash((frozenset(made), table.versie if table else None, tuple(lists)))
