"""A map: schools or postcodes as dots over the outlines of municipalities.

The classes go from light to dark in one hue. Who has no figure has a mark of another shape, and a
word. A table that says the same stands beside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Cel, Grafiek, Kolom, number_column
from openlea.web.charts.getallen import GEEN_CIJFER, range_words, span
from openlea.web.charts.kaart_vlak import Uitsnede, cut, view_of
from openlea.web.charts.klassen import NARROWED, class_of, classes_of
from openlea.web.charts.palet import ACCENT, CONFIG, GRIJS, INKT, LIJN, PAPIER, REEKS
from openlea.web.charts.palet import house_style as styled

VLAK, VLAK_EIGEN = "#f4f6f8", "#ffffff"
SIZE = {"expr": "width < 480 ? 70 : 110"}
LARGEST = {"expr": "width < 480 ? 320 : 700"}
"""The area of a dot in square pixels: alike, or up to the largest by `omvang`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stip:
    """A dot at a place in degrees; `omvang` makes it larger, a `bijschrift` stands beside it."""

    naam: str
    lon: float
    lat: float
    bereik: Bereik | None
    omvang: float | None = None
    bijschrift: str = ""
    woord: str = GEEN_CIJFER


def kaart_chart(
    naam: str,
    titel: str,
    stippen: Sequence[Stip],
    gebieden: Sequence[Mapping[str, Any]],
    *,
    eenheid: str = "%",
    decimals: int = 0,
    wat: str = "School",
    omvang: str = "",
) -> Grafiek:
    """Return the map; without any dot it says so in words.

    `gebieden` are GeoJSON features in degrees with `properties` naam and eigen (ours or not);
    `omvang` heads the sizes in the table, when there are any.
    """
    whole = span([stip.bereik for stip in stippen if stip.bereik])
    sizes = (number_column(omvang, "", 0),) if omvang else ()
    ends = (number_column(end, eenheid, decimals) for end in ("Laagste", "Hoogste"))
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(stippen, whole, eenheid, decimals, wat),
        kolommen=(Kolom(wat), *ends, *sizes, Kolom("Opmerking")),
        rijen=tuple(_table_row(stip, bool(omvang)) for stip in stippen),
        spec=_spec(stippen, gebieden, whole, eenheid, decimals) if stippen else None,
        leeg="Er is hier niets om op de kaart te zetten.",
    )


def _table_row(stip: Stip, sized: bool) -> tuple[Cel, ...]:  # noqa: FBT001 - a column or not
    ends = (stip.bereik.laag, stip.bereik.hoog) if stip.bereik else (None, None)
    return (
        stip.naam,
        *ends,
        *((stip.omvang,) if sized else ()),
        "" if stip.bereik else stip.woord,
    )


def _sentence(
    stippen: Sequence[Stip], whole: Bereik | None, eenheid: str, decimals: int, wat: str
) -> str:
    without = sum(stip.bereik is None for stip in stippen)
    told = f"Kaart met {len(stippen)} plekken ({wat.lower()})"
    if whole is None:
        return f"{told}, alle zonder cijfer."
    rest = f"; {without} zonder cijfer" if without else ""
    return f"{told}: van {range_words(whole, eenheid, decimals).replace('–', ' tot ')}{rest}."


def _spec(
    stippen: Sequence[Stip],
    gebieden: Sequence[Mapping[str, Any]],
    whole: Bereik | None,
    eenheid: str,
    decimals: int,
) -> dict[str, Any]:
    grenzen = classes_of(whole, eenheid, decimals) if whole else ()
    names = [grens.naam for grens in grenzen]
    rows = [
        {
            "naam": stip.naam,
            "lon": round(stip.lon, 5),
            "lat": round(stip.lat, 5),
            "klasse": class_of(stip.bereik, grenzen, stip.woord),
            "omvang": stip.omvang if stip.omvang is not None else 1,
            "bijschrift": stip.bijschrift,
            "woord": range_words(stip.bereik, eenheid, decimals, stip.woord),
        }
        for stip in stippen
    ]
    uitsnede = view_of([(stip.lon, stip.lat) for stip in stippen], gebieden)
    others = sorted({str(row["klasse"]) for row in rows} - set(names))
    return styled(
        height=10,
        padding=0,
        config=_config(3),
        projection=uitsnede.projection(),
        layer=[*_land(gebieden, uitsnede), *_dots(rows, names, others)],
        usermeta={"verhouding": round(uitsnede.verhouding, 4), "smal": {"config": _config(2)}},
    )


