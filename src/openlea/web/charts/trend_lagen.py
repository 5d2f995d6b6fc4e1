"""The layers of a chart over periods: the band of others, the breaks, and the lines themselves."""

from collections.abc import Sequence
from typing import Any

from openlea.web.charts.palet import ACCENT, ACCENT_ZACHT, GRIJS, INKT, LIJN, PAPIER, ZACHT


def bands(y: dict[str, Any], anderen: str) -> list[dict[str, Any]]:
    """Return the band of the others, with its name below where it begins."""
    some = {"transform": [{"filter": "datum.p10 !== null"}]}
    ends = {"y": {**y, "field": "p10"}, "y2": {"field": "p90"}}
    edge = {"type": "line", "color": GRIJS, "strokeWidth": 1, "strokeDash": [3, 2]}
    word: dict[str, Any] = {"type": "text", "align": "left", "dx": -4, "dy": 14}
    looks: list[dict[str, Any]] = [{**HALO, "color": LIJN, "stroke": LIJN}, {"color": ZACHT}]
    return [
        {**some, "mark": {"type": "area", "color": LIJN, "opacity": 0.7}, "encoding": ends},
        *({**some, "mark": edge, "encoding": {"y": {**y, "field": end}}} for end in ("p10", "p90")),
        *(
            {
                "transform": [{"filter": "datum.begin"}],
                "mark": word | look,
                "encoding": {"y": {**y, "field": "p90"}, "text": {"value": anderen}},
            }
            for look in looks
        ),
    ]


def cuts(breuken: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return a broken line where a new way of counting begins, with its words on top."""
    rows = [{"periode": periode, "tekst": tekst} for periode, tekst in breuken]
    if not rows:
        return []
    x = {"field": "periode", "type": "ordinal", "bandPosition": 0}
    rule = {"type": "rule", "color": ZACHT, "strokeDash": [4, 3]}
    word = {"type": "text", "align": "right", "dx": -6, "dy": 4, "baseline": "top", "color": ZACHT}
    return [
        {"data": {"values": rows}, "mark": rule, "encoding": {"x": x}},
        {
            "data": {"values": rows},
            "mark": word,
            "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "tekst"}},
        },
    ]


TOLD = [
    {"field": "wie", "title": "Wie"},
    {"field": "periode", "title": "Periode"},
    {"field": "waarde", "title": "Cijfer"},
]
"""What pointing at a place of a line tells, beside what the band is."""


def line(y: dict[str, Any], band: str, *, own: bool) -> list[dict[str, Any]]:
    """Return our lines or those of the others: where known a line, else soft bars."""
    told = [*TOLD, {"field": "anderen", "title": band}]
    mine = {"filter": "datum.eigen" if own else "!datum.eigen"}
    exact, some = {"filter": "datum.precies"}, {"filter": "datum.laag !== null"}
    stroke, soft, dot = _marks(own=own)
    return [
        {
            "transform": [mine, exact],
            "mark": stroke,
            "encoding": {"y": y, "detail": {"field": "stuk"}},
        },
        {
            "transform": [mine, some, {"filter": "!datum.precies"}],
            "mark": soft,
            "encoding": {"y": y, "y2": {"field": "hoog"}, "tooltip": told},
        },
        {"transform": [mine, exact], "mark": dot, "encoding": {"y": y, "tooltip": told}},
        *(
            _end(y, mine, side, look)
            for side in ("boven", "onder")
            for look in (HALO, {"color": ACCENT if own else INKT})
        ),
    ]


def _marks(*, own: bool) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Return the line, the soft bar and the dot: ours round, those of others square."""
    colour = ACCENT if own else GRIJS
    stroke = {"type": "line", "color": colour, "strokeWidth": 2.5 if own else 1.5}
    soft = {"type": "bar", "size": 10, "cornerRadius": 5, "stroke": colour}
    dot = {"type": "point", "filled": True, "color": colour, "opacity": 1, "stroke": PAPIER}
    shape = {"size": 80, "shape": "circle"} if own else {"size": 55, "shape": "square"}
    return stroke, soft | {"color": ACCENT_ZACHT if own else LIJN}, dot | shape


HALO: dict[str, Any] = {"color": PAPIER, "stroke": PAPIER, "strokeWidth": 4, "opacity": 0.9}
"""White around words, so that no line runs through them."""


def _end(
    y: dict[str, Any], mine: dict[str, Any], side: str, look: dict[str, Any]
) -> dict[str, Any]:
    up = side == "boven"
    mark = {
        "type": "text",
        "fontWeight": 600,
        "align": {"expr": "achter ? 'left' : 'right'"},
        "dx": {"expr": "achter ? 12 : 16"},
        "dy": {"expr": f"achter ? datum.duw : {-14 if up else 20}"},
    }
    return {
        "transform": [mine, {"filter": f"datum.kant === '{side}'"}],
        "mark": {**mark, **look},
        "encoding": {"y": {**y, "field": "hoog" if up else "laag"}, "text": {"field": "einde"}},
    }
