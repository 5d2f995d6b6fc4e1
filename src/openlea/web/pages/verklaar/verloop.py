"""How a figure moved over the periods, with a mark where it was counted in another way."""

import re
from collections.abc import Sequence

from openlea.catalogue.shelf import IndicatorFile
from openlea.core.cijfer import Cijfer
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.trend import Breuk, Punt, Reeks, trend_chart
from openlea.web.getal import mark_of
from openlea.web.pages.verklaar.omgeving import Omgeving

FEWEST = 2
ANDERS = "anders geteld"


def trend_of(
    entry: IndicatorFile, naam: str, reeks: Sequence[Cijfer], omgeving: Omgeving
) -> Grafiek | None:
    """Return the line of a place; None when fewer than two periods have a number."""
    if sum(one.bereik is not None for one in reeks) < FEWEST:
        return None
    card = entry.card
    # The band of others and the words of a break would stand in each other's place.
    others = None if card.breuken else omgeving
    periods = [one.periode for one in reeks]
    return trend_chart(
        "verloop",
        f"{card.titel} in {naam} door de tijd",
        [Reeks(naam=naam, punten=tuple(_point(one, others) for one in reeks), eigen=True)],
        eenheid=card.eenheid,
        decimals=card.decimalen,
        breuken=[
            Breuk(periode=short(each.vanaf), tekst=ANDERS)
            for each in card.breuken
            if each.vanaf in periods[1:]
        ],
    )


def short(periode: str) -> str:
    """Return a period fit for an axis: of a day of counting only its year."""
    return periode[:4] if re.fullmatch(r"\d{4}-\d\d-\d\d", periode) else periode


def _point(cijfer: Cijfer, omgeving: Omgeving | None) -> Punt:
    band = omgeving.band(cijfer.periode) if omgeving else None
    merk = mark_of(cijfer)
    return Punt(
        periode=short(cijfer.periode),
        bereik=cijfer.bereik,
        band=band.midden if band else None,
        woord=merk.woord if merk else "",
    )
