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
    jaar = balk.jaar
    parts = [_text(str(jaar.jaar), balk.middle, HEIGHT - 8, "ac-grafiek__jaar")]
    if jaar.werkelijk is not None:
        parts += _bar(balk, _height(jaar.werkelijk, most), number(jaar.werkelijk))
    elif jaar.doel is not None:
        parts.append(_text("?", balk.middle, BASE - 8, "ac-grafiek__leeg"))
    if jaar.doel is not None:
        parts += _target(balk, BASE - _height(jaar.doel, most), number(jaar.doel))
    return "".join(parts)


def _bar(balk: Balk, height: float, label: str) -> list[str]:
    inside = height > 22  # noqa: PLR2004  # room for a label of 14 units
    y = BASE - height + 16 if inside else BASE - height - 5
    name = "ac-grafiek__binnen" if inside else "ac-grafiek__waarde"
    return [
        element(
            "rect",
            x=balk.x,
            y=BASE - height,
            width=balk.width,
            height=height,
            class_="ac-grafiek__balk",
        ),
        _text(label, balk.middle, y, name),
    ]


def _target(balk: Balk, y: float, label: str) -> list[str]:
    return [
        element(
            "line",
            x1=balk.x - 6,
            x2=balk.x + balk.width + 6,
            y1=y,
            y2=y,
            class_="ac-grafiek__doel",
        ),
        _text(label, balk.middle, y - 6, "ac-grafiek__doelwoord"),
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
