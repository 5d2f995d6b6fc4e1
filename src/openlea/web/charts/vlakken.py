"""A map on which areas are coloured by a figure; which area has no figure is hatched by words.

The classes go from light to dark in one hue. A table that says the same stands beside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Grafiek, Kolom, number_column
from openlea.web.charts.getallen import GEEN_CIJFER, range_words, span
from openlea.web.charts.kaart_vlak import cut, view_of
from openlea.web.charts.klassen import NARROWED, class_of, classes_of
from openlea.web.charts.palet import ACCENT, CONFIG, GRIJS, INKT, LIJN, PAPIER, REEKS
from openlea.web.charts.palet import house_style as styled

ACHTER = "#f4f6f8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vlak:
    """An area by its name, with its number, or the word that says why it has none."""

    naam: str
    bereik: Bereik | None
    eigen: bool = False
    woord: str = GEEN_CIJFER


def vlakken_chart(
    naam: str,
    titel: str,
    vlakken: Sequence[Vlak],
    gebieden: Sequence[Mapping[str, Any]],
    *,
    eenheid: str = "%",
    decimals: int = 0,
    wat: str = "Gemeente",
) -> Grafiek:
    """Return the map; `gebieden` are GeoJSON features in degrees, found by their `naam`."""
    whole = span([one.bereik for one in vlakken if one.bereik])
    ends = (number_column(end, eenheid, decimals) for end in ("Laagste", "Hoogste"))
    drawn = whole is not None and bool(gebieden)
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(vlakken, whole, eenheid, decimals, wat),
        kolommen=(Kolom(wat), *ends, Kolom("Opmerking")),
        rijen=tuple(_table_row(one) for one in vlakken),
        spec=_spec(vlakken, gebieden, whole, eenheid, decimals) if whole and drawn else None,
        leeg="Er is hier niets om op de kaart te zetten.",
    )


def _table_row(vlak: Vlak) -> tuple[str | float | None, ...]:
    ends = (vlak.bereik.laag, vlak.bereik.hoog) if vlak.bereik else (None, None)
    return (vlak.naam, *ends, "" if vlak.bereik else vlak.woord)


def _sentence(
    vlakken: Sequence[Vlak], whole: Bereik | None, eenheid: str, decimals: int, wat: str
) -> str:
    told = f"Kaart met {len(vlakken)} vlakken ({wat.lower()})"
    if whole is None:
        return f"{told}, alle zonder cijfer."
    without = sum(one.bereik is None for one in vlakken)
    rest = f"; {without} zonder cijfer" if without else ""
    return f"{told}: van {range_words(whole, eenheid, decimals).replace('–', ' tot ')}{rest}."


def _spec(
    vlakken: Sequence[Vlak],
    gebieden: Sequence[Mapping[str, Any]],
    whole: Bereik,
    eenheid: str,
    decimals: int,
) -> dict[str, Any]:
    grenzen = classes_of(whole, eenheid, decimals)
    by_name = {one.naam: one for one in vlakken}
    uitsnede = view_of([], gebieden)
    shapes: list[dict[str, Any]] = []
    for one in gebieden:
        left = cut(one["geometry"], uitsnede)
        if left is None:
            continue
        vlak = by_name.get(str(one["properties"]["naam"]))
        told = {
            "naam": str(one["properties"]["naam"]),
            "klasse": class_of(vlak.bereik, grenzen, vlak.woord or GEEN_CIJFER) if vlak else "",
            "woord": range_words(vlak.bereik, eenheid, decimals, vlak.woord) if vlak else "",
            "eigen": bool(vlak and vlak.eigen),
        }
        shapes.append({"type": "Feature", "properties": told, "geometry": left})
    names = [grens.naam for grens in grenzen]
    used = {one["properties"]["klasse"] for one in shapes if one["properties"]["klasse"]}
    return styled(
        height=10,
        padding=0,
        config=_config(2),
        projection=uitsnede.projection(),
        layer=_layers(shapes, names, sorted(used - set(names))),
        usermeta={"verhouding": round(uitsnede.verhouding, 4), "smal": {"config": _config(2)}},
    )


def _config(columns: int) -> dict[str, Any]:
    """Return the house style with a legend of so many columns."""
    return {**CONFIG, "legend": {**CONFIG["legend"], "columns": columns}}


def _layers(
    shapes: Sequence[dict[str, Any]], names: Sequence[str], others: Sequence[str]
) -> list[dict[str, Any]]:
    """Return the land around, the coloured areas, and the edge of ours on top."""
    around = [one for one in shapes if not one["properties"]["klasse"]]
    inside = [one for one in shapes if one["properties"]["klasse"]]
    own = [one for one in shapes if one["properties"]["eigen"]]
    return [
        _shape(around, fill=ACHTER, stroke=GRIJS, width=0.6),
        {
            **_shape(inside, stroke=PAPIER, width=1.4),
            "encoding": _colour(names, others),
        },
        _shape(own, fill=None, stroke=INKT, width=2.4),
    ]


def _shape(
    shapes: Sequence[dict[str, Any]], *, stroke: str, width: float, fill: str | None = ACCENT
) -> dict[str, Any]:
    mark = {"type": "geoshape", "stroke": stroke, "strokeWidth": width, "clip": True, "fill": fill}
    return {"data": {"values": list(shapes)}, "mark": mark}


def _colour(names: Sequence[str], others: Sequence[str]) -> dict[str, Any]:
    steps = [REEKS[round(n * (len(REEKS) - 1) / max(len(names) - 1, 1))] for n in range(len(names))]
    rest = [LIJN if one == NARROWED else PAPIER for one in others]
    # White edges part the tones; an area that is white itself has a grey one.
    edges = [*[PAPIER] * len(names), *[GRIJS] * len(others)]
    return {
        "stroke": {
            "field": "properties.klasse",
            "type": "nominal",
            "scale": {"domain": [*names, *others], "range": edges},
            "legend": None,
        },
        "fill": {
            "field": "properties.klasse",
            "type": "nominal",
            "scale": {"domain": [*names, *others], "range": [*steps, *rest]},
            "legend": {"title": None, "symbolType": "square", "symbolSize": 200,
                       "symbolStrokeColor": GRIJS, "symbolStrokeWidth": 1},
        },
        "tooltip": [
            {"field": "properties.naam", "title": "Gemeente"},
            {"field": "properties.woord", "title": "Cijfer"},
        ],
    }  # fmt: skip
