"""The gemeenten of the own RMC-regio on a map, coloured by one figure."""

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.place import PlaceKey, PlaceKind
from openlea.storage.figures.store import FigureStore
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.vlakken import Vlak, vlakken_chart
from openlea.web.getal import missing, shown
from openlea.web.pages.cijfers.grenzen import outlines
from openlea.web.pages.verklaar.tabel import Tabel
from openlea.web.pages.verklaar.zicht import called


def region_map(
    slug: str, store: FigureStore, entry: IndicatorFile, eigen: PlaceKey | None, tabel: Tabel
) -> Grafiek | None:
    """Return the map; none without an own gemeente, a region, or figures of gemeenten."""
    if eigen is None or eigen.kind is not PlaceKind.GEMEENTE or tabel.niveau is not eigen.kind:
        return None
    regio = next((one for one in store.parents(eigen) if one.kind is PlaceKind.RMC), None)
    if regio is None or not tabel.cijfers:
        return None
    inside = store.places(PlaceKind.GEMEENTE, regio)
    shapes = outlines(frozenset(one.key.code for one in inside), slug)
    card, vlakken = entry.card, []
    for one in inside:
        cijfer = tabel.cijfers.get(one.key)
        getal = shown(cijfer, card) if cijfer else missing(card, one.key)
        merk = getal.merk.woord if getal.merk else ""
        vlakken.append(Vlak(naam=one.naam, bereik=getal.bereik, eigen=one.key == eigen, woord=merk))
    found = store.place(regio)
    naam = found.naam if found and found.naam != regio.code else called(regio)
    return vlakken_chart(
        "regio",
        f"{card.titel} in de gemeenten van {naam}",
        vlakken,
        shapes,
        eenheid=card.eenheid,
        decimals=card.decimalen,
    )
