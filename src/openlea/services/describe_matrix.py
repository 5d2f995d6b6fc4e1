"""Describe for which kinds of places each indicator has figures, and why not elsewhere."""

from django.conf import settings

from openlea.catalogue.shelf import IndicatorFile, open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.place import PlaceKind
from openlea.policy.schrijfwijze import listing
from openlea.services.verklaring.matrix import Vak
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import open_figures
from openlea.storage.figures.telling import count_places
from openlea.storage.warehouse.warehouse import open_warehouse

NIVEAUS = (
    PlaceKind.SCHOOL,
    PlaceKind.PC4,
    PlaceKind.BESTUUR,
    PlaceKind.GEMEENTE,
    PlaceKind.SWV,
    PlaceKind.RMC,
    PlaceKind.PROVINCIE,
    PlaceKind.LAND,
)
"""Every kind of place, from near to far: the columns of the matrix."""
GEEN_GETAL = "De bron geeft op dit niveau geen enkel getal."


def describe_matrix(*, laag: str = LANDELIJK) -> tuple[Vak, ...]:
    """Return a cell for every indicator and every kind of place, in order."""
    shelf = open_shelf(find_roots(settings.CATALOGUE))
    counted = count_places(laag)
    waiting = _waiting(tuple(shelf.indicators.values()), laag)
    return tuple(
        _vak(entry, niveau, counted.get((entry.id, niveau), 0), waiting.get(entry.id, GEEN_GETAL))
        for entry in shelf.indicators.values()
        for niveau in NIVEAUS
    )


def _vak(entry: IndicatorFile, niveau: PlaceKind, cijfers: int, waarom: str) -> Vak:
    reden = "" if cijfers else entry.card.geen_niveau.get(niveau, waarom)
    return Vak(indicator=entry.id, niveau=niveau, cijfers=cijfers, reden=reden)


def _waiting(entries: tuple[IndicatorFile, ...], laag: str) -> dict[str, str]:
    """Return why indicators that were never computed have no figures yet."""
    made, warehouse = open_figures(laag).versions(), open_warehouse()
    found = {}
    for entry in entries:
        if entry.id in made:
            continue
        gone = [name for name in entry.needs if warehouse.current(name, laag) is None]
        found[entry.id] = f"Nog niet ingelezen: {listing(gone)}." if gone else "Nog niet berekend."
    return found
