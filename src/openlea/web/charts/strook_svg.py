"""A strip so small that it stands in a tile: our dot on the band of comparable municipalities.

Its places are shares of the width, so it fits every tile; the words stand beside it.
"""

from collections.abc import Iterator

from openlea.core.onthulling import Bereik
from openlea.web.charts.band import Strook
from openlea.web.charts.getallen import range_sentence, span
from openlea.web.charts.svg import element

LEFT, RIGHT = 2.0, 98.0
MIDDLE, BAND, DOT = 14.0, 14.0, 7.0


def draw_strook(strook: Strook, *, wie: str, eenheid: str = "%", decimals: int = 1) -> str:
    """Return the strip as an SVG text; empty when nobody is known to compare with."""
    others = [one for one in (strook.band, strook.uitersten) if one]
    whole = span([*others, *([strook.eigen] if strook.eigen else [])])
    if whole is None or not others:
        return ""
    own = range_sentence(strook.eigen, eenheid, decimals, strook.woord)
    them = range_sentence(strook.band or strook.uitersten, eenheid, decimals)
    return element(
        "svg",
        *_context(strook, whole),
        *_own(strook.eigen, whole),
        class_="ol-bandje",
        role="img",
        aria_label=f"{wie} {own}, vergelijkbare gemeenten {them}.",
        width="100%",
        height=2 * MIDDLE,
    )


def _x(value: float, whole: Bereik) -> float:
    if whole.hoog == whole.laag:
        return (LEFT + RIGHT) / 2
    return LEFT + (RIGHT - LEFT) * (value - whole.laag) / (whole.hoog - whole.laag)


def _percent(value: float) -> str:
    return f"{value:.2f}%"


def _bar(one: Bereik, whole: Bereik, height: float, klasse: str, round_: float) -> str:
    start, end = _x(one.laag, whole), _x(one.hoog, whole)
    return element(
        "rect",
        x=_percent(start),
        y=MIDDLE - height / 2,
        width=_percent(max(end - start, 0.5)),
        height=height,
        rx=round_,
        class_=klasse,
    )


def _context(strook: Strook, whole: Bereik) -> Iterator[str]:
    far = strook.uitersten or whole
    start, end = _percent(_x(far.laag, whole)), _percent(_x(far.hoog, whole))
    yield element("line", x1=start, x2=end, y1=MIDDLE, y2=MIDDLE, class_="ol-bandje__lijn")
    if strook.band:
        yield _bar(strook.band, whole, BAND, "ol-bandje__band", 0)
    if strook.midden is not None:
        x, half = _percent(_x(strook.midden, whole)), BAND / 2
        ends = {"y1": MIDDLE - half, "y2": MIDDLE + half}
        yield element("line", x1=x, x2=x, class_="ol-bandje__midden", **ends)


def _own(eigen: Bereik | None, whole: Bereik) -> Iterator[str]:
    if eigen is None:
        return
    if eigen.precies is None:
        yield _bar(eigen, whole, 10, "ol-bandje__eigen ol-bandje__eigen--bereik", 5)
        return
    x = _percent(_x(eigen.precies, whole))
    yield element("circle", cx=x, cy=MIDDLE, r=DOT, class_="ol-bandje__eigen")
