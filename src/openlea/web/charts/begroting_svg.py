"""The money of each year as one stacked bar: spending per ambitie, or what comes in per stream.

Each part carries its number of the list beside it, so that colour never says it alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openlea.core.notatie import euro
from openlea.web.charts.svg import element, words

LEFT, RIGHT = 14.0, 72.0
"""Where the bars begin and end, in hundredths of the width."""
ROW = 44
BAR = 28
WORD_FROM = 5.0
"""A part narrower than this share of the whole width has no room for its number."""
TONES = 6
"""Tones that the css knows; a seventh part looks like the first, and has its own number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deel:
    """A part of the bars: its short mark, its name, and whole cents per year."""

    merk: str
    naam: str
    bedragen: tuple[int, ...]


def draw_begroting(
    jaren: Sequence[int], delen: Sequence[Deel], title: str, prefix: str = "begroting"
) -> str:
    """Return one bar per year as an SVG text; parts below nought are left out of the bar."""
    totals = [sum(deel.bedragen[n] for deel in delen) for n in range(len(jaren))]
    positive = [sum(max(deel.bedragen[n], 0) for deel in delen) for n in range(len(jaren))]
    span = max([*positive, 1])
    return element(
        "svg",
        element("title", words(title), id=f"{prefix}-titel"),
        *(element("g", *_bar(n, jaar, delen, totals[n], span)) for n, jaar in enumerate(jaren)),
        xmlns="http://www.w3.org/2000/svg",
        class_="geld-grafiek",
        role="img",
        aria_labelledby=f"{prefix}-titel",
        width="100%",
        height=ROW * max(len(jaren), 1),
    )


def _bar(n: int, jaar: int, delen: Sequence[Deel], total: int, span: int) -> Iterator[str]:
    middle = n * ROW + ROW / 2
    yield element("text", words(str(jaar)), x=0, y=middle + 5, class_="geld-woord")
    start = LEFT
    for index, deel in enumerate(delen):
        width = (RIGHT - LEFT) * max(deel.bedragen[n], 0) / span
        if width:
            yield _part(deel, index, deel.bedragen[n], start, width, middle)
        start += width
    shown = euro(round(total / 100) * 100).replace(" ", "\N{NO-BREAK SPACE}")
    yield element(
        "text",
        words(shown),
        x="100%",
        y=middle + 5,
        text_anchor="end",
        class_="geld-woord geld-woord--sterk",
    )


def _part(deel: Deel, index: int, bedrag: int, start: float, width: float, middle: float) -> str:
    tone = index % TONES + 1
    box = element(
        "rect",
        x=f"{start:.2f}%",
        y=middle - BAR / 2,
        width=f"{width:.2f}%",
        height=BAR,
        class_=f"geld-toon-{tone}",
    )
    told = element("title", words(f"{deel.naam}: {euro(bedrag)}"))
    if width < WORD_FROM:
        return element("g", told, box)
    mark = element(
        "text",
        words(deel.merk),
        x=f"{start + width / 2:.2f}%",
        y=middle + 5,
        text_anchor="middle",
        class_=f"geld-merk geld-merk-{tone}",
    )
    return element("g", told, box, mark)
