"""The Doelen-Inspanningen-Netwerk as a drawing: boxes with words, arrows with a sign and a style.

Nothing is said by colour alone: the kind stands in the box, the sign on the arrow, and how sure a
link is shows in the dashes, explained below the drawing. A list that says the same stands beside.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from openlea.core.netwerk import Teken, Zekerheid
from openlea.engines.drawing import Drawing, Point, Spot
from openlea.engines.layering import lay_out
from openlea.policy.netwerk import titled
from openlea.web.charts.svg import CHAR_WIDTH, LINE_HEIGHT, element, lines, path, words, wrapped

BOX_WIDTH = 236.0
PADDING = 12.0
MARGIN = 16.0
LABEL_HEIGHT = 20.0
LABEL_WIDTH = 12 * CHAR_WIDTH
GAP_COLUMNS = LABEL_WIDTH + 40
GAP_ROWS = 16.0
LEGEND_WIDTH = 300.0
LEGEND_LINE = LINE_HEIGHT * 1.5

SIGNS: Mapping[Teken, str] = {
    Teken.VERHOOGT: "+ verhoogt",
    Teken.VERLAAGT: "\N{MINUS SIGN} verlaagt",
    Teken.DEEL_VAN: "deel van",
    Teken.MEET: "meet",
}
DASHES: Mapping[Zekerheid, str] = {
    Zekerheid.HOOG: "none",
    Zekerheid.MIDDEN: "10 5",
    Zekerheid.LAAG: "2 5",
    Zekerheid.ONBEKEND: "12 4 2 4",
}
LEGEND: Mapping[Zekerheid, str] = {
    Zekerheid.HOOG: "zekerheid hoog",
    Zekerheid.MIDDEN: "zekerheid midden",
    Zekerheid.LAAG: "zekerheid laag",
    Zekerheid.ONBEKEND: "zekerheid niet vastgelegd",
}
EFFECTS = (Teken.VERHOOGT, Teken.VERLAAGT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vak:
    """A box with `soort`, `naam` and `toelichting` as words in it; `klasse` is its css suffix."""

    code: str
    naam: str
    soort: str
    klasse: str
    toelichting: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pijl:
    """An arrow between two boxes."""

    van: str
    naar: str
    teken: Teken
    zekerheid: Zekerheid = Zekerheid.ONBEKEND


def draw_netwerk(
    vakken: Sequence[Vak],
    pijlen: Sequence[Pijl],
    title: str,
    description: str,
    prefix: str = "netwerk",
) -> str:
    """Return the network as an SVG text; `prefix` keeps ids apart when a page holds more of them.

    It reads from left to right, so that a wide network grows down the page and not off it. Several
    arrows between the same boxes share a line and show all their signs. Raises KeyError for an
    arrow to a box that isn't there.
    """
    texts = {vak.code: _texts(vak) for vak in vakken}
    sizes = {code: (_height(each), BOX_WIDTH) for code, each in texts.items()}
    drawing = _across(
        lay_out(sizes, [(pijl.van, pijl.naar) for pijl in pijlen], GAP_ROWS, GAP_COLUMNS)
    )
    legend = list(_legend(pijlen, drawing.height + 2 * MARGIN))
    width = max(drawing.width, LEGEND_WIDTH if legend else 0.0) + 2 * MARGIN
    return element(
        "svg",
        element("title", words(title), id=f"{prefix}-titel"),
        element("desc", words(description), id=f"{prefix}-uitleg"),
        element("defs", _arrowhead(prefix)),
        element(
            "g",
            *_arrows(pijlen, drawing, {vak.code: vak for vak in vakken}, prefix),
            *(_box(vak, drawing.spots[vak.code], texts[vak.code]) for vak in vakken),
            transform=f"translate({MARGIN:g} {MARGIN:g})",
        ),
        *legend,
        aria_labelledby=f"{prefix}-titel {prefix}-uitleg",
        **_frame(width, drawing.height + 2 * MARGIN + LEGEND_LINE * len(legend)),
    )


def _frame(width: float, height: float) -> dict[str, str | float]:
    """Return what the drawing says of itself; a group, so that the links in it stay links."""
    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "class_": "netwerk",
        "role": "group",
        "viewBox": f"0 0 {width:.0f} {height:.0f}",
        "width": round(width),
        "height": round(height),
    }


def _across(drawing: Drawing) -> Drawing:
    """Return a drawing that ran down, running to the right."""
    return Drawing(
        spots={
            code: Spot(spot.layer, spot.y, spot.x, spot.height, spot.width)
            for code, spot in drawing.spots.items()
        },
        routes={edge: tuple((y, x) for x, y in points) for edge, points in drawing.routes.items()},
        turned=drawing.turned,
        width=drawing.height,
        height=drawing.width,
    )


def _curve(points: Sequence[Point]) -> str:
    """Return the commands of a line through the points, smooth between columns."""
    (x, y), *rest = points
    commands = [f"M{x:.1f} {y:.1f}"]
    for next_x, next_y in rest:
        half = (x + next_x) / 2
        commands.append(f"C{half:.1f} {y:.1f} {half:.1f} {next_y:.1f} {next_x:.1f} {next_y:.1f}")
        x, y = next_x, next_y
    return "".join(commands)


def _texts(vak: Vak) -> list[tuple[str, str]]:
    """Return the lines of a box as (css class, words)."""
    room = BOX_WIDTH - 2 * PADDING
    parts = (
        ("netwerk-soort", vak.soort),
        ("netwerk-naam", titled(vak.code, vak.naam)),
        ("netwerk-toelichting", vak.toelichting),
    )
    return [(klasse, line) for klasse, text in parts if text for line in wrapped(text, room)]


def _height(texts: Sequence[tuple[str, str]]) -> float:
    return LINE_HEIGHT * len(texts) + 2 * PADDING


def _box(vak: Vak, spot: Spot, texts: Sequence[tuple[str, str]]) -> str:
    spans = [
        element(
            "tspan",
            words(line),
            class_=klasse,
            x=spot.x + PADDING,
            y=spot.y + PADDING + LINE_HEIGHT * (index + 0.75),
        )
        for index, (klasse, line) in enumerate(texts)
    ]
    content = (
        element(
            "rect",
            x=spot.x,
            y=spot.y,
            width=spot.width,
            height=spot.height,
            rx=4,
            fill="white",
            stroke="currentColor",
        ),
        element("text", *spans, fill="currentColor", font_size=14),
    )
    klasse = f"netwerk-vak netwerk-vak--{vak.klasse}"
    if vak.href:
        return element("a", *content, href=vak.href, class_=klasse)
    return element("g", *content, class_=klasse)


def _arrows(
    pijlen: Sequence[Pijl], drawing: Drawing, vakken: Mapping[str, Vak], prefix: str
) -> Iterator[str]:
    """Yield the lines first and the words on them after, so that no line runs through a word."""
    together: dict[tuple[str, str], list[Pijl]] = {}
    for pijl in pijlen:
        if pijl.van != pijl.naar:
            together.setdefault((pijl.van, pijl.naar), []).append(pijl)
    taken: list[Point] = []
    labels = []
    for edge, each in together.items():
        points = drawing.routes[edge]
        signs = list(dict.fromkeys(SIGNS[pijl.teken] for pijl in each))
        told = "; ".join(_told(pijl, vakken) for pijl in each)
        yield _line(points, max(each, key=lambda pijl: pijl.teken in EFFECTS), told, prefix)
        spot = _free_spot(points, taken)
        taken.append(spot)
        labels.append(_label(signs, spot))
    yield from labels


def _told(pijl: Pijl, vakken: Mapping[str, Vak]) -> str:
    text = f"{vakken[pijl.van].naam}, {pijl.teken.label.lower()}: {vakken[pijl.naar].naam}"
    return f"{text} ({LEGEND[pijl.zekerheid]})" if pijl.teken in EFFECTS else text


def _line(points: Sequence[Point], pijl: Pijl, told: str, prefix: str) -> str:
    is_effect = pijl.teken in EFFECTS
    return element(
        "path",
        element("title", words(told)),
        class_=f"netwerk-pijl netwerk-pijl--{pijl.teken} netwerk-pijl--{pijl.zekerheid}",
        d=_curve(points),
        fill="none",
        stroke="currentColor",
        stroke_width=2 if is_effect else 1,
        stroke_dasharray=DASHES[pijl.zekerheid] if is_effect else "none",
        marker_end=f"url(#{prefix}-punt)",
    )


def _label(signs: Sequence[str], spot: Point) -> str:
    text = ", ".join(signs)
    width = len(text) * CHAR_WIDTH + 8
    x, y = spot
    return element(
        "g",
        element("rect", x=x - width / 2, y=y - 10, width=width, height=LABEL_HEIGHT, fill="white"),
        element(
            "text",
            words(text),
            x=x,
            y=y + 5,
            text_anchor="middle",
            fill="currentColor",
            font_size=14,
        ),
        class_="netwerk-teken",
    )


def _free_spot(points: Sequence[Point], taken: Sequence[Point]) -> Point:
    """Return a place where no other word stands, on the last stretch between two columns."""
    stretches = reversed(list(pairwise(points)))
    (x0, y0), (x1, y1) = max(
        stretches, key=lambda two: min(abs(two[1][0] - two[0][0]), GAP_COLUMNS)
    )
    spots = [(x0 + (x1 - x0) * _ease(t), _along(y0, y1, t)) for t in (0.5, 0.35, 0.65, 0.2, 0.8)]
    free = (
        spot
        for spot in spots
        if all(abs(spot[0] - x) > LABEL_WIDTH or abs(spot[1] - y) > LABEL_HEIGHT for x, y in taken)
    )
    return next(free, spots[0])


def _along(start: float, end: float, t: float) -> float:
    """Return y on the curve at t: both handles stand right beside the ends."""
    return start + (end - start) * t * t * (3 - 2 * t)


def _ease(t: float) -> float:
    """Return the part of the width at t, on a curve whose handles lie at half the width."""
    return 1.5 * t * (1 - t) + t**3


def _arrowhead(prefix: str) -> str:
    return element(
        "marker",
        element("path", d="M0 0L10 5L0 10z", fill="currentColor"),
        id=f"{prefix}-punt",
        viewBox="0 0 10 10",
        refX=10,
        refY=5,
        markerWidth=7,
        markerHeight=7,
        orient="auto",
    )


def _legend(pijlen: Sequence[Pijl], top: float) -> Iterator[str]:
    """Yield a sample of each line style that the drawing uses, with its words."""
    used = {pijl.zekerheid for pijl in pijlen if pijl.teken in EFFECTS and pijl.van != pijl.naar}
    for index, zekerheid in enumerate(each for each in Zekerheid if each in used):
        y = top + LEGEND_LINE * index
        yield element(
            "g",
            element(
                "path",
                d=path([(MARGIN, y), (MARGIN + 60, y)]),
                stroke="currentColor",
                stroke_width=2,
                stroke_dasharray=DASHES[zekerheid],
                fill="none",
            ),
            lines([LEGEND[zekerheid]], MARGIN + 72, y + 5, fill="currentColor", font_size=14),
            class_="netwerk-legenda",
        )
