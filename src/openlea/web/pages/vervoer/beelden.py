"""The map of transport: each home postcode with its closest school of the kind, and its pupils."""

from django.conf import settings

from openlea.core.onthulling import Bereik
from openlea.services.describe_vervoer import Vervoer
from openlea.storage.warehouse.warehouse import Warehouse
from openlea.storage.warehouse.woonplaatsen import places_of
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.kaart import Stip, kaart_chart
from openlea.web.pages.cijfers.grenzen import outlines

NAAM = "dichtbij"
MOST_NAMES = 8
"""More postcodes than this have no room for their numbers."""


def draw_vervoer(vervoer: Vervoer, soort: str, gemeente: str, laag: str) -> Grafiek:
    """Return the map of one kind of school."""
    spots = places_of(Warehouse(settings.WAREHOUSE, settings.BUNDLE), laag).postcodes
    homes = per_home(vervoer, soort)
    dots = [
        Stip(
            naam=f"{pc4}, {school}" if school else pc4,
            lat=spots[pc4][0],
            lon=spots[pc4][1],
            bereik=None if km is None else Bereik(km, km),
            omvang=float(low),
            bijschrift=pc4 if len(homes) <= MOST_NAMES else "",
        )
        for pc4, school, km, low in homes
        if pc4 in spots
    ]
    return kaart_chart(
        NAAM,
        f"Afstand van huis tot de dichtstbijzijnde school voor {soort}",
        dots,
        outlines(frozenset({gemeente}), laag),
        eenheid="km",
        decimals=1,
        wat="Postcode en school",
        omvang="Leerlingen (ten minste)",
    )


def per_home(vervoer: Vervoer, soort: str) -> list[tuple[str, str | None, float | None, int]]:
    """Return per home postcode the closest school, how far it is, and the fewest pupils."""
    found: dict[str, tuple[str, str | None, float | None, int]] = {}
    for row in vervoer.stromen.iter_rows(named=True):
        if row["soort"] == soort and row["pc4"] is not None:
            before = found[row["pc4"]][3] if row["pc4"] in found else 0
            named = row["dichtstbij_naam"] or row["dichtstbij"]
            found[row["pc4"]] = (row["pc4"], named, row["dichtstbij_km"], before + row["laag"])
    return sorted(found.values())
