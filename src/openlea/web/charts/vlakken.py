"""A map on which areas are coloured by a figure; which area has no figure is hatched by words.

The classes go from light to dark in one hue. A table that says the same stands beside.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.keuze import Keuze
from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Grafiek, Kolom, number_column
from openlea.web.charts.getallen import GEEN_CIJFER, range_words, span
from openlea.web.charts.kaart_vlak import cut, view_of
from openlea.web.charts.klassen import NARROWED, Klasse, class_of, classes_of
from openlea.web.charts.palet import ACCENT, CONFIG, GRIJS, INKT, LIJN, PAPIER, REEKS
from openlea.web.charts.palet import house_style as styled

ACHTER = "#f4f6f8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vlak:
    """An area by its name, with its number, or the word that says why it has none.

    `oordeel` is what may be said of the number, when that is shown.
    """

    naam: str
    bereik: Bereik | None
    eigen: bool = False
    woord: str = GEEN_CIJFER
    oordeel: str = ""


class Kleur(Keuze):
    """What the colours say: the class a number surely is in, that of its middle, or a judgement.

    Where the middle decides, a number that may be in another class has a dot.
    """

    ZEKER = "zeker", "Waarde, als die zeker is"
    MIDDEN = "waarde", "Waarde"
    OORDEEL = "oordeel", "Oordeel"


@dataclass(frozen=True, slots=True)
class Kleuring:
    """What is coloured; `oordelen` are the judgements from light to dark."""

    kleur: Kleur = Kleur.ZEKER
    oordelen: tuple[str, ...] = ()


ZEKER = Kleuring()


def vlakken_chart(
    naam: str,
    titel: str,
    vlakken: Sequence[Vlak],
    gebieden: Sequence[Mapping[str, Any]],
    *,
    eenheid: str = "%",
    decimals: int = 0,
    wat: str = "Gemeente",
    kleuring: Kleuring = ZEKER,
) -> Grafiek:
    """Return the map; `gebieden` are GeoJSON features in degrees, found by their `naam`."""
    whole = span([one.bereik for one in vlakken if one.bereik])
    ends = (number_column(end, eenheid, decimals) for end in ("Laagste", "Hoogste"))
    drawn = whole is not None and bool(gebieden)
    middles = (_middle(one.bereik) for one in vlakken if one.bereik)
    inner = span([Bereik(one, one) for one in middles])
    coloured = inner if kleuring.kleur is Kleur.MIDDEN else whole
    grenzen = classes_of(coloured, eenheid, decimals) if coloured else ()
    legend = _Legenda(kleuring.kleur, grenzen, kleuring.oordelen)
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(vlakken, whole, eenheid, decimals, wat, kleuring.kleur),
        kolommen=(Kolom(wat), *ends, Kolom("Opmerking")),
        rijen=tuple(_table_row(one) for one in vlakken),
        spec=_spec(vlakken, gebieden, legend, eenheid, decimals) if whole and drawn else None,
        leeg="Er is hier niets om op de kaart te zetten.",
    )


def _middle(bereik: Bereik) -> float:
    return (bereik.laag + bereik.hoog) / 2


def _table_row(vlak: Vlak) -> tuple[str | float | None, ...]:
    ends = (vlak.bereik.laag, vlak.bereik.hoog) if vlak.bereik else (None, None)
    return (vlak.naam, *ends, vlak.oordeel if vlak.bereik else vlak.woord)


@dataclass(frozen=True, slots=True)
class _Legenda:
    """Which colours there are, from light to dark."""

    kleur: Kleur
    grenzen: tuple[Klasse, ...]
    oordelen: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        if self.kleur is Kleur.OORDEEL:
            return list(self.oordelen)
        return [grens.naam for grens in self.grenzen]

    def class_of(self, vlak: Vlak) -> str:
        """Return under which name of the legend an area falls."""
        woord = vlak.woord or GEEN_CIJFER
        if vlak.bereik is None:
            return woord
        if self.kleur is Kleur.OORDEEL:
            return vlak.oordeel
        if self.kleur is Kleur.ZEKER:
            return class_of(vlak.bereik, self.grenzen, woord)
        middle = _middle(vlak.bereik)
        return class_of(Bereik(middle, middle), self.grenzen, woord)

    def is_wide(self, vlak: Vlak) -> bool:
        """Say whether a number that is coloured by its middle may be in another class."""
        own = self.class_of(vlak)
        return self.kleur is Kleur.MIDDEN and any(
            vlak.bereik and (vlak.bereik.laag < one.laag or vlak.bereik.hoog > one.hoog)
            for one in self.grenzen
            if one.naam == own
        )


def _sentence(
    vlakken: Sequence[Vlak],
    whole: Bereik | None,
    eenheid: str,
    decimals: int,
    wat: str,
    kleur: Kleur,
) -> str:
    if kleur is Kleur.OORDEEL:
        counted = Counter(one.oordeel if one.bereik else one.woord for one in vlakken)
        said = "; ".join(f"{many} {word}" for word, many in counted.most_common())
        return f"Kaart met {len(vlakken)} vlakken ({wat.lower()}): {said}."
    told = f"Kaart met {len(vlakken)} vlakken ({wat.lower()})"
    if whole is None:
        return f"{told}, alle zonder cijfer."
    without = sum(one.bereik is None for one in vlakken)
    rest = f"; {without} zonder cijfer" if without else ""
    return f"{told}: van {range_words(whole, eenheid, decimals).replace('–', ' tot ')}{rest}."


def _spec(
    vlakken: Sequence[Vlak],
    gebieden: Sequence[Mapping[str, Any]],
    legend: _Legenda,
    eenheid: str,
    decimals: int,
) -> dict[str, Any]:
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
            "klasse": legend.class_of(vlak) if vlak else "",
            "woord": range_words(vlak.bereik, eenheid, decimals, vlak.woord) if vlak else "",
            "oordeel": vlak.oordeel if vlak else "",
            "eigen": bool(vlak and vlak.eigen),
            "breed": bool(vlak and legend.is_wide(vlak)),
            "getal": bool(vlak and vlak.bereik),
        }
        shapes.append({"type": "Feature", "properties": told, "geometry": left})
    names = legend.names
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
            "encoding": _colour(inside, names, others),
        },
        *_dotted([one for one in inside if one["properties"]["breed"]]),
        _shape(own, fill=None, stroke=INKT, width=2.4),
    ]


def _dotted(shapes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return a dot in each area whose number may be in another class, with its word below."""
    if not shapes:
        return []
    spots = [{"lon": lon, "lat": lat, "stip": NARROWED} for lon, lat in map(_spot, shapes)]
    scale = {"domain": [NARROWED], "range": ["circle"]}
    return [
        {
            "data": {"values": spots},
            "mark": {"type": "point", "filled": True, "size": 9, "color": INKT,
                     "stroke": PAPIER, "strokeWidth": 0.7, "tooltip": None},
            "encoding": {
                "longitude": {"field": "lon", "type": "quantitative"},
                "latitude": {"field": "lat", "type": "quantitative"},
                "shape": {"field": "stip", "type": "nominal", "scale": scale,
                          "legend": {"title": None, "symbolSize": 24, "symbolFillColor": INKT}},
            },
        }
    ]  # fmt: skip


