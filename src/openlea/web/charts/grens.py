"""What a more even spread costs: each point is the best in something, mix against the way there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.web.charts.figuur import Cel, Grafiek, Kolom, number_column
from openlea.web.charts.getallen import with_unit, written
from openlea.web.charts.palet import ACCENT, INKT, PAPIER, ZACHT
from openlea.web.charts.palet import house_style as styled

HEIGHT = 300
ROOM = 0.15
"""Of the width of the numbers, left free on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenspunt:
    """One mix under one travel limit; `wisselt` is how many change school, a handful as words.

    `band` in percent points, `reisgrens` and `reis` (the mean) in km, `ongelijk` is D in percent.
    """

    band: float
    reisgrens: float | None
    wisselt: str
    reis: float
    ongelijk: float
    is_bewezen: bool = True
    is_gevraagd: bool = False


def grens_chart(naam: str, titel: str, punten: Sequence[Grenspunt], *, nu: Grenspunt) -> Grafiek:
    """Return the frontier with today beside it; without any point it says so in words."""
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(punten, nu),
        kolommen=(
            Kolom("Wat"),
            Kolom("Reisgrens"),
            Kolom("Naar een andere school", getal=True),
            number_column("Gemiddelde reis", "km", 2),
            number_column("Dissimilariteit", "%", 0),
            Kolom("Bewezen"),
        ),
        rijen=tuple(_row(one, nu) for one in (nu, *punten)) if punten else (),
        spec=_spec(punten, nu) if punten else None,
        leeg="Met geen van de geprobeerde banden en reizen kan het.",
    )


def _row(one: Grenspunt, nu: Grenspunt) -> tuple[Cel, ...]:
    km = "geen" if one.reisgrens is None else with_unit(written(one.reisgrens, 1), "km")
    if one is nu:
        return ("Nu", "", "", one.reis, one.ongelijk, "")
    asked = ", gevraagd" if one.is_gevraagd else ""
    proved = "ja" if one.is_bewezen else "nee, de tijd was op"
    return (f"±{_band(one)} pp{asked}", km, one.wisselt, one.reis, one.ongelijk, proved)


def _band(one: Grenspunt) -> str:
    return written(one.band, 0 if one.band % 1 == 0 else 1)


def _sentence(punten: Sequence[Grenspunt], nu: Grenspunt) -> str:
    if not punten:
        return "Geen enkele geprobeerde verdeling kan."
    told = "; ".join(
        f"band {_band(one)} procentpunt: {one.wisselt} wisselen, gemiddeld "
        f"{written(one.reis, 2)} km"
        for one in sorted(punten, key=lambda one: one.band)[:5]
    )
    return f"Nu is de reis gemiddeld {written(nu.reis, 2)} km. {told}."


def _spec(punten: Sequence[Grenspunt], nu: Grenspunt) -> dict[str, Any]:
    rows = [_plain(one, nu) for one in (nu, *punten)]
    x = {"field": "reis", "type": "quantitative", "axis": _axis("Gemiddelde reis (km)", 2),
         "scale": _scale([row["reis"] for row in rows])}  # fmt: skip
    y = {"field": "ongelijk", "type": "quantitative", "axis": _axis("Dissimilariteit (%)", 0),
         "scale": _scale([row["ongelijk"] for row in rows])}  # fmt: skip
    told = [
        {"field": "naam", "title": "Wat"},
        {"field": "wisselt", "title": "Naar een andere school"},
    ]
    data = {"values": rows}
    look = {
        "shape": {
            "field": "soort",
            "type": "nominal",
            "scale": {"domain": ["nu", "verdeling"], "range": ["diamond", "circle"]},
            "legend": None,
        },
        "fill": {
            "field": "soort",
            "type": "nominal",
            "scale": {"domain": ["nu", "verdeling"], "range": [PAPIER, ACCENT]},
            "legend": None,
        },
    }
    point = {"type": "point", "filled": True, "size": 120, "stroke": INKT, "strokeWidth": 1.5}
    word = {"type": "text", "align": "left", "dx": 10, "fontSize": 12, "color": INKT}
    return styled(
        height=HEIGHT,
        layer=[
            {"data": data, "mark": point, "encoding": {"x": x, "y": y, **look, "tooltip": told}},
            {
                "data": data,
                "mark": word,
                "encoding": {"x": x, "y": y, "text": {"field": "kort"}},
            },
        ],
    )


def _plain(one: Grenspunt, nu: Grenspunt) -> dict[str, Any]:
    kort = "nu" if one is nu else f"±{_band(one)} pp"
    km = "" if one.reisgrens is None else f", hooguit {written(one.reisgrens, 1)} km"
    return {
        "naam": kort if one is nu else kort + km,
        "kort": kort if one is nu else f"{kort}: {one.wisselt}",
        "soort": "nu" if one is nu else "verdeling",
        "wisselt": one.wisselt,
        "reis": one.reis,
        "ongelijk": one.ongelijk,
    }


def _axis(title: str, decimals: int) -> dict[str, Any]:
    return {"title": title, "titleColor": ZACHT, "tickCount": 5, "format": f".{decimals}f"}


def _scale(values: Sequence[float]) -> dict[str, Any]:
    low, high = min(values), max(values)
    room = max((high - low) * ROOM, 0.02)
    return {"domain": [max(low - room, 0), high + 2 * room], "nice": False, "zero": False}
