"""The year as a wheel: twelve months, and in each a mark per legal task, by how far it is.

Every mark has a shape of its own, so that the colour says nothing that the shape does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin

from openlea.core.verplichting import TaakStaat
from openlea.policy.schrijfwijze import MAANDEN, MAANDEN_KORT, count
from openlea.web.charts.svg import element, words

SIZE = 440.0
MIDDLE = SIZE / 2
INNER, OUTER = 90.0, 182.0
LABEL = 205.0
AIR = 0.018
"""Between two months, in radians."""
LARGEST, SMALLEST = 23.0, 1.5
"""From one mark to the next, in units: the more marks in the fullest month, the closer."""
FULL = 2 * pi
ORDER = (
    TaakStaat.BEWEZEN,
    TaakStaat.NIET_VAN_TOEPASSING,
    TaakStaat.VOORGESTELD,
    TaakStaat.BEZIG,
    TaakStaat.OPEN,
    TaakStaat.TE_LAAT,
)
"""From the hub to the rim: what asks attention lies outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wielmaand:
    """A month (1-12) with the states of its tasks and the address to go to, '' for none."""

    nummer: int
    staten: tuple[TaakStaat, ...]
    adres: str = ""

    @property
    def kort(self) -> str:
        """Return the word that stands at the rim."""
        return MAANDEN_KORT[self.nummer - 1]

    @property
    def naam(self) -> str:
        """Return what is heard of a month: its name, how many tasks and how many late."""
        month, late = MAANDEN[self.nummer - 1], self.staten.count(TaakStaat.TE_LAAT)
        naam = month if month == self.kort else f"{self.kort} ({month})"
        if not self.staten:
            return f"{naam}: geen taken"
        told = f"{naam}: {count(len(self.staten), 'taak', 'taken')}"
        return f"{told}, {late} te laat" if late else told


@dataclass(frozen=True, slots=True)
class _Plek:
    """A place in the wheel: angle from the top, clockwise in radians, and distance."""

    angle: float
    radius: float

    @property
    def x(self) -> float:
        return MIDDLE + self.radius * sin(self.angle)

    @property
    def y(self) -> float:
        return MIDDLE - self.radius * cos(self.angle)


def draw_jaarwiel(
    maanden: Sequence[Wielmaand], *, groot: str, klein: str, vandaag: date | None = None
) -> str:
    """Return the wheel as an SVG text.

    `groot` and `klein` stand in the hub; with `vandaag` a hand points at that day.
    """
    pitch = _pitch(max((len(one.staten) for one in maanden), default=0))
    return element(
        "svg",
        element("title", words(f"Het jaar rond: {groot} {klein}"), id="jaarwiel-titel"),
        *(_month(one, pitch) for one in maanden),
        *(_hand(vandaag) if vandaag else ()),
        element("text", words(groot), x=MIDDLE, y=MIDDLE + 4, class_="tk-wiel__groot"),
        element("text", words(klein), x=MIDDLE, y=MIDDLE + 28, class_="tk-wiel__klein"),
        xmlns="http://www.w3.org/2000/svg",
        class_="tk-wiel",
        viewBox=f"0 0 {SIZE:.0f} {SIZE:.0f}",
        role="group",
        aria_labelledby="jaarwiel-titel",
    )


def _month(one: Wielmaand, pitch: float) -> str:
    start = FULL * (one.nummer - 1) / 12
    middle = start + FULL / 24
    state = " tk-wiel__maand--leeg" if not one.staten else ""
    spot = _Plek(middle, LABEL)
    inside = (
        element("path", d=_sector(start + AIR, start + FULL / 12 - AIR), class_="tk-wiel__vlak"),
        element(
            "text",
            words(one.kort),
            x=spot.x,
            y=spot.y + 5,
            class_="tk-wiel__naam",
            aria_hidden="true",
        ),
        *_marks(one, start, pitch),
    )
    if not one.adres:
        return element("g", *inside, class_=f"tk-wiel__maand{state}", aria_hidden="true")
    return element(
        "a", *inside, href=one.adres, class_=f"tk-wiel__maand{state}", aria_label=one.naam
    )


