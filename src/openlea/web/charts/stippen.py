"""Schools as dots: the share of a group at each, beside that of the whole, with bands around it.

A dot is as large as the school has pupils. What is only known as a range is a bar from end to end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Cel, Grafiek, Kolom, number_column
from openlea.web.charts.getallen import range_words, with_unit, written
from openlea.web.charts.palet import ACCENT, GRIJS, INKT, LIJN, PAPIER, ZACHT
from openlea.web.charts.palet import house_style as styled

HEIGHT = 340
SMAL_BAND, BREED_BAND = 10.0, 20.0
ALL = 100.0
VLAK = "#f4f6f8"
BINNEN, OP_TIEN, OP_TWINTIG, ONZEKER = (
    "binnen 10 procentpunt",
    "10 tot 20 procentpunt ernaast",
    "meer dan 20 procentpunt ernaast",
    "niet zeker: het bereik raakt een grens",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolstip:
    """A school with the share of a group in percent and how many pupils that is a share of."""

    naam: str
    aandeel: Bereik
    leerlingen: Bereik


def stippen_chart(
    naam: str,
    titel: str,
    scholen: Sequence[Schoolstip],
    *,
    geheel: Bereik,
    wie: str,
    geteld: str = "Leerlingen in groep 8",
) -> Grafiek:
    """Return the dots around the share of the whole; `wie` is what the whole is called.

    `geteld` says which pupils were counted.
    """
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(scholen, geheel, wie),
        kolommen=(
            Kolom("School"),
            number_column("Aandeel, laagste", "%"),
            number_column("Aandeel, hoogste", "%"),
            number_column("Leerlingen, minste", "", 0),
            number_column("Leerlingen, meeste", "", 0),
            Kolom(f"Naast {wie}"),
        ),
        rijen=tuple(_row(one, geheel) for one in scholen),
        spec=_spec(scholen, geheel, wie, geteld) if scholen else None,
        leeg="Er zijn hier geen scholen om te tonen.",
    )


def place_of(aandeel: Bereik, geheel: Bereik) -> str:
    """Return in which band around the whole a share surely lies."""
    far = max(abs(aandeel.hoog - geheel.laag), abs(aandeel.laag - geheel.hoog))
    near = max(aandeel.laag - geheel.hoog, geheel.laag - aandeel.hoog, 0.0)
    bands = (
        (0.0, SMAL_BAND, BINNEN),
        (SMAL_BAND, BREED_BAND, OP_TIEN),
        (BREED_BAND, ALL, OP_TWINTIG),
    )
    inside = (word for low, high, word in bands if (near > low or not low) and far <= high)
    return next(inside, ONZEKER)


def _row(one: Schoolstip, geheel: Bereik) -> tuple[Cel, ...]:
    return (
        one.naam,
        one.aandeel.laag,
        one.aandeel.hoog,
        one.leerlingen.laag,
        one.leerlingen.hoog,
        place_of(one.aandeel, geheel),
    )


def _sentence(scholen: Sequence[Schoolstip], geheel: Bereik, wie: str) -> str:
    places = [place_of(one.aandeel, geheel) for one in scholen]
    told = "; ".join(
        f"{places.count(word)} {word}"
        for word in (BINNEN, OP_TIEN, OP_TWINTIG, ONZEKER)
        if word in places
    )
    return f"{wie}: {range_words(geheel, '%')}. Van {len(scholen)} scholen: {told}."


def _spec(scholen: Sequence[Schoolstip], geheel: Bereik, wie: str, geteld: str) -> dict[str, Any]:
    middle = _middle(geheel)
    rows = [
        {
            "naam": one.naam,
            "laag": one.aandeel.laag,
            "hoog": one.aandeel.hoog,
            "midden": _middle(one.aandeel),
            "leerlingen": _middle(one.leerlingen),
            "woord": range_words(one.aandeel, "%"),
            "aantal": range_words(one.leerlingen, "", 0),
        }
        for one in scholen
    ]
    ends = [end for one in scholen for end in (one.aandeel.laag, one.aandeel.hoog)]
    domain = [
        max(min([*ends, middle - BREED_BAND]) - 3, 0),
        min(max([*ends, middle + BREED_BAND]) + 3, ALL),
    ]
    axis = {"title": None, "grid": False, "labelExpr": "datum.label + ' %'", "tickCount": 6}
    scale = {"domain": domain, "nice": False, "zero": False}
    x = {"type": "quantitative", "axis": axis, "scale": scale}
    return styled(
        height=HEIGHT,
        layer=[
            *_bands(x, middle, domain),
            *_whole(x, middle, wie),
            *_dots(x, rows, geteld),
        ],
    )


def _bands(x: dict[str, Any], middle: float, domain: Sequence[float]) -> list[dict[str, Any]]:
    """Return both bands, the wide one first, each with its word at its end."""
    layers: list[dict[str, Any]] = []
    for width, colour in ((BREED_BAND, VLAK), (SMAL_BAND, LIJN)):
        left, right = max(middle - width, domain[0]), min(middle + width, domain[1])
        layers.append(
            {
                "data": {"values": [{"van": left, "tot": right}]},
                "mark": {"type": "rect", "color": colour, "opacity": 0.8, "tooltip": None},
                "encoding": {"x": {**x, "field": "van"}, "x2": {"field": "tot"}},
            }
        )
        layers.append(
            {
                "data": {"values": [{"tot": right, "woord": f"+{width:.0f}"}]},
                "mark": {"type": "text", "align": "right", "dx": -4, "color": ZACHT},
                "encoding": {
                    "x": {**x, "field": "tot"},
                    "y": {"value": HEIGHT - 12},
                    "text": {"field": "woord"},
                },
            }
        )
    return layers


def _whole(x: dict[str, Any], middle: float, wie: str) -> list[dict[str, Any]]:
    said = f"{wie} {with_unit(written(middle), '%')}"
    data = {"values": [{"midden": middle, "woord": said}]}
    at = {**x, "field": "midden"}
    line = {"type": "rule", "color": INKT, "strokeWidth": 2}
    word = {"type": "text", "align": "left", "dx": 6, "fontWeight": 600, "color": INKT}
    return [
        {"data": data, "mark": line, "encoding": {"x": at}},
        {
            "data": data,
            "mark": word,
            "encoding": {"x": at, "y": {"value": 10}, "text": {"field": "woord"}},
        },
    ]


def _dots(x: dict[str, Any], rows: Sequence[dict[str, Any]], geteld: str) -> list[dict[str, Any]]:
    most = max(row["leerlingen"] for row in rows)
    y = {
        "field": "leerlingen",
        "type": "quantitative",
        "scale": {"domain": [0, most * 1.15], "nice": False},
        "axis": {"title": geteld, "tickCount": 4},
    }
    size = {
        "field": "leerlingen",
        "type": "quantitative",
        "scale": {"domain": [0, most], "range": [20, 420]},
        "legend": None,
    }
    told = [
        {"field": "naam", "title": "School"},
        {"field": "woord", "title": "Aandeel"},
        {"field": "aantal", "title": "Leerlingen"},
    ]
    data = {"values": list(rows)}
    return [
        {
            "data": data,
            "transform": [{"filter": "datum.laag < datum.hoog"}],
            "mark": {"type": "rule", "color": GRIJS, "strokeWidth": 3, "tooltip": None},
            "encoding": {"x": {**x, "field": "laag"}, "x2": {"field": "hoog"}, "y": y},
        },
        {
            "data": data,
            "mark": {"type": "circle", "color": ACCENT, "opacity": 0.85, "stroke": PAPIER},
            "encoding": {"x": {**x, "field": "midden"}, "y": y, "size": size, "tooltip": told},
        },
    ]


def _middle(bereik: Bereik) -> float:
    return (bereik.laag + bereik.hoog) / 2
