"""Find the municipalities most like one, and how their figures lie: bands, not league tables."""

from collections.abc import Mapping, Sequence

from django.conf import settings

from openlea.catalogue.vergelijkbaar import Kenmerk, read_vergelijkbaar
from openlea.core.catalogue import find_roots
from openlea.core.cijfer import Cijfer
from openlea.core.errors import NotFound
from openlea.core.plaatsen import read_gemeenten
from openlea.core.place import PlaceKey, PlaceKind
from openlea.engines.nearest import Near, nearest
from openlea.services.vergelijken.kenmerken import features_of, on_scale
from openlea.services.vergelijken.vergelijking import (
    Bandbreedte,
    Naaste,
    Overeenkomst,
    Vergelijking,
    bandwidth,
)
from openlea.storage.figures.laag import LANDELIJK
from openlea.storage.figures.store import FigureStore, open_figures
from openlea.storage.warehouse.warehouse import open_warehouse

TEN = 10
Features = Mapping[str, Mapping[str, float]]


def compare_gemeenten(
    gemeente: PlaceKey,
    *,
    laag: str = LANDELIJK,
    aantal: int = TEN,
    indicators: Sequence[str] | None = None,
) -> Vergelijking:
    """Return the nearest gemeenten with their distance per feature, and a band per indicator.

    Without `indicators` every one gets a band, with an empty tuple none does. NotFound for what is
    no gemeente of now.
    """
    roots = find_roots(settings.CATALOGUE)
    kenmerken = tuple(read_vergelijkbaar(roots).values())
    namen = {place.key.code: place.naam for place in read_gemeenten(roots) if not place.valid_to}
    if gemeente.kind is not PlaceKind.GEMEENTE or gemeente.code not in namen:
        raise NotFound(f"Er is geen gemeente met de code '{gemeente.code}'.")
    store = open_figures(laag)
    features = features_of(kenmerken, store, open_warehouse())
    own = tuple(features[one.id].get(gemeente.code) for one in kenmerken)
    naasten = _naasten(gemeente, kenmerken, features, namen, aantal)
    keys = [one.key for one in naasten]
    return Vergelijking(
        gemeente=gemeente,
        naam=namen[gemeente.code],
        kenmerken=kenmerken,
        eigen=own,
        ontbreekt=_missing(kenmerken, own),
        naasten=naasten,
        banden=() if indicators == () else _banden(gemeente, keys, store, indicators or ()),
    )


def _missing(kenmerken: Sequence[Kenmerk], values: Sequence[float | None]) -> tuple[str, ...]:
    """Return the titles of the features without a value."""
    pairs = zip(kenmerken, values, strict=True)
    return tuple(one.titel for one, value in pairs if value is None)


def _naasten(
    gemeente: PlaceKey,
    kenmerken: Sequence[Kenmerk],
    features: Features,
    namen: Mapping[str, str],
    aantal: int,
) -> tuple[Naaste, ...]:
    """Return the nearest gemeenten of now; of equals the lowest code goes first."""
    codes = sorted(namen)
    rows = [[on_scale(one, features[one.id].get(code)) for one in kenmerken] for code in codes]
    found = nearest(rows, [one.gewicht for one in kenmerken], codes.index(gemeente.code), aantal)
    return tuple(_naaste(near, codes[near.row], namen, kenmerken, features) for near in found)


def _naaste(
    near: Near,
    code: str,
    namen: Mapping[str, str],
    kenmerken: Sequence[Kenmerk],
    features: Features,
) -> Naaste:
    return Naaste(
        key=PlaceKey(PlaceKind.GEMEENTE, code),
        naam=namen[code],
        afstand=near.distance,
        kenmerken=tuple(
            Overeenkomst(kenmerk=one.id, waarde=features[one.id].get(code), deel=part)
            for one, part in zip(kenmerken, near.parts, strict=True)
        ),
        ontbreekt=_missing(kenmerken, near.parts),
    )


def _banden(
    gemeente: PlaceKey, others: Sequence[PlaceKey], store: FigureStore, indicators: Sequence[str]
) -> tuple[Bandbreedte, ...]:
    """Return per indicator the band of the newest period that most of them have."""
    found: dict[str, dict[str, dict[PlaceKey, Cijfer]]] = {}
    for each in store.of_places(indicators, [gemeente, *others]):
        found.setdefault(each.indicator, {}).setdefault(each.periode, {})[each.plaats] = each
    banden = []
    for indicator, periods in found.items():
        periode = max(periods, key=lambda name: (len(periods[name]) > len(others) / 2, name))
        figures = periods[periode]
        band = bandwidth(
            indicator, periode, figures.get(gemeente), [figures[k] for k in others if k in figures]
        )
        banden += [band] if band else []
    return tuple(banden)
