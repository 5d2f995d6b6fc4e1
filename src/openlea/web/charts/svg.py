"""The pieces of an SVG drawing as text: escaped, and without style attributes (the CSP forbids)."""

from collections.abc import Sequence
from html import escape
from textwrap import wrap

LINE_HEIGHT = 18
CHAR_WIDTH = 7.6
"""Mean width of a character at 14 units; wide enough for the fonts of municipalities."""


def element(name: str, *children: str, **attributes: str | float) -> str:
    """Return an element; children are markup already, attribute values are escaped here.

    An underscore at the end is dropped (class_), one within becomes a hyphen (aria_label).
    """
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_written(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{pairs}>{''.join(children)}</{name}>" if children else f"<{name}{pairs}/>"


def words(text: str) -> str:
    """Return text safe to stand in markup."""
    return escape(text, quote=False)


def _written(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value)
    return f"{value:.1f}".removesuffix(".0")


def wrapped(text: str, width: float) -> list[str]:
    """Return the text in lines that fit the width; a word that is too long is cut."""
    return wrap(text, max(int(width / CHAR_WIDTH), 1)) or [""]


def lines(each: Sequence[str], x: float, y: float, **attributes: str | float) -> str:
    """Return a text of several lines, the first with its baseline at y."""
    spans = [
        element("tspan", words(line), x=x, y=y + LINE_HEIGHT * index)
        for index, line in enumerate(each)
    ]
    return element("text", *spans, **attributes)


def path(points: Sequence[tuple[float, float]]) -> str:
    """Return the commands of a line through the points, smooth between rows."""
    (x, y), *rest = points
    commands = [f"M{_written(x)} {_written(y)}"]
    for next_x, next_y in rest:
        half = (y + next_y) / 2
        corners = (x, half, next_x, half, next_x, next_y)
        commands.append("C" + " ".join(_written(float(corner)) for corner in corners))
        x, y = next_x, next_y
    return "".join(commands)
