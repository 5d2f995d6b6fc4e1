"""Where one municipality stands among comparable ones: a dot on a band, never a ranking."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Grafiek, Kolom, number_column
from openlea.web.charts.getallen import (
    GEEN_CIJFER,
    range_sentence,
    range_words,
    span,
    with_unit,
    with_unit_expr,
    written,
)
from openlea.web.charts.palet import ACCENT, ACCENT_ZACHT, GRIJS, INKT, LIJN, PAPIER, ZACHT
from openlea.web.charts.palet import house_style as styled

ROW = 92
"""Room for the name above a strip, and for what the band is below it."""
ROW_ALONE = 86
"""One strip alone is named by the title of the chart."""
FAR = 0.7
"""Beyond this share of the width, words run to the left of what they name."""


OTHERS = (
    "Anderen, meestal vanaf",
    "Anderen, meestal tot",
    "Anderen, de middelste",
    "Anderen, laagste",
    "Anderen, hoogste",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strook:
    """One number of ours beside the same of comparable municipalities, all in one unit.

    `eigen` is a range when counts are hidden, None with `woord` when there is no figure. `band`
    holds the middle of the others (p10 to p90), `uitersten` their lowest and highest, `midden`
    their median. None of the three: nobody to compare with.
    """

    naam: str
    eigen: Bereik | None
    band: Bereik | None = None
    uitersten: Bereik | None = None
    midden: float | None = None
    woord: str = GEEN_CIJFER


def band_chart(
    naam: str,
    titel: str,
    stroken: Sequence[Strook],
    *,
    wie: str,
    eenheid: str = "%",
    decimals: int = 1,
    anderen: str = "vergelijkbare gemeenten",
) -> Grafiek:
    """Return the strips of `wie` beside `anderen`; without any number it says so in words."""
    known = [one for s in stroken for one in (s.eigen, s.band, s.uitersten) if one]
    whole = span(known)
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=" ".join(_sentence(one, wie, eenheid, decimals, anderen) for one in stroken),
        kolommen=_heads(wie, eenheid, decimals),
        rijen=tuple(_table_row(one) for one in stroken),
        spec=_spec(stroken, whole, wie, eenheid, decimals) if whole else None,
        leeg=f"Voor {wie} en {anderen} is hier geen cijfer over.",
    )


def _heads(wie: str, eenheid: str, decimals: int) -> tuple[Kolom, ...]:
    parts = (f"{wie}, laagste", f"{wie}, hoogste", *OTHERS)
    numbers = (number_column(part, eenheid, decimals) for part in parts)
    return (Kolom("Cijfer"), *numbers, Kolom("Opmerking"))


def _table_row(strook: Strook) -> tuple[str | float | None, ...]:
    ends = [
        end
        for one in (strook.eigen, strook.band)
        for end in ((one.laag, one.hoog) if one else (None, None))
    ]
    outer = strook.uitersten
    far = (outer.laag, outer.hoog) if outer else (None, None)
    return (strook.naam, *ends, strook.midden, *far, "" if strook.eigen else strook.woord)


def _sentence(strook: Strook, wie: str, eenheid: str, decimals: int, anderen: str) -> str:
    own = range_sentence(strook.eigen, eenheid, decimals, strook.woord)
    told = f"{strook.naam}: {wie} {own}"
    if strook.band is None:
        return f"{told}; er is geen vergelijking."
    others = range_sentence(strook.band, eenheid, decimals)
    return f"{told}; {anderen} meestal {others}."


def _spec(
    stroken: Sequence[Strook], whole: Bereik, wie: str, eenheid: str, decimals: int
) -> dict[str, Any]:
    rows = [_row(one, whole, wie, eenheid, decimals) for one in stroken]
    names = [_word("naam", -34, {"fontWeight": 600, "color": INKT})] if len(rows) > 1 else []
    ticks = {"tickCount": 5, "title": None, "grid": False, "labelExpr": with_unit_expr(eenheid)}
    # Nought belongs to a strip when the numbers lie near it, else the strip would be mostly empty.
    scale = {"zero": whole.laag >= 0 and whole.laag < whole.hoog / 2, "nice": True, "padding": 8}
    y = {"field": "naam", "type": "nominal", "sort": None, "axis": None}
    x = {"field": "laag", "type": "quantitative", "scale": scale, "axis": ticks}
    return styled(
        data={"values": rows},
        height={"step": ROW if len(stroken) > 1 else ROW_ALONE},
        encoding={"y": y},
        layer=[*names, *_context(x), *_own(x)],
    )


def _row(strook: Strook, whole: Bereik, wie: str, eenheid: str, decimals: int) -> dict[str, Any]:
    own, band, outer = strook.eigen, strook.band, strook.uitersten
    told = f"{wie} {range_words(own, eenheid, decimals, strook.woord)}"
    return {
        "naam": strook.naam,
        "laag": own.laag if own else None,
        "hoog": own.hoog if own else None,
        "eigen": told,
        "zonder": "" if own else told,
        "kant": _side(own, whole),
        "bereik": own is not None and own.precies is None,
        "p10": band.laag if band else None,
        "p90": band.hoog if band else None,
        "min": outer.laag if outer else None,
        "max": outer.hoog if outer else None,
        "midden": strook.midden,
        "anderen": _others(strook, eenheid, decimals),
    }


def _others(strook: Strook, eenheid: str, decimals: int) -> str:
    """Return what stands below a strip about the others."""
    if strook.band is None:
        return "Geen vergelijking"
    told = f"Vergelijkbaar: {range_words(strook.band, eenheid, decimals)}"
    if strook.midden is None:
        return told
    return f"{told}, de middelste {with_unit(written(strook.midden, decimals), eenheid)}"


def _side(own: Bereik | None, whole: Bereik) -> str:
    """Return to which side of its dot a word has room."""
    if own is None or whole.hoog == whole.laag:
        return "left"
    low = min(whole.laag, 0) if whole.laag >= 0 else whole.laag
    share = ((own.laag + own.hoog) / 2 - low) / (whole.hoog - low)
    if own.precies is None:
        return "left" if share < FAR else "right"
    return "left" if share < 1 - FAR else "right" if share > FAR else "center"


def _between(x: dict[str, Any], start: str, end: str) -> dict[str, Any]:
    return {"x": {**x, "field": start}, "x2": {"field": end}}


def _context(x: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the strip itself: the outer ends as a line, the middle as a band, a tick at half."""
    return [
        {"mark": {"type": "rule", "color": GRIJS}, "encoding": _between(x, "min", "max")},
        *(
            {
                "mark": {"type": "tick", "color": GRIJS, "size": 10, "thickness": 1},
                "encoding": {"x": {**x, "field": end}},
            }
            for end in ("min", "max")
        ),
        {
            "mark": {"type": "bar", "size": 18, "color": LIJN, "stroke": GRIJS, "strokeWidth": 1},
            "encoding": _between(x, "p10", "p90"),
        },
        {
            "mark": {"type": "tick", "color": ZACHT, "size": 18, "thickness": 2},
            "encoding": {"x": {**x, "field": "midden"}},
        },
        _word("anderen", 26, {"color": ZACHT}),
        _word("zonder", -18, {"color": ACCENT, "fontWeight": 600}),
    ]


