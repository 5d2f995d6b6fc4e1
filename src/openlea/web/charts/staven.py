"""Numbers of schools or other parts as lying bars; what is only known as a range is striped.

They stand in the order they are given: this is no ranking.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Cel, Grafiek, Kolom, number_column
from openlea.web.charts.getallen import (
    GEEN_CIJFER,
    range_sentence,
    range_words,
    span,
    with_unit,
    written,
)
from openlea.web.charts.palet import ACCENT, GRIJS, INKT, LIJN, STREEP, ZACHT
from openlea.web.charts.palet import house_style as styled

ROW, ROW_SMAL = 32, 48
NAMES = 0.4
"""The part of a wide chart that the names take; on a narrow one they stand above their bars."""
TOLD = 5
"""So many bars are read aloud; the others are in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Staaf:
    """One bar: a number, a range when counts are hidden, or None with a word that says why."""

    naam: str
    bereik: Bereik | None
    eigen: bool = False
    woord: str = GEEN_CIJFER


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """A number to hold the bars against, drawn as a line: 'Gemeente 12 %'."""

    naam: str
    waarde: float


def staven_chart(
    naam: str,
    titel: str,
    staven: Sequence[Staaf],
    *,
    eenheid: str = "%",
    decimals: int = 1,
    maat: Maat | None = None,
    wat: str = "School",
) -> Grafiek:
    """Return the bars; without any number it says so in words. `wat` heads the names."""
    whole = span([one.bereik for one in staven if one.bereik])
    ends = (number_column(end, eenheid, decimals) for end in ("Laagste", "Hoogste"))
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(staven, eenheid, decimals, maat),
        kolommen=(Kolom(wat), *ends, Kolom("Opmerking")),
        rijen=tuple(_table_row(one) for one in staven),
        spec=_spec(staven, eenheid, decimals, maat) if whole else None,
        leeg="Er is hier geen cijfer over.",
    )


def _table_row(staaf: Staaf) -> tuple[Cel, ...]:
    if staaf.bereik is None:
        return staaf.naam, None, None, staaf.woord
    said = "" if staaf.bereik.precies is not None else "alleen een bereik is bekend"
    return staaf.naam, staaf.bereik.laag, staaf.bereik.hoog, said


def _sentence(staven: Sequence[Staaf], eenheid: str, decimals: int, maat: Maat | None) -> str:
    told = [
        f"{one.naam} {range_sentence(one.bereik, eenheid, decimals, one.woord)}"
        for one in staven[:TOLD]
    ]
    more = len(staven) - TOLD
    rest = f"; en {more} andere in de tabel" if more > 0 else ""
    line = f" {_measure(maat, eenheid, decimals)}." if maat else ""
    return f"{'; '.join(told)}{rest}.{line}"


def _measure(maat: Maat, eenheid: str, decimals: int) -> str:
    return f"{maat.naam}: {with_unit(written(maat.waarde, decimals), eenheid)}"


def _spec(
    staven: Sequence[Staaf], eenheid: str, decimals: int, maat: Maat | None
) -> dict[str, Any]:
    rows = [
        {
            "nummer": index,
            "naam": one.naam,
            "nul": 0,
            "laag": one.bereik.laag if one.bereik else 0,
            "hoog": one.bereik.hoog if one.bereik else 0,
            "eigen": one.eigen,
            "woord": range_words(one.bereik, eenheid, decimals, one.woord),
            "leeg": one.bereik is None,
        }
        for index, one in enumerate(staven)
    ]
    scale = {"range": [{"expr": "links"}, {"expr": "width - 84"}], "nice": False, "zero": True}
    x = {"field": "laag", "type": "quantitative", "axis": None, "scale": scale}
    y = {"field": "nummer", "type": "ordinal", "sort": None, "axis": None}
    return styled(
        data={"values": rows},
        height={"step": ROW},
        params=_places(f"width * {NAMES}", 0),
        encoding={"y": y},
        layer=[*_bars(x), *_words(x), *_line(maat, x, eenheid, decimals)],
        usermeta={"smal": {"height": {"step": ROW_SMAL}, "params": _places("0", 10)}},
    )


def _places(links: str, zakt: int) -> list[dict[str, Any]]:
    """Return where the bars begin, and how far they lie below the middle of their row."""
    return [{"name": "links", "expr": links}, {"name": "zakt", "value": zakt}]


def _bars(x: dict[str, Any]) -> list[dict[str, Any]]:
    told = [{"field": "naam", "title": "Naam"}, {"field": "woord", "title": "Cijfer"}]
    colour = {
        "condition": {"test": "datum.eigen", "value": ACCENT},
        "value": GRIJS,
    }
    down = {"yOffset": {"expr": "zakt"}}
    stripes = {"type": "rule", "strokeWidth": 16, "strokeDash": list(STREEP), **down}
    edge = {"type": "tick", "size": 16, "thickness": 2, **down}
    only_range = [{"filter": "datum.laag < datum.hoog"}]
    ends = {"x": x, "x2": {"field": "hoog"}}
    return [
        {
            "mark": {"type": "bar", "height": 16, **down},
            "encoding": {
                "x": {**x, "field": "nul"},
                "x2": {"field": "laag"},
                "color": colour,
                "tooltip": told,
            },
        },
        {
            "transform": only_range,
            "mark": {"type": "bar", "height": 16, "color": LIJN, "opacity": 0.6, **down},
            "encoding": {**ends, "tooltip": told},
        },
        {
            "transform": only_range,
            "mark": {**stripes, "tooltip": None},
            "encoding": {**ends, "color": colour},
        },
        {
            "transform": only_range,
            "mark": edge,
            "encoding": {"x": {**x, "field": "hoog"}, "color": colour},
        },
    ]


def _words(x: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the names before or above the bars, and the numbers behind them."""
    limit = {"expr": "links > 0 ? links - 12 : width"}
    strong = {
        "condition": [
            {"test": "datum.eigen", "value": ACCENT},
            {"test": "datum.leeg", "value": ZACHT},
        ],
        "value": INKT,
    }
    weight = {"fontWeight": {"expr": "datum.eigen ? 600 : 400"}}
    name = {"type": "text", "align": "left", "limit": limit, "yOffset": {"expr": "-1.2 * zakt"}}
    number = {"type": "text", "align": "left", "dx": 7, "yOffset": {"expr": "zakt"}}
    return [
        {
            "mark": {**name, **weight},
            "encoding": {"x": {"value": 0}, "text": {"field": "naam"}, "color": strong},
        },
        {
            "mark": {**number, **weight},
            "encoding": {"x": {**x, "field": "hoog"}, "text": {"field": "woord"}, "color": strong},
        },
    ]


def _line(
    maat: Maat | None, x: dict[str, Any], eenheid: str, decimals: int
) -> list[dict[str, Any]]:
    """Return the measure as a tick in each row, so that it runs through no name."""
    if maat is None:
        return []
    data = {"values": [{"laag": maat.waarde, "woord": _measure(maat, eenheid, decimals)}]}
    tick = {"type": "tick", "color": INKT, "size": 26, "thickness": 2, "yOffset": {"expr": "zakt"}}
    word = {"type": "text", "color": ZACHT, "baseline": "bottom", "dy": -3}
    return [
        {"mark": tick, "encoding": {"x": {"datum": maat.waarde, **_scale(x)}}},
        {
            "data": data,
            "mark": word,
            "encoding": {"x": x, "y": {"value": 0}, "text": {"field": "woord"}},
        },
    ]


def _scale(x: dict[str, Any]) -> dict[str, Any]:
    return {key: x[key] for key in ("type", "axis", "scale")}