def _config(columns: int) -> dict[str, Any]:
    """Return the house style with a legend of so many columns."""
    return {**CONFIG, "legend": {**CONFIG["legend"], "columns": columns}}


def _dots(
    rows: Sequence[dict[str, Any]], names: Sequence[str], others: Sequence[str]
) -> list[dict[str, Any]]:
    """Return the dots with their legend, and the words beside them."""
    place: dict[str, Any] = {
        "longitude": {"field": "lon", "type": "quantitative"},
        "latitude": {"field": "lat", "type": "quantitative"},
    }
    told = [{"field": "naam", "title": "Naam"}, {"field": "woord", "title": "Cijfer"}]
    word: dict[str, Any] = {"type": "text", "align": "left", "dx": 9, "fontSize": 12}
    halo = {"color": PAPIER, "stroke": PAPIER, "strokeWidth": 4}
    looks: list[dict[str, Any]] = [halo, {"color": INKT}]
    data = {"values": list(rows)}
    return [
        {
            "data": data,
            "mark": {"type": "point", "filled": True, "opacity": 0.95, "strokeWidth": 1.2},
            "encoding": {**place, **_scales(names, others, rows), "tooltip": told},
        },
        *(
            {
                "data": data,
                "transform": [{"filter": "datum.bijschrift !== ''"}],
                "mark": word | look,
                "encoding": place | {"text": {"field": "bijschrift"}},
            }
            for look in looks
        ),
    ]


def _scales(
    names: Sequence[str], others: Sequence[str], rows: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """Return colour, edge and shape of the classes; what is in no class is grey and angular."""
    domain = [*names, *others]
    steps = [REEKS[round(n * (len(REEKS) - 1) / max(len(names) - 1, 1))] for n in range(len(names))]
    legend = {"title": None, "symbolSize": 140, "symbolStrokeWidth": 1.2}
    looks = {
        "fill": [*steps, *(LIJN if one == NARROWED else PAPIER for one in others)],
        "stroke": [*[REEKS[-1]] * len(names), *[GRIJS] * len(others)],
        "shape": [
            *["circle"] * len(names),
            *("square" if one == NARROWED else "diamond" for one in others),
        ],
    }
    found = {
        channel: {
            "field": "klasse",
            "type": "nominal",
            "scale": {"domain": domain, "range": look},
            "legend": legend,
        }
        for channel, look in looks.items()
    }
    most = max(row["omvang"] for row in rows)
    size = {
        "field": "omvang",
        "type": "quantitative",
        "legend": None,
        "scale": {"domain": [0, most], "range": [20, LARGEST]},
    }
    return found | {"size": size if most > 1 else {"value": SIZE}}


def _land(gebieden: Sequence[Mapping[str, Any]], uitsnede: Uitsnede) -> list[dict[str, Any]]:
    """Return the outlines: ours white with a firm edge, the others soft."""
    shapes = [
        {"type": "Feature", "properties": dict(one["properties"]), "geometry": left}
        for one in gebieden
        if (left := cut(one["geometry"], uitsnede))
    ]
    return [
        {
            "data": {"values": [one for one in shapes if _is_own(one) == own]},
            "mark": {
                "type": "geoshape",
                "fill": VLAK_EIGEN if own else VLAK,
                "stroke": ACCENT if own else GRIJS,
                "strokeWidth": 1.5 if own else 0.8,
                "clip": True,
            },
            "encoding": {"tooltip": {"field": "properties.naam", "title": "Gemeente"}},
        }
        for own in (False, True)
    ]


def _is_own(gebied: Mapping[str, Any]) -> bool:
    return bool(gebied["properties"].get("eigen"))
