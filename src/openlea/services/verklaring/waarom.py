"""Why a place has no number: there is none of its kind, nobody reckoned, or no source says it."""

from openlea.catalogue.shelf import IndicatorFile, Shelf
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.schrijfwijze import listing
from openlea.storage.figures.store import FigureStore
from openlea.storage.warehouse.warehouse import open_warehouse

POSTCODES, GETELD, MET_POSTCODE = (
    "duo_leerlingen_po_postcode",
    "leerlingen_bo",
    "leerlingen_van_elders",
)
"""A gemeente with figures of the second but not the third has no file of postcodes."""


def why_none(
    entry: IndicatorFile, plaats: PlaceKey, naam: str, store: FigureStore, shelf: Shelf
) -> str:
    """Return in one sentence why an indicator has no number for a place."""
    reden = entry.card.geen_niveau.get(plaats.kind)
    if reden:
        return reden
    if entry.id not in store.versions():
        return _not_reckoned(entry)
    return _not_in_source(entry, plaats, naam, store) or _silent(entry, naam, shelf)


def _not_reckoned(entry: IndicatorFile) -> str:
    gone = [name for name in entry.needs if open_warehouse().current(name) is None]
    return f"Nog niet berekend: laad eerst {listing(gone)}." if gone else "Nog niet berekend."


def _not_in_source(entry: IndicatorFile, plaats: PlaceKey, naam: str, store: FigureStore) -> str:
    if POSTCODES in entry.needs and plaats.kind is PlaceKind.GEMEENTE:
        have = {one.indicator for one in store.of_place(plaats, [GETELD, MET_POSTCODE])}
        if have == {GETELD}:
            return (
                f"Het postcodebestand van {naam} ontbreekt bij DUO. Daarom is niet bekend waar "
                "leerlingen wonen."
            )
    if any(name.startswith("duo_") and name.endswith("_vo") for name in entry.needs):
        return f"De bron kent geen school voor voortgezet onderwijs in {naam}."
    if any(name.startswith("cbs_kerncijfers") for name in entry.needs):
        return (
            f"Het CBS geeft over {naam} geen getal, of de gemeente is na die telling samengevoegd."
        )
    return ""


def _silent(entry: IndicatorFile, naam: str, shelf: Shelf) -> str:
    titels = [f"'{shelf.sources[name].bron.titel}'" for name in entry.needs]
    return f"In {listing(titels)} staat niets over {naam}."
