"""The Doelen-Inspanningen-Netwerk as a drawing: boxes with words, arrows with a sign and a style.

Nothing is said by colour alone: the kind stands in the box, the sign on the arrow, and how sure a
link is shows in the dashes, explained below the drawing. A list that says the same stands beside.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.engines.drawing import Drawing, Spot
from openlea.engines.layering import lay_out
from openlea.policy.netwerk import titled
from openlea.web.charts.netwerk_pijlen import (
    GAP_COLUMNS,
    LEGEND_LINE,
    LEGEND_WIDTH,
    Pijl,
    arrowhead,
    draw_arrows,
    draw_legend,
)
from openlea.web.charts.svg import LINE_HEIGHT, element, words, wrapped

__all__ = ["BOX_WIDTH", "Pijl", "Vak", "draw_netwerk"]

BOX_WIDTH = 236.0
PADDING = 12.0
MARGIN = 16.0
GAP_ROWS = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A box with `soort`, `naam` and `toelichting` as words in it; `klasse` is its css suffix."""

    code: str
    naam: str
    soort: str
    klasse: str
    toelichting: str = ""
    href: str = ""


def draw_netwerk(
    vakken: Sequence[Vak],
    pijlen: Sequence[Pijl],
    title: str,
    description: str,
    prefix: str = "netwerk",
) -> str:
    """Return the network as an SVG text; `prefix` keeps ids apart when a page holds more of them.

    It reads from left to right, so that a wide network grows down the page and not off it. Several
    arrows between the same boxes share a line and show all their signs. Raises KeyError for an
    arrow to a box that isn't there.
    """
    texts = {vak.code: _texts(vak) for vak in vakken}
    sizes = {code: (_height(each), BOX_WIDTH) for code, each in texts.items()}
    drawing = _across(
        lay_out(sizes, [(pijl.van, pijl.naar) for pijl in pijlen], GAP_ROWS, GAP_COLUMNS)
    )
    legend = list(draw_legend(pijlen, MARGIN, drawing.height + 2 * MARGIN))
    width = max(drawing.width, LEGEND_WIDTH if legend else 0.0) + 2 * MARGIN
    return element(
        "svg",
        element("title", words(title), id=f"{prefix}-titel"),
        element("desc", words(description), id=f"{prefix}-uitleg"),
        element("defs", arrowhead(prefix)),
        element(
            "g",
            *draw_arrows(pijlen, drawing, {vak.code: vak.naam for vak in vakken}, prefix),
            *(_box(vak, drawing.spots[vak.code], texts[vak.code]) for vak in vakken),
            transform=f"translate({MARGIN:g} {MARGIN:g})",
        ),
        *legend,
        aria_labelledby=f"{prefix}-titel {prefix}-uitleg",
        **_frame(width, drawing.height + 2 * MARGIN + LEGEND_LINE * len(legend)),
    )


def _frame(width: float, height: float) -> dict[str, str | float]:
    """Return what the drawing says of itself; a group, so that the links in it stay links."""
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "class_": "netwerk",
        "role": "group",
        "viewBox": f"0 0 {width:.0f} {height:.0f}",
        "width": round(width),
        "height": round(height),
    }


def _across(drawing: Drawing) -> Drawing:
    """Return a drawing that ran down, running to the right."""
    return Drawing(
        spots={
            code: Spot(spot.layer, spot.y, spot.x, spot.height, spot.width)
            for code, spot in drawing.spots.items()
        },
        routes={edge: tuple((y, x) for x, y in points) for edge, points in drawing.routes.items()},
        turned=drawing.turned,
        width=drawing.height,
        height=drawing.width,
    )


def _texts(vak: Vak) -> list[tuple[str, str]]:
    """Return the lines of a box as (css class, words)."""
    room = BOX_WIDTH - 2 * PADDING
    parts = (
        ("netwerk-soort", vak.soort),
        ("netwerk-naam", titled(vak.code, vak.naam)),
        ("netwerk-toelichting", vak.toelichting),
    )
    return [(klasse, line) for klasse, text in parts if text for line in wrapped(text, room)]


def _height(texts: Sequence[tuple[str, str]]) -> float:
    return LINE_HEIGHT * len(texts) + 2 * PADDING


def _box(vak: Vak, spot: Spot, texts: Sequence[tuple[str, str]]) -> str:
    spans = [
        element(
            "tspan",
            words(line),
            class_=klasse,
            x=spot.x + PADDING,
            y=spot.y + PADDING + LINE_HEIGHT * (index + 0.75),
        )
        for index, (klasse, line) in enumerate(texts)
    ]
    content = (
        element(
            "rect",
            x=spot.x,
            y=spot.y,
            width=spot.width,
            height=spot.height,
            rx=4,
            fill="white",
            stroke="currentColor",
        ),
        element("text", *spans, fill="currentColor", font_size=14),
    )
    klasse = f"netwerk-vak netwerk-vak--{vak.klasse}"
    if vak.href:
        return element("a", *content, href=vak.href, class_=klasse)
    return element("g", *content, class_=klasse)
