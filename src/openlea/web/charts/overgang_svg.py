"""One transition as a bar of a hundred wide: what went well, what nobody knows, what didn't.

What isn't known is drawn as wide as it is, hatched. The words beside the bar say the same.
"""

from collections.abc import Iterator

from openlea.core.onthulling import Bereik
from openlea.web.charts.svg import element

HEIGHT, GAP = 18, 5


def draw_overgang(aandeel: Bereik | None, naam: str, zin: str) -> str:
    """Return the bar as an SVG text; without a share it is all unknown."""
    share = aandeel or Bereik(0, 100)
    return element(
        "svg",
        element("defs", _hatching(naam)),
        *_parts(share, naam),
        xmlns="http://www.w3.org/2000/svg",
        class_="lb-balk",
        role="img",
        aria_label=zin,
        width="100%",
        height=HEIGHT,
    )


def _hatching(naam: str) -> str:
    stripe = element("line", x1=0, y1=0, x2=0, y2=GAP + 2, class_="lb-streep")
    return element(
        "pattern",
        element("rect", width=GAP, height=GAP + 2, class_="lb-grond"),
        stripe,
        id=f"lb-{naam}",
        width=GAP,
        height=GAP + 2,
        patternUnits="userSpaceOnUse",
        patternTransform="rotate(45)",
    )


def _parts(share: Bereik, naam: str) -> Iterator[str]:
    parts = (
        (0.0, share.laag, {"class_": "lb-goed"}),
        (share.laag, share.hoog, {"fill": f"url(#lb-{naam})", "class_": "lb-onbekend"}),
        (share.hoog, 100.0, {"class_": "lb-niet"}),
    )
    for left, right, look in parts:
        if right > left:
            place = {"x": f"{left:.2f}%", "width": f"{right - left:.2f}%"}
            yield element("rect", y=0, height=HEIGHT, **place, **look)
