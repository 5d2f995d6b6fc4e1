"""The tornado of a business case: how far each assumption moves the outcome, the widest on top."""

from typing import Any

from openlea.services.businesscase.uitkomst import Uitkomst, Zwaai, whole
from openlea.services.draw_chart import draw_chart
from openlea.services.papier.blokken import Beeld

MOST = 10
"""More bars than this say nothing that the first ones don't."""
LAAG, HOOG = "Bij de lage waarde", "Bij de hoge waarde"
_KLEUR = {LAAG: "#9ab4c8", HOOG: "#00568b"}
_BAR = 34


def draw_tornado(found: Uitkomst) -> list[Beeld]:
    """Return the picture with the sentence that says the same; none without an uncertain value."""
    shown = found.tornado[:MOST]
    return [Beeld(draw_chart(tornado_spec(found)), tornado_sentence(found))] if shown else []


def tornado_sentence(found: Uitkomst) -> str:
    """Return what weighs most, and what can turn the conclusion."""
    if not found.tornado:
        return "Elke aanname is vast: niets kan de uitkomst veranderen."
    first = found.tornado[0]
    said = (
        f"Het zwaarst weegt: {first.aanname.naam}. De uitkomst gaat daarmee van "
        f"{whole(first.bij_laag)} naar {whole(first.bij_hoog)}."
    )
    turning = [one.aanname.naam for one in found.tornado if one.keert]
    if not turning:
        return f"{said} Geen aanname keert alleen de conclusie om."
    return f"{said} Dit keert alleen al de conclusie om: {'; '.join(turning)}."


def tornado_spec(found: Uitkomst) -> dict[str, Any]:
    """Return the chart in Vega-Lite: a bar to either side of the outcome as it is assumed."""
    shown = found.tornado[:MOST]
    middle = found.waarde.midden
    rows = [row for one in shown for row in _rows(one, middle)]
    bar = _bar([one.aanname.naam for one in shown])
    return {
        "data": {"values": rows},
        "layer": [bar, _rule(middle, [2, 0], "#1b2733"), _rule(0.0, [4, 3], "#a3202a")],
        "width": 300,
        "height": _BAR * len(shown),
        "config": {
            "font": "Noto Sans",
            "background": "transparent",
            "view": {"stroke": None},
            "locale": {"number": {"decimal": ",", "thousands": ".", "grouping": [3],
                                  "currency": ["€ ", ""]}},
        },
    }  # fmt: skip


def _bar(namen: list[str]) -> dict[str, Any]:
    side = {"field": "naam", "type": "nominal", "sort": namen}
    return {
        "mark": {"type": "bar", "height": 16},
        "encoding": {
            "y": side | {"axis": {"title": None, "labelLimit": 290, "ticks": False}},
            "x": {
                "field": "van",
                "type": "quantitative",
                "axis": {
                    "title": "duizenden euro's, in geld van het eerste jaar",
                    "labelExpr": "format(datum.value / 1000, ',.0f')",
                    "tickCount": 5,
                    "grid": True,
                },
            },
            "x2": {"field": "naar"},
            "color": {
                "field": "kant",
                "type": "nominal",
                "scale": {"domain": list(_KLEUR), "range": list(_KLEUR.values())},
                "legend": {"orient": "top", "title": None, "symbolType": "square"},
            },
        },
    }


def _rows(one: Zwaai, middle: float) -> list[dict[str, Any]]:
    ends = ((LAAG, one.bij_laag), (HOOG, one.bij_hoog))
    return [
        {"naam": one.aanname.naam, "kant": kant, "van": middle, "naar": end} for kant, end in ends
    ]


def _rule(at: float, dash: list[int], colour: str) -> dict[str, Any]:
    return {
        "mark": {"type": "rule", "strokeDash": dash, "color": colour},
        "encoding": {"x": {"datum": at, "type": "quantitative"}},
    }
