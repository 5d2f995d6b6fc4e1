"""The actions of an agenda on an axis of years: a bar per action, a diamond per milestone.

Nothing is said by colour alone: the state stands in the bar as a word, a bar without a period of
its own has a broken edge, explained below the drawing. The page has the same as a table. That is
the way for the keyboard too: links in the drawing are left out of the row of tabs, so that nobody
walks them twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from openlea.web.charts.svg import CHAR_WIDTH, LINE_HEIGHT, element, lines, words, wrapped

WIDTH = 1160.0
NAMES = 400.0
BAR = 22.0
GAP = 12.0
HEAD = 34.0
TOP = 56.0
"""Room for the word 'vandaag' above, and the years below it."""
DIAMOND = 7.0
RIGHT = 24.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mijlpaal:
    """A moment that was promised: a day, and what is to be there by then."""

    op: date
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Balk:
    """One action; without `van` or `tot` that side is the agenda's; `klasse` is for css."""

    code: str
    naam: str
    href: str
    van: date | None
    tot: date | None
    staat: str
    klasse: str
    mijlpalen: tuple[Mijlpaal, ...] = ()

    @property
    def is_hele_agenda(self) -> bool:
        """Return whether the action has no period of its own."""
        return self.van is None and self.tot is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """The bars of one speerpunt, and the milestones of the speerpunt itself."""

    code: str
    naam: str
    balken: tuple[Balk, ...]
    mijlpalen: tuple[Mijlpaal, ...] = ()


@dataclass(frozen=True, slots=True)
class As:
    """The axis: from the first day of the first year to the last day of the last."""

    van: int
    tot: int

    @property
    def begin(self) -> date:
        """Return the first day."""
        return date(self.van, 1, 1)

    @property
    def eind(self) -> date:
        """Return the last day."""
        return date(self.tot, 12, 31)

    def x(self, day: date) -> float:
        """Return where a day stands; a day outside the axis stands at its end."""
        span = (self.eind - self.begin).days + 1
        passed = min(max((day - self.begin).days, 0), span)
        return NAMES + (WIDTH - NAMES - RIGHT) * passed / span

    def holds(self, day: date) -> bool:
        """Return whether a day lies on the axis."""
        return self.begin <= day <= self.eind


def draw_tijdlijn(
    groepen: Sequence[Groep], tijdas: As, today: date, title: str, description: str
) -> str:
    """Return the timeline as an SVG text."""
    rows: list[str] = []
    y = TOP
    for groep in groepen:
        rows.append(_heading(groep, tijdas, y))
        y += HEAD + GAP
        for balk in groep.balken:
            text = wrapped(f"{balk.code} {balk.naam}", NAMES - 24)
            rows.append(_row(balk, text, tijdas, y))
            y += max(LINE_HEIGHT * len(text), BAR) + GAP
    height = y + GAP
    legend = list(_legend(height))
    return element(
        "svg",
        element("title", words(title), id="tijdlijn-titel"),
        element("desc", words(description), id="tijdlijn-uitleg"),
        *_years(tijdas, height),
        *rows,
        _today(tijdas, today, height),
        *legend,
        xmlns="http://www.w3.org/2000/svg",
        class_="tl-beeld",
        role="group",
        aria_labelledby="tijdlijn-titel tijdlijn-uitleg",
        viewBox=f"0 0 {WIDTH:.0f} {height + 3 * LINE_HEIGHT:.0f}",
    )


def _years(tijdas: As, height: float) -> Iterator[str]:
    for jaar in range(tijdas.van, tijdas.tot + 2):
        x = tijdas.x(date(jaar, 1, 1))
        yield element("line", x1=x, y1=TOP - 8, x2=x, y2=height, class_="tl-jaar")
        if jaar <= tijdas.tot:
            yield lines([str(jaar)], x + 6, TOP - 12, class_="tl-jaartal")


def _heading(groep: Groep, tijdas: As, y: float) -> str:
    text = wrapped(f"{groep.code} {groep.naam}", WIDTH)[0]
    return element(
        "g",
        element("line", x1=0, y1=y, x2=WIDTH - RIGHT, y2=y, class_="tl-grens"),
        lines([text], 0, y + 24, class_="tl-kop"),
        *(_diamond(one, tijdas, y + 20) for one in groep.mijlpalen),
    )


def _row(balk: Balk, text: Sequence[str], tijdas: As, y: float) -> str:
    left = tijdas.x(balk.van or tijdas.begin)
    # The last day is part of the period: the bar ends where the next day begins.
    right = max(tijdas.x(balk.tot or tijdas.eind), left + 6)
    kind = "heel" if balk.is_hele_agenda else "eigen"
    room = right - left > len(balk.staat) * CHAR_WIDTH
    return element(
        "g",
        element("a", lines(text, 0, y + 15), href=balk.href, tabindex="-1", class_="tl-naam"),
        element(
            "rect",
            x=left,
            y=y,
            width=right - left,
            height=BAR,
            rx=3,
            class_=f"tl-balk tl-balk--{kind} tl-balk--{balk.klasse}",
        ),
        lines([balk.staat], left + 8 if room else right + 8, y + 15, class_="tl-staat"),
        *(_diamond(one, tijdas, y + BAR / 2) for one in balk.mijlpalen),
    )


def _diamond(mijlpaal: Mijlpaal, tijdas: As, y: float) -> str:
    x, d = tijdas.x(mijlpaal.op), DIAMOND
    corners = ((x, y - d), (x + d, y), (x, y + d), (x - d, y))
    points = " ".join(f"{left:.1f},{top:.1f}" for left, top in corners)
    told = element("title", words(mijlpaal.tekst))
    return element("polygon", told, points=points, class_="tl-mijlpaal")


def _today(tijdas: As, today: date, height: float) -> str:
    if not tijdas.holds(today):
        return ""
    x = tijdas.x(today)
    return element(
        "g",
        element("line", x1=x, y1=22, x2=x, y2=height, class_="tl-vandaag"),
        lines(["vandaag"], x, 16, class_="tl-vandaag-woord", text_anchor="middle"),
    )


def _legend(y: float) -> Iterator[str]:
    told = (("eigen", "eigen periode"), ("heel", "geen eigen periode: loopt de hele agenda"))
    x = 0.0
    for kind, text in told:
        yield element(
            "rect", x=x, y=y + 12, width=36, height=16, rx=3, class_=f"tl-balk tl-balk--{kind}"
        )
        yield lines([text], x + 46, y + 25, class_="tl-staat")
        x += 46 + len(text) * CHAR_WIDTH + 36
    points = f"{x},{y + 20} {x + 7},{y + 13} {x + 14},{y + 20} {x + 7},{y + 27}"
    yield element("polygon", points=points, class_="tl-mijlpaal")
    yield lines(["mijlpaal"], x + 24, y + 25, class_="tl-staat")
