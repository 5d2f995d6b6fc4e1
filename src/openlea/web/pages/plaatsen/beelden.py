"""The pictures of an outcome: bars by wish, and where children live who got their first wish."""

from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKey, PlaceKind
from openlea.services.plaats.nabij import points
from openlea.services.plaats.tabellen import WITHHELD
from openlea.storage.records.models import Werkruimte
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.kaart import Stip, kaart_chart
from openlea.web.charts.staven import Staaf, staven_chart
from openlea.web.pages.cijfers.grenzen import outlines
from openlea.web.pages.plaatsen.openbare_tabel import Rij, Telling

WOORDEN = {
    "wens 1": "Eerste wens",
    "wens 2 of 3": "Wens 2 of 3",
    "lagere wens": "Lagere wens",
    "tweede ronde": "Tweede ronde",
    "geen plek": "Geen plek",
}
FEW = 20
"""With so many dots each has its postcode beside it."""


def bars(whole: Telling) -> Grafiek:
    """Return the children by what they got."""
    row = whole.rijen[0]
    each = zip(whole.koppen, row.cellen, strict=True)
    staven = [
        Staaf(naam=WOORDEN.get(kop, kop), bereik=_exact(count), woord=WITHHELD)
        for kop, count in each
    ]
    return staven_chart(
        "wensen", "Wat kinderen kregen", staven, eenheid="kinderen", decimals=0, wat="Uitkomst"
    )


def home_map(homes: Telling, werkruimte: Werkruimte) -> Grafiek:
    """Return where children live, coloured by the share that got its first wish."""
    known = points()
    few = len(homes.rijen) <= FEW
    dots = [_dot(one, known[one.naam], few=few) for one in homes.rijen if one.naam in known]
    return kaart_chart(
        "kaart",
        "Kinderen met hun eerste wens, per postcodegebied",
        dots,
        outlines(_gemeenten(werkruimte), werkruimte.slug),
        wat="Postcode",
        omvang="Kinderen",
    )


def _dot(rij: Rij, where: tuple[float, float], *, few: bool) -> Stip:
    share = rij.share(0)
    return Stip(
        naam=rij.naam,
        lon=where[1],
        lat=where[0],
        bereik=None if share is None else Bereik(share, share),
        omvang=rij.totaal,
        bijschrift=rij.naam if few else "",
        woord=WITHHELD,
    )


def _exact(count: int | None) -> Bereik | None:
    return None if count is None else Bereik(count, count)


def _gemeenten(werkruimte: Werkruimte) -> frozenset[str]:
    """Return the gemeente of a werkruimte, whose outline is drawn; of a region none."""
    key = PlaceKey.parse(werkruimte.plaats) if werkruimte.plaats else None
    return frozenset({key.code} if key and key.kind is PlaceKind.GEMEENTE else ())
