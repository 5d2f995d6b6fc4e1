"""A year of one consultation on a line: a dot per meeting, a dashed bar where one is lacking.

Every place along the axis is a share of the width, so one drawing fits a phone and a wide screen.
Held and planned differ in shape, and the words beside the drawing say the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from openlea.policy.schrijfwijze import MAANDEN_KORT
from openlea.web.charts.svg import element, words

HEIGHT, LINE, DOT, BAR, TEXT = 54, 20, 7, 14, 48
NAMED = (1, 4, 7, 10)
"""The months that are named: four fit on a phone."""
HELD, PLANNED = "gehouden", "gepland"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stip:
    """A meeting on a day: 'gehouden' or 'gepland'."""

    op: date
    soort: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergaderjaar:
    """What is drawn of a year: meetings, the windows (both days included), and the sentence."""

    jaar: int
    stippen: tuple[Stip, ...]
    vensters: tuple[tuple[date, date], ...]
    zin: str


def draw_vergaderjaar(beeld: Vergaderjaar, today: date) -> str:
    """Return the year as an SVG text, with its sentence for who can't see it."""
    return element(
        "svg",
        *_months(beeld.jaar),
        *_windows(beeld),
        *_today(beeld.jaar, today),
        *_dots(beeld.jaar, beeld.stippen),
        xmlns="http://www.w3.org/2000/svg",
        class_="jp-beeld",
        role="img",
        aria_label=beeld.zin,
        width="100%",
        height=HEIGHT,
    )


def share(jaar: int, day: date) -> float:
    """Return where a day stands in its year, in hundredths of the width."""
    begin, end = date(jaar, 1, 1), date(jaar, 12, 31)
    passed = (day - begin).days / (end - begin).days
    return round(100 * min(max(passed, 0.0), 1.0), 2)


def _at(jaar: int, day: date) -> str:
    return f"{share(jaar, day)}%"


def _months(jaar: int) -> Iterator[str]:
    yield element("line", x1="0%", x2="100%", y1=LINE, y2=LINE, class_="jp-lijn")
    for maand in range(1, 13):
        x, long = _at(jaar, date(jaar, maand, 1)), maand in NAMED
        yield element(
            "line", x1=x, x2=x, y1=LINE - 5, y2=LINE + (15 if long else 5), class_="jp-tik"
        )
        if long:
            yield element("text", words(MAANDEN_KORT[maand - 1]), x=x, y=TEXT, class_="jp-maand")


def _windows(beeld: Vergaderjaar) -> Iterator[str]:
    for van, voor in beeld.vensters:
        left, right = share(beeld.jaar, van), share(beeld.jaar, voor)
        yield element(
            "rect",
            x=f"{left}%",
            y=LINE - BAR / 2,
            width=f"{max(right - left - 0.6, 1):.2f}%",
            height=BAR,
            rx=BAR / 2,
            class_="jp-venster",
        )


def _today(jaar: int, today: date) -> Iterator[str]:
    if today.year == jaar:
        x = _at(jaar, today)
        yield element("line", x1=x, x2=x, y1=2, y2=TEXT - 12, class_="jp-vandaag")


def _dots(jaar: int, stippen: Iterable[Stip]) -> Iterator[str]:
    for one in stippen:
        yield element(
            "circle", cx=_at(jaar, one.op), cy=LINE, r=DOT, class_=f"jp-stip jp-stip--{one.soort}"
        )
