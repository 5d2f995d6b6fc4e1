"""The one picture of the agenda on paper: spending beside means, year by year."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from openlea.core.notatie import euro
from openlea.policy.middelen import Balans
from openlea.policy.schrijfwijze import number
from openlea.services.draw_chart import draw_chart
from openlea.services.papier.blokken import Beeld

MOST_YEARS = 8
"""More years than this make bars that can't be read on a page."""
UITGAVEN, MIDDELEN = "Uitgaven", "Middelen"
_MILJOEN = 100_000_000
_KLEUR = {UITGAVEN: "#00568b", MIDDELEN: "#9ab4c8"}


def draw_balans(balansen: Sequence[Balans]) -> list[Beeld]:
    """Return the picture of the years with the sentence that says the same; none when too many."""
    if not 1 <= len(balansen) <= MOST_YEARS:
        return []
    return [Beeld(draw_chart(_spec(balansen)), _sentence(balansen))]


def _sentence(balansen: Sequence[Balans]) -> str:
    years = (
        f"{one.jaar}: uitgaven {euro(one.uitgaven)}, middelen {euro(one.middelen)}, "
        f"saldo {euro(one.saldo)}."
        for one in balansen
    )
    return " ".join(("Uitgaven en middelen per jaar.", *years))


def _rows(balansen: Sequence[Balans]) -> list[dict[str, Any]]:
    return [
        {"jaar": str(one.jaar), "soort": soort, "waarde": cents / 100, "woord": _short(cents)}
        for one in balansen
        for soort, cents in ((UITGAVEN, one.uitgaven), (MIDDELEN, one.middelen))
    ]


def _short(cents: int) -> str:
    """Return an amount short enough to stand on a bar."""
    if abs(cents) < _MILJOEN:
        return number(Decimal(cents) // 100)
    return f"{number(round(Decimal(cents) / _MILJOEN, 2))} mln"


def _spec(balansen: Sequence[Balans]) -> dict[str, Any]:
    place = {"x": {"field": "soort", "type": "nominal", "sort": None, "axis": None}}
    height = {"field": "waarde", "type": "quantitative", "axis": None}
    bar = {
        "mark": {"type": "bar", "width": {"band": 0.86}},
        "encoding": place
        | {
            "y": height,
            "color": {
                "field": "soort",
                "type": "nominal",
                "scale": {"domain": list(_KLEUR), "range": list(_KLEUR.values())},
                "legend": {"orient": "top", "title": None, "symbolType": "square"},
            },
        },
    }
    word = {
        "mark": {"type": "text", "dy": -7, "fontSize": 11},
        "encoding": place | {"y": height, "text": {"field": "woord"}},
    }
    return {
        "data": {"values": _rows(balansen)},
        "facet": {
            "column": {
                "field": "jaar",
                "type": "nominal",
                "title": None,
                "header": {"labelOrient": "bottom", "labelFontSize": 12, "labelPadding": 4},
            }
        },
        "spec": {
            "layer": [bar, word],
            "width": 560 // len(balansen),
            "height": 170,
            "view": {"stroke": None},
        },
        "config": {"font": "Noto Sans", "background": "transparent", "facet": {"spacing": 18}},
    }
