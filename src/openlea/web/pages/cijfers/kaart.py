"""The map of schools: coloured by one figure, and as large as their pupils are many."""

from collections.abc import Mapping, Sequence

from openlea.core.cijfer import Cijfer
from openlea.core.indicator import Maat
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.cijfertekst import periode_tekst
from openlea.storage.figures.plaats import Plaats
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.kaart import Stip, kaart_chart
from openlea.web.getal import missing, shown
from openlea.web.pages.cijfers.grenzen import outlines
from openlea.web.pages.cijfers.stand import Stand

GEWOON = "schoolweging"
GROOTTE = "leerlingen_po"
NAAM = "kaart"
FEW = 8
"""So few dots have room for their names."""


def on_the_map(stand: Stand) -> tuple[tuple[str, str], ...]:
    """Return the indicators that schools have figures of, by title, to choose from."""
    return tuple(
        sorted(
            (
                (name, file.card.titel)
                for name, file in stand.kaarten.items()
                if PlaceKind.SCHOOL in file.card.niveaus and file.card.maat is not Maat.AANTAL
            ),
            key=lambda pair: pair[1],
        )
    )


def school_map(
    stand: Stand, plaatsen: Sequence[Plaats], cijfers: Sequence[Cijfer], indicator: str
) -> Grafiek:
    """Return the map; `cijfers` are of these schools, of the indicator and of their size."""
    card = stand.kaarten[indicator].card
    latest, sizes = _latest(cijfers, indicator), _latest(cijfers, GROOTTE)
    dots = [
        _dot(one, latest.get(one.key), sizes.get(one.key), stand, indicator, len(plaatsen) <= FEW)
        for one in plaatsen
        if one.lat is not None and one.lon is not None and (one.key in latest or one.key in sizes)
    ]
    own = {one.gemeente for one in plaatsen if one.gemeente} | _gemeente(stand)
    when = periode_tekst(max((one.periode for one in latest.values()), default=""))
    return kaart_chart(
        NAAM,
        f"{card.titel} per school, {when}" if when else f"{card.titel} per school",
        dots,
        outlines(frozenset(own), stand.slug),
        eenheid=card.eenheid,
        decimals=card.decimalen,
        omvang="Leerlingen (ten minste)" if sizes else "",
    )


def _gemeente(stand: Stand) -> set[str]:
    return {stand.key.code} if stand.key.kind is PlaceKind.GEMEENTE else set()


def _latest(cijfers: Sequence[Cijfer], indicator: str) -> Mapping[PlaceKey, Cijfer]:
    """Return per school its figure of the newest period that any school has."""
    found = [one for one in cijfers if one.indicator == indicator]
    newest = max((one.periode for one in found), default="")
    return {one.plaats: one for one in found if one.periode == newest}


def _dot(
    plaats: Plaats,
    cijfer: Cijfer | None,
    size: Cijfer | None,
    stand: Stand,
    indicator: str,
    named: bool,  # noqa: FBT001 - a name beside it or not
) -> Stip:
    card = stand.kaarten[indicator].card
    getal = shown(cijfer, card) if cijfer else missing(card, plaats.key)
    return Stip(
        naam=plaats.naam,
        lon=plaats.lon or 0.0,
        lat=plaats.lat or 0.0,
        bereik=getal.bereik,
        omvang=size.bereik.laag if size and size.bereik else None,
        bijschrift=plaats.naam if named else "",
        woord=getal.merk.woord if getal.merk and not getal.bereik else "geen cijfer",
    )
