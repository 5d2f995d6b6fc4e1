"""Draws a target against what was obtained, year by year, with its numbers beside the marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from openlea.core.agenda import Jaarwaarde, Streefwaarde
from openlea.policy.schrijfwijze import number
from openlea.policy.streefwaarde import describe, describe_werkelijk
from openlea.web.charts.svg import element, words

WIDTH, HEIGHT = 320.0, 150.0
TOP, BASE = 26.0, 122.0
LABEL = 24.0
"""The height that a number needs."""


@dataclass(frozen=True, slots=True)
class Balk:
    """One year in the drawing: where it stands and how wide it is."""

    jaar: Jaarwaarde
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Return where its label is centred."""
        return self.x + self.width / 2


def draw_streefwaarde(streefwaarde: Streefwaarde) -> SafeString:
    """Return the drawing as SVG: a bar per year measured, a line where the target is.

    The same numbers stand in the table beside it, so the drawing has one sentence as its text.
    """
    jaren = sorted(streefwaarde.jaren, key=lambda one: one.jaar)
    most = max((value for one in jaren for value in (one.doel, one.werkelijk) if value), default=1)
    marks = "".join(_year(balk, Decimal(most)) for balk in _places(jaren))
    ground = element("line", x1=0.0, x2=WIDTH, y1=BASE, y2=BASE, class_="ac-grafiek__as")
    drawing = element(
        "svg",
        ground,
        marks,
        class_="ac-grafiek",
        viewBox=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        role="img",
        aria_label=_sentence(streefwaarde, jaren),
    )
    return mark_safe(drawing)  # noqa: S308  # element() escapes every text and attribute


def _places(jaren: Sequence[Jaarwaarde]) -> list[Balk]:
    step = WIDTH / max(len(jaren), 1)
    width = min(step * 0.62, 56)
    return [Balk(one, step * n + (step - width) / 2, width) for n, one in enumerate(jaren)]


def _year(balk: Balk, most: Decimal) -> str:
    """Return one year: its bar with the actual at its foot, and above all the line of the goal."""
    jaar = balk.jaar
    parts = [_text(str(jaar.jaar), balk.middle, HEIGHT - 8, "ac-grafiek__jaar")]
    height = _height(jaar.werkelijk, most) if jaar.werkelijk is not None else 0.0
    if jaar.werkelijk is not None:
        parts += _bar(balk, height, number(jaar.werkelijk))
    elif jaar.doel is not None:
        parts.append(_text("?", balk.middle, BASE - 8, "ac-grafiek__leeg"))
    if jaar.doel is not None:
        parts += _goal(balk, _height(jaar.doel, most), height, number(jaar.doel))
    return "".join(parts)


def _bar(balk: Balk, height: float, label: str) -> list[str]:
    """Return a bar; its number stands inside when there is room, else on top."""
    fits = height >= LABEL
    name = "ac-grafiek__binnen" if fits else "ac-grafiek__waarde"
    return [
        element(
            "rect",
            x=balk.x,
            y=BASE - height,
            width=balk.width,
            height=height,
            class_="ac-grafiek__balk",
        ),
        _text(label, balk.middle, BASE - 8 if fits else BASE - height - 5, name),
    ]


def _goal(balk: Balk, height: float, bar: float, label: str) -> list[str]:
    """Return the line of the goal, visible on a bar too, with its number above bar and line."""
    y = BASE - height
    ends = {"x1": balk.x - 6, "x2": balk.x + balk.width + 6, "y1": y, "y2": y}
    return [
        element("line", class_="ac-grafiek__doelrand", **ends),
        element("line", class_="ac-grafiek__doel", **ends),
        _text(label, balk.middle, BASE - max(height, bar) - 6, "ac-grafiek__doelwoord"),
    ]


def _height(value: Decimal, most: Decimal) -> float:
    return float(value / most) * (BASE - TOP)


def _text(text: str, x: float, y: float, name: str) -> str:
    return element("text", words(text), x=x, y=y, class_=name, text_anchor="middle")


def _sentence(streefwaarde: Streefwaarde, jaren: Sequence[Jaarwaarde]) -> str:
    measured = [
        f"{one.jaar}: {describe_werkelijk(streefwaarde, one)}"
        for one in jaren
        if one.werkelijk is not None
    ]
    told = "; ".join(measured) or "nog niet gemeten"
    return f"{streefwaarde.maat}. Doel: {describe(streefwaarde)}. {told}."
