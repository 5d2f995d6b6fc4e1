"""The house style of charts: one letter, grey for context, one accent for us, Dutch numbers."""

from collections.abc import Mapping
from typing import Any

INKT = "#001a40"
ZACHT = "#586c88"
GRIJS = "#75818f"
"""Lines and marks of others: 4:1 on paper, and told from us without colour by their shape."""
LIJN = "#dfe3e8"
PAPIER = "#ffffff"
ACCENT = "#00568b"
ACCENT_ZACHT = "#c7e7fa"

TOKENS: Mapping[str, str] = {
    INKT: "--ol-inkt",
    ZACHT: "--ol-zacht",
    LIJN: "--ol-lijn",
    PAPIER: "--ol-papier",
    ACCENT: "--ol-accent",
    ACCENT_ZACHT: "--ol-accent-zacht",
}
"""The colours that follow the theme on a page, by their token; elsewhere they are what they are."""

REEKS = ("#dcebf5", "#a6cbe3", "#62a3cc", "#2275a8", "#003f69")
"""From little to much in one hue, each step darker: to be read without seeing colour."""

LETTER = 13
STREEP = (1.5, 3.5)
"""Stripes: the part of a bar that is only known as a range."""

CONFIG: Mapping[str, Any] = {
    "font": "Noto Sans",
    "background": None,
    "padding": {"left": 0, "right": 4, "top": 4, "bottom": 4},
    "aria": False,
    "mark": {"aria": False},
    "view": {"stroke": None},
    "text": {"fontSize": LETTER, "color": INKT},
    "axis": {
        "aria": False,
        "labelColor": ZACHT,
        "labelFontSize": LETTER,
        "labelPadding": 6,
        "titleColor": ZACHT,
        "titleFontSize": LETTER,
        "titleFontWeight": 400,
        "gridColor": LIJN,
        "domain": False,
        "ticks": False,
    },
    "legend": {
        "aria": False,
        "labelColor": INKT,
        "labelFontSize": LETTER,
        "titleColor": ZACHT,
        "titleFontSize": LETTER,
        "titleFontWeight": 400,
        "orient": "bottom",
    },
    "locale": {
        "number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}
    },
}


def house_style(**spec: Any) -> dict[str, Any]:
    """Return a Vega-Lite chart in the house style; it fills the width it is given."""
    own = {**CONFIG, **spec.pop("config", {})}
    return {"autosize": {"type": "fit-x", "contains": "padding"}, **spec, "config": own}


def themed(markup: str) -> str:
    """Return a drawing whose colours follow the theme of the page."""
    for colour, token in TOKENS.items():
        markup = markup.replace(f'"{colour}"', f'"var({token}, {colour})"')
    return markup