def _sector(start: float, end: float) -> str:
    """Return the path of a part of a ring."""
    a, b = _Plek(start, OUTER), _Plek(end, OUTER)
    c, d = _Plek(end, INNER), _Plek(start, INNER)
    return (
        f"M{a.x:.1f} {a.y:.1f}A{OUTER:.0f} {OUTER:.0f} 0 0 1 {b.x:.1f} {b.y:.1f}"
        f"L{c.x:.1f} {c.y:.1f}A{INNER:.0f} {INNER:.0f} 0 0 0 {d.x:.1f} {d.y:.1f}Z"
    )


def _pitch(most: int) -> float:
    """Return the widest distance at which the fullest month still fits in its part."""
    pitch = LARGEST
    while pitch > SMALLEST and sum(1 for _ in _seats(0, pitch)) < most:
        pitch -= 0.5
    return pitch


def _seats(start: float, pitch: float) -> Iterator[_Plek]:
    """Yield the places in a month, row by row from the hub to the rim, each row in its middle."""
    radius = INNER + pitch * 0.75
    while radius <= OUTER - pitch * 0.6:
        room = (FULL / 12 - 2 * AIR) * radius - pitch * 0.5
        seats = max(int(room / pitch), 1)
        first = start + FULL / 24 - (seats - 1) * pitch / radius / 2
        for number in range(seats):
            yield _Plek(first + number * pitch / radius, radius)
        radius += pitch


def _marks(one: Wielmaand, start: float, pitch: float) -> Iterator[str]:
    seats = list(_seats(start, pitch))
    staten = _thinned(sorted(one.staten, key=ORDER.index), len(seats))
    for staat, spot in zip(staten, seats, strict=False):
        yield draw_mark(staat, spot.x, spot.y, pitch * 0.36)


def _thinned(staten: Sequence[TaakStaat], most: int) -> Sequence[TaakStaat]:
    """Return at most so many, spread evenly, with the last: what is late is never left out."""
    if len(staten) <= most:
        return staten
    last = len(staten) - 1
    return [staten[last - number * last // (most - 1)] for number in reversed(range(most))]


def draw_mark(staat: TaakStaat, x: float, y: float, r: float) -> str:
    """Return the mark of a state around a point; `r` is half its size."""
    klasse = f"tk-teken tk-teken--{staat.value}"
    match staat:
        case TaakStaat.TE_LAAT:
            d = f"M{x:.1f} {y - 1.3 * r:.1f}L{x + 1.3 * r:.1f} {y:.1f}L{x:.1f} {y + 1.3 * r:.1f}"
            return element("path", d=f"{d}L{x - 1.3 * r:.1f} {y:.1f}Z", class_=klasse)
        case TaakStaat.VOORGESTELD | TaakStaat.BEZIG:
            d = f"M{x:.1f} {y - r:.1f}A{r:.1f} {r:.1f} 0 0 1 {x:.1f} {y + r:.1f}Z"
            ring = element("circle", cx=x, cy=y, r=r, class_=klasse)
            return ring + element("path", d=d, class_=f"{klasse} tk-teken--half")
        case TaakStaat.NIET_VAN_TOEPASSING:
            return element("line", x1=x - r, x2=x + r, y1=y, y2=y, class_=klasse)
        case _:
            return element("circle", cx=x, cy=y, r=r, class_=klasse)


def _hand(today: date) -> Iterator[str]:
    """Yield a hand at today, from the hub to just beyond the rim."""
    days = (date(today.year + 1, 1, 1) - date(today.year, 1, 1)).days
    angle = FULL * (today.timetuple().tm_yday - 0.5) / days
    near, far = _Plek(angle, INNER - 8), _Plek(angle, OUTER + 6)
    yield element("line", x1=near.x, y1=near.y, x2=far.x, y2=far.y, class_="tk-wiel__nu")
    yield element("circle", cx=far.x, cy=far.y, r=4, class_="tk-wiel__nu-punt")


def draw_teken(staat: TaakStaat) -> str:
    """Return the mark of a state by itself, for a legend."""
    return element(
        "svg",
        draw_mark(staat, 8, 8, 5),
        xmlns="http://www.w3.org/2000/svg",
        class_="tk-legenda__teken",
        width=16,
        height=16,
        viewBox="0 0 16 16",
        aria_hidden="true",
        focusable="false",
    )
