"""Example charts of the style guide: every number and every place in them is made up."""

from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.band import Strook, band_chart
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.kaart import Stip, kaart_chart
from openlea.web.charts.staven import Maat, Staaf, staven_chart
from openlea.web.charts.trend import Breuk, Punt, Reeks, trend_chart

STAD = "Voorbeeldstad"
PERIODES = ("2017/18", "2018/19", "2019/20", "2020/21", "2021/22", "2022/23", "2023/24", "2024/25")


def exact(value: float) -> Bereik:
    """Return a number that is known."""
    return Bereik(value, value)


STROOK = Strook(
    naam="Naar een voorschool",
    eigen=exact(71.5),
    band=Bereik(58.2, 83),
    uitersten=Bereik(41.7, 94),
    midden=69.4,
)
STROKEN = (
    Strook(
        naam="Naar het speciaal onderwijs",
        eigen=exact(4.4),
        band=Bereik(2.1, 3.9),
        uitersten=Bereik(1.2, 5.3),
        midden=3,
    ),
    Strook(
        naam="Thuiszitters",
        eigen=Bereik(0.9, 2.4),
        band=Bereik(0.5, 1.5),
        uitersten=Bereik(0.1, 3.1),
        midden=0.9,
    ),
    Strook(
        naam="Met een ontheffing",
        eigen=None,
        band=Bereik(1.6, 2.8),
        midden=2.2,
        woord="niet bekend",
    ),
)
EIGEN = (62, 64.5, None, 66, 65.2, 70, 69, 71.5)
PUNTEN = tuple(
    Punt(
        periode=periode,
        bereik=Bereik(61, 67) if value is None else exact(value),
        band=Bereik(55 + n, 74 + n),
    )
    for n, (periode, value) in enumerate(zip(PERIODES, EIGEN, strict=True))
)
LAND = tuple(
    Punt(periode=periode, bereik=exact(67 + 0.8 * n)) for n, periode in enumerate(PERIODES)
)
VONK = [(punt.periode, punt.bereik) for punt in PUNTEN]
STAVEN = (
    Staaf(naam="Eerste Voorbeeldschool", bereik=exact(12.5)),
    Staaf(naam="Openbare Voorbeeldschool met een lange naam", bereik=Bereik(8, 15.4)),
    Staaf(naam="Kindcentrum Voorbeeld", bereik=Bereik(1, 4)),
    Staaf(naam="Deze school", bereik=exact(21.8), eigen=True),
    Staaf(naam="Nieuwe Voorbeeldschool", bereik=None, woord="niet bekend"),
)
BUREN = (
    ("Voorbeeldstad", ((5.1, 52.1), (5.22, 52.08), (5.3, 52.14), (5.25, 52.22), (5.13, 52.21))),
    ("Naast", ((5.3, 52.14), (5.22, 52.08), (5.24, 52.0), (5.5, 52.0), (5.5, 52.2), (5.25, 52.22))),
    ("Boven", ((5.13, 52.21), (5.25, 52.22), (5.5, 52.2), (5.5, 52.4), (5.0, 52.4), (4.9, 52.2))),
)
PLEKKEN = (
    (5.14, 52.12, exact(4), 120.0),
    (5.16, 52.17, exact(11), 310.0),
    (5.18, 52.14, exact(18), 240.0),
    (5.2, 52.19, exact(26), 180.0),
    (5.22, 52.12, exact(31), 410.0),
    (5.24, 52.16, exact(38), 95.0),
    (5.26, 52.14, None, 60.0),
    (5.17, 52.1, Bereik(4, 23), 45.0),
)


def gebieden() -> list[dict[str, Any]]:
    """Return the made-up municipalities as GeoJSON features."""
    return [
        {
            "type": "Feature",
            "properties": {"naam": naam, "eigen": naam == STAD},
            "geometry": {"type": "Polygon", "coordinates": [[*edge, edge[0]]]},
        }
        for naam, edge in BUREN
    ]


def example_charts() -> list[Grafiek]:
    """Return one chart of each kind, and one that has nothing to show."""
    stippen = [
        Stip(naam=f"Voorbeeldschool {n}", lon=lon, lat=lat, bereik=bereik, omvang=size)
        for n, (lon, lat, bereik, size) in enumerate(PLEKKEN, start=1)
    ]
    return [
        band_chart("strook", "Eén cijfer naast anderen (voorbeeld)", [STROOK], wie=STAD),
        band_chart("stroken", "Meer cijfers naast anderen (voorbeeld)", STROKEN, wie=STAD),
        trend_chart(
            "trend",
            "Peuters met een indicatie op een voorschool (voorbeeld)",
            [
                Reeks(naam=STAD, punten=PUNTEN, eigen=True),
                Reeks(naam="Nederland", punten=LAND),
            ],
            breuken=[Breuk(periode="2021/22", tekst="nieuwe telling")],
        ),
        staven_chart(
            "staven",
            "Leerlingen met ondersteuning, per school (voorbeeld)",
            STAVEN,
            maat=Maat(naam=STAD, waarde=11.2),
        ),
        kaart_chart(
            "kaart",
            "Leerlingen met ondersteuning, op de kaart (voorbeeld)",
            stippen,
            gebieden(),
            omvang="Leerlingen",
        ),
        staven_chart("leeg", "Een grafiek zonder cijfers (voorbeeld)", []),
    ]
