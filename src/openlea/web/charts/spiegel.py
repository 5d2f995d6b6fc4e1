"""Schools in the mirror of their neighbourhood: its share across, that of the school upwards.

On the diagonal a school is as its neighbourhood. Two bands lie around it, of 10 and 20 points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Cel, Grafiek, Kolom, number_column
from openlea.web.charts.getallen import range_words
from openlea.web.charts.palet import ACCENT, GRIJS, INKT, LIJN, PAPIER, ZACHT
from openlea.web.charts.palet import house_style as styled
from openlea.web.charts.stippen import (
    BINNEN,
    BREED_BAND,
    ONZEKER,
    OP_TIEN,
    OP_TWINTIG,
    SMAL_BAND,
    VLAK,
    place_of,
)

HEIGHT = 420
ALL, ROOM = 100.0, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spiegelstip:
    """A school with the share of a group there and in its neighbourhood, in percent."""

    naam: str
    buurt: Bereik
    school: Bereik
    leerlingen: Bereik


def spiegel_chart(naam: str, titel: str, scholen: Sequence[Spiegelstip]) -> Grafiek:
    """Return the dots around the diagonal; without schools it says so in words."""
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(scholen),
        kolommen=(
            Kolom("School"),
            number_column("Buurt, laagste", "%"),
            number_column("Buurt, hoogste", "%"),
            number_column("School, laagste", "%"),
            number_column("School, hoogste", "%"),
            Kolom("Naast de buurt"),
        ),
        rijen=tuple(_row(one) for one in scholen),
        spec=_spec(scholen) if scholen else None,
        leeg="Van deze scholen is niet bekend waar leerlingen wonen.",
    )


def _row(one: Spiegelstip) -> tuple[Cel, ...]:
    ends = (one.buurt.laag, one.buurt.hoog, one.school.laag, one.school.hoog)
    return (one.naam, *ends, place_of(one.school, one.buurt))


def _sentence(scholen: Sequence[Spiegelstip]) -> str:
    places = [place_of(one.school, one.buurt) for one in scholen]
    told = "; ".join(
        f"{places.count(word)} {word}"
        for word in (BINNEN, OP_TIEN, OP_TWINTIG, ONZEKER)
        if word in places
    )
    return f"Naast hun buurt, van {len(scholen)} scholen: {told}."


def _spec(scholen: Sequence[Spiegelstip]) -> dict[str, Any]:
    ends = [
        end for one in scholen for bereik in (one.buurt, one.school)
        for end in (bereik.laag, bereik.hoog)
    ]  # fmt: skip
    low, high = max(min(ends) - ROOM, 0), min(max(ends) + ROOM, ALL)
    scale = {"domain": [low, high], "nice": False, "zero": False}
    x = {"type": "quantitative", "scale": scale, "axis": _axis("Aandeel in de buurt")}
    y = {"type": "quantitative", "scale": scale, "axis": _axis("Aandeel op school")}
    return styled(
        height=HEIGHT,
        layer=[*_bands(x, y, low, high), *_mirror(x, y, low, high), *_dots(x, y, scholen)],
        usermeta={"smal": {"height": 328}},
    )


def _axis(title: str) -> dict[str, Any]:
    return {"title": title, "grid": False, "labelExpr": "datum.label + ' %'", "tickCount": 5}


def _bands(x: dict[str, Any], y: dict[str, Any], low: float, high: float) -> list[dict[str, Any]]:
    """Return both bands, the wide one first, cut at the edges of the picture."""
    return [
        {
            "data": {"values": _band(width, low, high)},
            "mark": {"type": "area", "color": colour, "opacity": 0.8, "tooltip": None},
            "encoding": {
                "x": {**x, "field": "buurt"},
                "y": {**y, "field": "onder"},
                "y2": {"field": "boven"},
            },
        }
        for width, colour in ((BREED_BAND, VLAK), (SMAL_BAND, LIJN))
    ]


def _band(width: float, low: float, high: float) -> list[dict[str, float]]:
    """Return where a band begins and ends: its corners, and where it meets an edge."""
    bends = {low, high, min(low + width, high), max(high - width, low)}
    return [
        {"buurt": at, "onder": max(at - width, low), "boven": min(at + width, high)}
        for at in sorted(bends)
    ]


def _mirror(x: dict[str, Any], y: dict[str, Any], low: float, high: float) -> list[dict[str, Any]]:
    line = {"values": [{"buurt": at, "school": at} for at in (low, high)]}
    where = low + 0.86 * (high - low)
    at = {"x": {**x, "field": "buurt"}, "y": {**y, "field": "school"}}
    word = {"type": "text", "align": "right", "dx": -6, "dy": -8, "color": ZACHT}
    said = [{"buurt": where, "school": where, "woord": "zoals de buurt"}]
    return [
        {"data": line, "mark": {"type": "line", "color": INKT, "strokeWidth": 1.5},
         "encoding": at},
        {"data": {"values": said}, "mark": word,
         "encoding": {**at, "text": {"field": "woord"}}},
    ]  # fmt: skip


def _dots(
    x: dict[str, Any], y: dict[str, Any], scholen: Sequence[Spiegelstip]
) -> list[dict[str, Any]]:
    rows = [
        {
            "naam": one.naam,
            "x": _middle(one.buurt),
            "y": _middle(one.school),
            "laag": one.school.laag,
            "hoog": one.school.hoog,
            "leerlingen": _middle(one.leerlingen),
            "buurtwoord": range_words(one.buurt, "%"),
            "schoolwoord": range_words(one.school, "%"),
        }
        for one in scholen
    ]
    data = {"values": rows}
    most = max(_middle(one.leerlingen) for one in scholen)
    told = [
        {"field": "naam", "title": "School"},
        {"field": "buurtwoord", "title": "Buurt"},
        {"field": "schoolwoord", "title": "School"},
    ]
    size = {"field": "leerlingen", "type": "quantitative", "legend": None,
            "scale": {"domain": [0, most], "range": [20, 420]}}  # fmt: skip
    at = {**x, "field": "x"}
    return [
        {
            "data": data,
            "transform": [{"filter": "datum.laag < datum.hoog"}],
            "mark": {"type": "rule", "color": GRIJS, "strokeWidth": 2, "tooltip": None},
            "encoding": {"x": at, "y": {**y, "field": "laag"}, "y2": {"field": "hoog"}},
        },
        {
            "data": data,
            "mark": {"type": "circle", "color": ACCENT, "opacity": 0.85, "stroke": PAPIER},
            "encoding": {"x": at, "y": {**y, "field": "y"}, "size": size, "tooltip": told},
        },
    ]


def _middle(bereik: Bereik) -> float:
    return (bereik.laag + bereik.hoog) / 2
