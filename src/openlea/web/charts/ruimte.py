"""What schools lack in floor area as bars to the right of nought, and what they have left to it.

A line through the bar runs from the least to the most. The words behind say the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.web.charts.figuur import Grafiek, Kolom, number_column
from openlea.web.charts.getallen import written
from openlea.web.charts.palet import ACCENT, GRIJS, INKT, LIJN
from openlea.web.charts.palet import house_style as styled

ROW, ROW_SMAL = 34, 50
TOLD = 5
"""So many schools are read aloud; the others are in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruimtestaaf:
    """A school and what it lacks in m2 at least, most likely and at most, in a year."""

    naam: str
    jaar: int
    laag: float
    midden: float
    hoog: float

    @property
    def woord(self) -> str:
        """Return '120 m² tekort' or '80 m² over'."""
        amount = round(self.midden)
        if not amount:
            return "past precies"
        said = written(abs(amount), 0)
        return f"{said} m² tekort" if amount > 0 else f"{said} m² over"


def ruimte_chart(naam: str, titel: str, staven: Sequence[Ruimtestaaf]) -> Grafiek:
    """Return the bars in the order they are given; without any it says so in words."""
    ends = [number_column(end, "m²", 0) for end in ("Tekort ten minste", "Tekort", "Ten hoogste")]
    told = "; ".join(f"{one.naam} {one.woord} in {one.jaar}" for one in staven[:TOLD])
    more = len(staven) - TOLD
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=f"{told}{f'; en {more} andere in de tabel' if more > 0 else ''}.",
        kolommen=(Kolom("School"), Kolom("Jaar"), *ends, Kolom("In woorden")),
        rijen=tuple(
            (one.naam, str(one.jaar), one.laag, one.midden, one.hoog, one.woord) for one in staven
        ),
        spec=_spec(staven) if staven else None,
        leeg="Van geen school is bekend hoeveel ruimte zij heeft.",
    )


def _spec(staven: Sequence[Ruimtestaaf]) -> dict[str, Any]:
    rows = [
        {
            "nummer": index,
            "naam": one.naam,
            "nul": 0,
            "laag": one.laag,
            "midden": one.midden,
            "hoog": one.hoog,
            "woord": one.woord,
        }
        for index, one in enumerate(staven)
    ]
    return styled(
        data={"values": rows},
        height={"step": ROW},
        params=_places("width * 0.36", 0),
        encoding={"y": {"field": "nummer", "type": "ordinal", "sort": None, "axis": None}},
        layer=[*_bars(), *_words()],
        usermeta={"smal": {"height": {"step": ROW_SMAL}, "params": _places("0", 10)}},
    )


def _places(links: str, zakt: int) -> list[dict[str, Any]]:
    return [{"name": "links", "expr": links}, {"name": "zakt", "value": zakt}]


def _bars() -> list[dict[str, Any]]:
    scale = {"range": [{"expr": "links"}, {"expr": "width - 108"}], "nice": False, "zero": True}
    x = {"type": "quantitative", "axis": None, "scale": scale}
    down = {"yOffset": {"expr": "zakt"}}
    told = [{"field": "naam", "title": "School"}, {"field": "woord", "title": "Ruimte"}]
    colour = {"condition": {"test": "datum.midden > 0", "value": ACCENT}, "value": GRIJS}
    return [
        {
            "mark": {"type": "bar", "height": 16, **down},
            "encoding": {
                "x": {**x, "field": "nul"},
                "x2": {"field": "midden"},
                "color": colour,
                "tooltip": told,
            },
        },
        {
            "mark": {"type": "rule", "color": INKT, "strokeWidth": 1.5, **down},
            "encoding": {"x": {**x, "field": "laag"}, "x2": {"field": "hoog"}},
        },
        {
            "mark": {"type": "tick", "color": LIJN, "size": 26, "thickness": 1.5, **down},
            "encoding": {"x": {**x, "field": "nul"}},
        },
    ]


def _words() -> list[dict[str, Any]]:
    limit = {"expr": "links > 0 ? links - 12 : width"}
    name = {"type": "text", "align": "left", "limit": limit, "yOffset": {"expr": "-1.2 * zakt"}}
    said = {"type": "text", "align": "right", "yOffset": {"expr": "zakt"}}
    ink = {"value": INKT}
    return [
        {
            "mark": name,
            "encoding": {"x": {"value": 0}, "text": {"field": "naam"}, "color": ink},
        },
        {
            "mark": said,
            "encoding": {"x": {"value": "width"}, "text": {"field": "woord"}, "color": ink},
        },
    ]
