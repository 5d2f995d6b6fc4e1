"""A line so small that it stands in a table: how a number moved, and where it is now."""

from collections.abc import Iterator, Sequence

from openlea.core.onthulling import Bereik
from openlea.web.charts.getallen import GEEN_CIJFER, range_sentence, span
from openlea.web.charts.svg import element

WIDTH, HEIGHT, EDGE = 96.0, 24.0, 4.0


def draw_sparkline(
    waarden: Sequence[tuple[str, Bereik | None]], eenheid: str = "%", decimals: int = 1
) -> str:
    """Return the numbers per period as a line; a range is a soft bar, a gap stays a gap.

    Returns words instead of a drawing when nothing is known.
    """
    known = [(period, one) for period, one in waarden if one]
    whole = span([one for _, one in known])
    if whole is None:
        return element("span", GEEN_CIJFER, class_="ol-geen-waarde")
    spots = [(_x(n, len(waarden)), one) for n, (_, one) in enumerate(waarden)]
    return element(
        "svg",
        *_ranges(spots, whole),
        *(_line(each, whole) for each in _stretches(spots)),
        _end(spots, whole),
        class_="ol-vonk",
        viewBox=f"0 0 {WIDTH:g} {HEIGHT:g}",
        role="img",
        aria_label=_sentence(known, eenheid, decimals),
    )


def _sentence(known: Sequence[tuple[str, Bereik]], eenheid: str, decimals: int) -> str:
    (first, start), (last, end) = known[0], known[-1]
    now = f"{range_sentence(end, eenheid, decimals)} in {last}"
    if first == last:
        return f"Alleen {now}."
    return f"Van {range_sentence(start, eenheid, decimals)} in {first} naar {now}."


def _x(index: int, count: int) -> float:
    return EDGE + (WIDTH - 2 * EDGE) * (index / (count - 1) if count > 1 else 1)


def _y(value: float, whole: Bereik) -> float:
    if whole.hoog == whole.laag:
        return HEIGHT / 2
    share = (value - whole.laag) / (whole.hoog - whole.laag)
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * share


def _ranges(spots: Sequence[tuple[float, Bereik | None]], whole: Bereik) -> Iterator[str]:
    for x, one in spots:
        if one and one.precies is None:
            low, high = _y(one.laag, whole), _y(one.hoog, whole)
            yield element("line", x1=x, x2=x, y1=low, y2=high, class_="ol-vonk__bereik")


def _stretches(
    spots: Sequence[tuple[float, Bereik | None]],
) -> Iterator[list[tuple[float, float]]]:
    """Yield the points between which a line may run: known numbers without a gap."""
    stretch: list[tuple[float, float]] = []
    for x, one in spots:
        if one is not None and one.precies is not None:
            stretch.append((x, one.precies))
            continue
        yield stretch
        stretch = []
    yield stretch


def _line(stretch: Sequence[tuple[float, float]], whole: Bereik) -> str:
    if len(stretch) < 2:  # noqa: PLR2004 - a line has two ends
        return "".join(
            element("circle", cx=x, cy=_y(value, whole), r=1.5, class_="ol-vonk__punt")
            for x, value in stretch
        )
    points = " ".join(f"{x:.1f},{_y(value, whole):.1f}" for x, value in stretch)
    return element("polyline", points=points, class_="ol-vonk__lijn")


def _end(spots: Sequence[tuple[float, Bereik | None]], whole: Bereik) -> str:
    """Return the last period as a dot; nothing when it isn't exactly known."""
    x, last = spots[-1]
    if last is None or last.precies is None:
        return ""
    return element("circle", cx=x, cy=_y(last.precies, whole), r=3, class_="ol-vonk__eind")
