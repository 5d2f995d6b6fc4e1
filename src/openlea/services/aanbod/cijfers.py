"""The figures of the whole gemeente that help is read beside: jeugdzorg and low income."""

from django.conf import settings

from openlea.catalogue.shelf import open_shelf
from openlea.core.catalogue import find_roots
from openlea.core.place import PlaceKey, PlaceKind
from openlea.services.aanbod.uitkomst import Gemeentecijfer
from openlea.storage.figures.store import open_figures

GEVRAAGD = ("jongeren_met_jeugdzorg", "huishoudens_laag_inkomen", "huishoudens_sociaal_minimum")


def figures_of(gemeente: str) -> tuple[Gemeentecijfer, ...]:
    """Return the newest national figure of each, without a number where none was computed."""
    if not gemeente:
        return ()
    cards = open_shelf(find_roots(settings.CATALOGUE)).indicators
    key = PlaceKey.of(PlaceKind.GEMEENTE, gemeente)
    # In order of period, so that the newest of an indicator stays.
    newest = {one.indicator: one for one in open_figures().of_place(key, GEVRAAGD)}
    found = []
    for name in GEVRAAGD:
        if name in cards:
            card, figure = cards[name].card, newest.get(name)
            found.append(
                Gemeentecijfer(
                    titel=card.titel,
                    eenheid=card.eenheid,
                    periode=figure.periode if figure else "",
                    bereik=figure.bereik if figure else None,
                    bron=card.bron_definitie,
                )
            )
    return tuple(found)