def _word(field: str, dy: int, mark: dict[str, Any]) -> dict[str, Any]:
    """Return words at the left edge of the strip, so that they fit on a phone."""
    return {
        "mark": {"type": "text", "align": "left", "dy": dy, **mark},
        "encoding": {"x": {"value": 0}, "text": {"field": field}},
    }


def _own(x: dict[str, Any]) -> list[dict[str, Any]]:
    """Return us: a dot when the number is known, a bar from lowest to highest when it's a range."""
    filled = {"filter": "datum.laag !== null"}
    only_range = {"filter": "datum.bereik"}
    exact = {"filter": "datum.laag !== null && !datum.bereik"}
    shown = [{"field": "eigen", "title": "Eigen"}, {"field": "anderen", "title": "Anderen"}]
    told = {"tooltip": [{"field": "naam", "title": "Cijfer"}, *shown]}
    bar = {
        "type": "bar",
        "size": 12,
        "cornerRadius": 6,
        "color": ACCENT_ZACHT,
        "stroke": ACCENT,
        "strokeWidth": 2,
    }
    dot = {
        "type": "circle",
        "size": 190,
        "color": ACCENT,
        "opacity": 1,
        "stroke": PAPIER,
        "strokeWidth": 2,
    }
    sides = [
        {
            "transform": [filled, {"filter": f"datum.kant === '{side}'"}],
            "mark": {"type": "text", "align": side, "dy": -17, "color": ACCENT, "fontWeight": 600},
            "encoding": {"x": x, "text": {"field": "eigen"}},
        }
        for side in ("left", "center", "right")
    ]
    return [
        {"transform": [only_range], "mark": bar, "encoding": _between(x, "laag", "hoog") | told},
        {"transform": [exact], "mark": dot, "encoding": {"x": x} | told},
        *sides,
    ]
