"""Draws about where a group stands on a scale from 1 to 5, without a script."""

from django.utils.safestring import SafeString

from openlea.web.charts.svg import element

LAAGSTE, HOOGSTE = 1, 5
BREED, HOOG = 220.0, 28.0
RAND = 14.0
ONGEVEER = 0.5
"""A mean is known to about half a point; the soft bar says so."""


def draw_schaal(gemiddeld: float, zin: str) -> SafeString:
    """Return the drawing of a mean from 1 to 5; `zin` is read aloud in its place."""
    middle = HOOG / 2
    low, high = (max(gemiddeld - ONGEVEER, LAAGSTE), min(gemiddeld + ONGEVEER, HOOGSTE))
    drawn = (
        element("line", class_="rp-lijn", x1=_x(LAAGSTE), x2=_x(HOOGSTE), y1=middle, y2=middle),
        *(
            element("line", class_="rp-streep", x1=_x(n), x2=_x(n), y1=middle - 4, y2=middle + 4)
            for n in range(LAAGSTE, HOOGSTE + 1)
        ),
        element(
            "rect",
            class_="rp-ongeveer",
            x=_x(low),
            y=middle - 7,
            width=_x(high) - _x(low),
            height=14.0,
            rx=7.0,
        ),
        element("circle", class_="rp-stip", cx=_x(gemiddeld), cy=middle, r=6.0),
    )
    label = {"role": "img", "aria_label": zin, "class_": "rp-strip", "focusable": "false"}
    # Every value passes through element(), which escapes it.
    return SafeString(element("svg", *drawn, viewBox=f"0 0 {BREED:.0f} {HOOG:.0f}", **label))


def _x(value: float) -> float:
    return RAND + (value - LAAGSTE) * (BREED - 2 * RAND) / (HOOGSTE - LAAGSTE)