def _spot(shape: Mapping[str, Any]) -> tuple[float, float]:
    """Return the middle of the largest part of an area."""
    rings = [one[0] for one in shape["geometry"]["coordinates"]]
    ring = max(rings, key=len)
    lons, lats = [spot[0] for spot in ring], [spot[1] for spot in ring]
    return (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2


def _shape(
    shapes: Sequence[dict[str, Any]], *, stroke: str, width: float, fill: str | None = ACCENT
) -> dict[str, Any]:
    mark = {"type": "geoshape", "stroke": stroke, "strokeWidth": width, "clip": True, "fill": fill}
    return {"data": {"values": list(shapes)}, "mark": mark}


def _colour(
    shapes: Sequence[dict[str, Any]], names: Sequence[str], others: Sequence[str]
) -> dict[str, Any]:
    """Return the fill and the edge; grey has a number but no class, white has no number."""
    grey = {one["properties"]["klasse"] for one in shapes if one["properties"]["getal"]}
    judged = any(one["properties"]["oordeel"] for one in shapes)
    steps = [REEKS[round(n * (len(REEKS) - 1) / max(len(names) - 1, 1))] for n in range(len(names))]
    rest = [LIJN if one in grey else PAPIER for one in others]
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
                       "symbolStrokeColor": GRIJS, "symbolStrokeWidth": 1, "labelLimit": 290},
        },
        "tooltip": [
            {"field": "properties.naam", "title": "Gemeente"},
            {"field": "properties.woord", "title": "Cijfer"},
            *([{"field": "properties.oordeel", "title": "Oordeel"}] if judged else []),
        ],
    }  # fmt: skip
