"""How long something holds, as one bar on years: it stretches with the page, its words don't.

Every place along the axis is a share of the width, so one drawing fits a phone and a wide screen.
The colour says nothing that the words beside the bar don't say.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from openlea.web.charts.svg import element, words

HEIGHT, BAR_TOP, BAR, TEXT = 46, 20, 16, 12
MOST_LABELS = 7
"""More years than this don't fit on a phone: then every other one is named."""
BEFORE, AFTER, LONGEST = 1, 2, 12
"""The years shown before and after this one at least, and the most that are shown together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijd:
    """What is drawn: its days (both included; None has no end), and the tone of its state."""

    van: date
    tot: date | None
    toon: str
    zin: str


@dataclass(frozen=True, slots=True)
class Jaaras:
    """An axis of whole years, both included."""

    van: int
    tot: int

    def share(self, day: date) -> float:
        """Return where a day stands, in hundredths of the width; outside it stands at the end."""
        begin, end = date(self.van, 1, 1), date(self.tot + 1, 1, 1)
        passed = (day - begin).days / (end - begin).days
        return round(100 * min(max(passed, 0.0), 1.0), 2)


def axis_of(spans: Iterable[tuple[date, date | None]], today: date) -> Jaaras:
    """Return the axis that holds every span as far as it is near today."""
    found = list(spans)
    first = min([today.year - BEFORE, *(van.year for van, _ in found)])
    last = max([today.year + AFTER, *(tot.year for _, tot in found if tot)])
    van = max(first, today.year - LONGEST // 2)
    return Jaaras(van, min(last, van + LONGEST - 1))


def draw_looptijd(looptijd: Looptijd, jaaras: Jaaras, today: date) -> str:
    """Return the bar as an SVG text, with its sentence for who can't see it."""
    return element(
        "svg",
        *_years(jaaras),
        _bar(looptijd, jaaras),
        _today(jaaras, today),
        xmlns="http://www.w3.org/2000/svg",
        class_="lt-beeld",
        role="img",
        aria_label=looptijd.zin,
        width="100%",
        height=HEIGHT,
    )


def _years(jaaras: Jaaras) -> Iterator[str]:
    years = range(jaaras.van, jaaras.tot + 1)
    step = 2 if len(years) > MOST_LABELS else 1
    for place, jaar in enumerate(years):
        x = f"{jaaras.share(date(jaar, 1, 1))}%"
        yield element("line", x1=x, x2=x, y1=4, y2=HEIGHT - 6, class_="lt-jaar")
        if place % step == 0:
            yield element("text", words(str(jaar)), x=x, dx=5, y=TEXT, class_="lt-jaartal")


def _bar(looptijd: Looptijd, jaaras: Jaaras) -> str:
    left = jaaras.share(looptijd.van)
    right = 100.0 if looptijd.tot is None else jaaras.share(looptijd.tot)
    kind = " lt-balk--open" if looptijd.tot is None else ""
    return element(
        "rect",
        x=f"{left}%",
        y=BAR_TOP,
        width=f"{max(right - left, 0.5):.2f}%",
        height=BAR,
        rx=3,
        class_=f"lt-balk lt-balk--{looptijd.toon}{kind}",
    )


def _today(jaaras: Jaaras, today: date) -> str:
    x = f"{jaaras.share(today)}%"
    return element("line", x1=x, x2=x, y1=BAR_TOP - 5, y2=HEIGHT - 4, class_="lt-vandaag")
