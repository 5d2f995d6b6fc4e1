"""Schools as dots: what they need across, hours of help upwards; below on the right it's lacking.

Where help may lack a dot is full, where there is much of it beside the need it's a diamond, and all
others are open. What is only known as a range is a line from end to end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Grafiek, Kolom, number_column
from openlea.web.charts.getallen import GEEN_CIJFER, range_words, written
from openlea.web.charts.palet import ACCENT, GRIJS, PAPIER
from openlea.web.charts.palet import house_style as styled

HEIGHT, ROOM, TICKS = 320, 1.0, 5
TEKORT, RUIM = "tekort", "ruim"
SHAPES = {TEKORT: "circle", RUIM: "diamond"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulpstip:
    """A school: what it needs, hours a week per 100 pupils, how it lies in words; None unknown."""

    naam: str
    nodig: float | None
    uren: Bereik | None
    ligging: str
    woord: str
    oordeel: str


def hulp_chart(
    naam: str, titel: str, stippen: Sequence[Hulpstip], *, maat: str, eenheid: str
) -> Grafiek:
    """Return the dots of whom both are known; `maat` names the need, `eenheid` the hours."""
    drawn = [one for one in stippen if one.nodig is not None and one.uren is not None]
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(stippen, len(drawn)),
        kolommen=(
            Kolom("School"),
            number_column(maat),
            number_column("Hulp, laagste", eenheid),
            number_column("Hulp, hoogste", eenheid),
            Kolom("Hulp"),
            Kolom("Oordeel"),
        ),
        rijen=tuple(
            (
                one.naam,
                one.nodig,
                one.uren.laag if one.uren else None,
                one.uren.hoog if one.uren else None,
                one.woord,
                one.oordeel,
            )
            for one in stippen
        ),
        spec=_spec(drawn, maat, eenheid) if drawn else None,
        leeg="Dit is hier niet in een plaatje te vergelijken. In de tabel staat wat bekend is.",
    )


def _sentence(stippen: Sequence[Hulpstip], drawn: int) -> str:
    lack = sum(one.ligging == TEKORT for one in stippen)
    much = sum(one.ligging == RUIM for one in stippen)
    return (
        f"{drawn} van de {len(stippen)} scholen staan in het plaatje. "
        f"Rechtsonder: veel nodig en weinig of geen hulp ({lack}). "
        f"Linksboven: minder nodig en veel hulp ({much})."
    )


def _spec(stippen: Sequence[Hulpstip], maat: str, eenheid: str) -> dict[str, Any]:
    rows = [_row(one) for one in stippen]
    needs = [row["nodig"] for row in rows]
    high = max(row["hoog"] for row in rows)
    x = {
        "field": "nodig",
        "type": "quantitative",
        "scale": {"domain": [min(needs) - ROOM, max(needs) + ROOM], "nice": False, "zero": False},
        "axis": {"title": f"{maat} (hoger: meer nodig)", "grid": False,
                 "tickCount": 6},
    }  # fmt: skip
    y = {
        "type": "quantitative",
        "scale": {"domain": [-0.06 * (high or 1), 1.15 * (high or 1)], "nice": False},
        "axis": {"title": eenheid.capitalize(), "tickCount": 5, "values": _ticks(high)},
    }
    return styled(
        height=HEIGHT,
        layer=_dots(rows, x, y),
        usermeta={"smal": {"height": 280}},
    )


def _ticks(high: float) -> list[float]:
    """Return about five round marks from nought on: below nought there is nothing to read."""
    step = next((s for s in (0.5, 1, 2, 5, 10, 20, 50, 100) if high / s <= TICKS), 200)
    return [n * step for n in range(int(high // step) + 2)]


def _row(one: Hulpstip) -> dict[str, Any]:
    uren, nodig = one.uren or Bereik(0, 0), one.nodig or 0.0
    return {
        "naam": one.naam,
        "nodig": nodig,
        "laag": uren.laag,
        "hoog": uren.hoog,
        "midden": (uren.laag + uren.hoog) / 2,
        "ligging": one.ligging,
        "vorm": SHAPES.get(one.ligging, "circle"),
        "nodigwoord": written(nodig),
        "woord": range_words(one.uren) if one.uren else GEEN_CIJFER,
        "oordeel": one.oordeel,
    }


def _dots(rows: Sequence[dict[str, Any]], x: dict[str, Any], y: dict[str, Any]) -> list[Any]:
    apart = f"datum.ligging == '{TEKORT}'"
    told = [
        {"field": "naam", "title": "School"},
        {"field": "nodigwoord", "title": "Nodig"},
        {"field": "woord", "title": "Hulp"},
        {"field": "oordeel", "title": "Oordeel"},
    ]
    data = {"values": list(rows)}
    shape = {"field": "vorm", "type": "nominal", "scale": None, "legend": None}
    return [
        {
            "data": data,
            "transform": [{"filter": "datum.laag < datum.hoog"}],
            "mark": {"type": "rule", "color": GRIJS, "strokeWidth": 2, "tooltip": None},
            "encoding": {"x": x, "y": {**y, "field": "laag"}, "y2": {"field": "hoog"}},
        },
        {
            "data": data,
            "mark": {"type": "point", "filled": True, "size": 110, "strokeWidth": 2, "opacity": 1},
            "encoding": {
                "x": x,
                "y": {**y, "field": "midden"},
                "shape": shape,
                "fill": {"condition": {"test": apart, "value": ACCENT}, "value": PAPIER},
                "stroke": {
                    "condition": {"test": f"{apart} || datum.ligging == '{RUIM}'",
                                  "value": ACCENT},
                    "value": GRIJS,
                },
                "tooltip": told,
            },
        },
    ]  # fmt: skip
