"""The running saldo as a waterfall: what comes in, what goes out, and what stays.

The bars lie, and their places are shares of the width, so that words keep their size on a phone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openlea.core.notatie import euro
from openlea.web.charts.svg import element, words

LEFT, RIGHT = 27.0, 72.0
"""Where the bars begin and end, in hundredths of the width: room for the words on either side."""
ROW = 30
BAR = 16
GAP = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarsaldo:
    """One year in whole cents: what came from the year before, came in, went out."""

    jaar: int
    begin: int
    erbij: int
    eraf: int

    @property
    def saldo(self) -> int:
        """Return what is left."""
        return self.begin + self.erbij - self.eraf


@dataclass(frozen=True, slots=True)
class _Balk:
    """A bar from one amount to another, with the words beside it."""

    naam: str
    van: int
    tot: int
    bedrag: int
    klasse: str


def draw_saldo(jaren: Sequence[Jaarsaldo], title: str, prefix: str = "saldo") -> str:
    """Return the waterfall as an SVG text; amounts in cents, years in order."""
    balken = list(_balken(jaren))
    ends = [0, *(edge for balk in balken for edge in (balk.van, balk.tot))]
    low, span = min(ends), max(max(ends) - min(ends), 1)
    places = list(_places(balken))
    height = places[-1] + ROW if places else ROW
    zero = _x(0, low, span)
    return element(
        "svg",
        element("title", words(title), id=f"{prefix}-titel"),
        *(_row(balk, top, low, span) for balk, top in zip(balken, places, strict=True)),
        element(
            "line", x1=zero, x2=zero, y1=0, y2=height, class_="geld-nul", stroke="currentColor"
        ),
        xmlns="http://www.w3.org/2000/svg",
        class_="geld-grafiek",
        role="img",
        aria_labelledby=f"{prefix}-titel",
        width="100%",
        height=height,
    )


def _balken(jaren: Sequence[Jaarsaldo]) -> Iterator[_Balk]:
    if jaren and jaren[0].begin:
        begin = jaren[0].begin
        yield _Balk(f"Begin {jaren[0].jaar}", 0, begin, begin, "geld-saldo")
    for one in jaren:
        top = one.begin + one.erbij
        yield _Balk(f"{one.jaar} erbij", one.begin, top, one.erbij, "geld-erbij")
        yield _Balk(f"{one.jaar} eraf", one.saldo, top, -one.eraf, "geld-eraf")
        klasse = "geld-tekort" if one.saldo < 0 else "geld-saldo"
        yield _Balk(f"Eind {one.jaar}", 0, one.saldo, one.saldo, klasse)


def _places(balken: Sequence[_Balk]) -> Iterator[int]:
    """Yield the top of each row; after the end of a year there is air."""
    top = 0
    for balk in balken:
        yield top
        top += ROW + (GAP if balk.naam.startswith(("Eind", "Begin")) else 0)


def _x(amount: int, low: int, span: int) -> str:
    return f"{LEFT + (RIGHT - LEFT) * (amount - low) / span:.2f}%"


def _row(balk: _Balk, top: int, low: int, span: int) -> str:
    start, end = sorted((balk.van, balk.tot))
    width = max((RIGHT - LEFT) * (end - start) / span, 0.3)
    middle = top + ROW / 2
    strong = "geld-woord geld-woord--sterk" if balk.naam.startswith("Eind") else "geld-woord"
    return element(
        "g",
        element("text", words(balk.naam), x=0, y=middle + 5, class_=strong),
        element(
            "rect",
            x=_x(start, low, span),
            y=middle - BAR / 2,
            width=f"{width:.2f}%",
            height=BAR,
            class_=balk.klasse,
        ),
        element(
            "text",
            words(euro(_whole(balk.bedrag)).replace(" ", "\N{NO-BREAK SPACE}")),
            x="100%",
            y=middle + 5,
            text_anchor="end",
            class_=strong,
        ),
    )


def _whole(cents: int) -> int:
    """Return cents rounded to whole euros, half away from nought."""
    sign = -1 if cents < 0 else 1
    return sign * ((abs(cents) + 50) // 100) * 100
