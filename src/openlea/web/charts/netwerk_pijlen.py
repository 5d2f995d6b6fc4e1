"""The arrows of the network: the sign as a word on each, how sure it is in the dashes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from openlea.core.netwerk import Teken, Zekerheid
from openlea.engines.drawing import Drawing, Point
from openlea.web.charts.svg import CHAR_WIDTH, LINE_HEIGHT, element, lines, path, words

LABEL_HEIGHT = 20.0
LABEL_WIDTH = 12 * CHAR_WIDTH
GAP_COLUMNS = LABEL_WIDTH + 40
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
class Pijl:
    """An arrow between two boxes."""

    van: str
    naar: str
    teken: Teken
    zekerheid: Zekerheid = Zekerheid.ONBEKEND


def draw_arrows(
    pijlen: Sequence[Pijl], drawing: Drawing, namen: Mapping[str, str], prefix: str
) -> Iterator[str]:
    """Yield the lines first and the words on them after, so that no line runs through a word.

    `namen` are the names of the boxes by code.
    """
    together: dict[tuple[str, str], list[Pijl]] = {}
    for pijl in pijlen:
        if pijl.van != pijl.naar:
            together.setdefault((pijl.van, pijl.naar), []).append(pijl)
    taken: list[Point] = []
    labels = []
    for edge, each in together.items():
        points = drawing.routes[edge]
        signs = list(dict.fromkeys(SIGNS[pijl.teken] for pijl in each))
        told = "; ".join(_told(pijl, namen) for pijl in each)
        yield _line(points, max(each, key=lambda pijl: pijl.teken in EFFECTS), told, prefix)
        spot = _free_spot(points, taken)
        taken.append(spot)
        labels.append(_label(signs, spot))
    yield from labels


def _told(pijl: Pijl, namen: Mapping[str, str]) -> str:
    text = f"{namen[pijl.van]}, {pijl.teken.label.lower()}: {namen[pijl.naar]}"
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


def arrowhead(prefix: str) -> str:
    """Return the point that every arrow ends in, by the id that `prefix` makes its own."""
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


def draw_legend(pijlen: Sequence[Pijl], left: float, top: float) -> Iterator[str]:
    """Yield a sample of each line style that the drawing uses, with its words."""
    used = {pijl.zekerheid for pijl in pijlen if pijl.teken in EFFECTS and pijl.van != pijl.naar}
    for index, zekerheid in enumerate(each for each in Zekerheid if each in used):
        y = top + LEGEND_LINE * index
        yield element(
            "g",
            element(
                "path",
                d=path([(left, y), (left + 60, y)]),
                stroke="currentColor",
                stroke_width=2,
                stroke_dasharray=DASHES[zekerheid],
                fill="none",
            ),
            lines([LEGEND[zekerheid]], left + 72, y + 5, fill="currentColor", font_size=14),
            class_="netwerk-legenda",
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
