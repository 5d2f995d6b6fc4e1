"""Two distances per home postcode: to the closest school, open, and to where they go, a bar.

The bar is as wide as the mean isn't known; no middle of it is drawn, for nobody knows one. The line
up to it is what they travel further at least.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Grafiek, Kolom, number_column
from openlea.web.charts.getallen import range_words, written
from openlea.web.charts.palet import ACCENT, ACCENT_ZACHT, GRIJS, PAPIER
from openlea.web.charts.palet import house_style as styled

MOST, ROW = 12, 28


@dataclass(frozen=True, slots=True, kw_only=True)
class Reispunt:
    """A home postcode: the mean km to the schools pupils go to, and km to the closest one."""

    pc4: str
    leerlingen: Bereik
    km: Bereik
    dichtstbij: str
    dichtstbij_km: float


def reis_chart(naam: str, titel: str, punten: Sequence[Reispunt]) -> Grafiek:
    """Return the first twelve as a picture in the order they are given, and all as a table."""
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=_sentence(punten),
        kolommen=(
            Kolom("Postcode thuis"),
            number_column("Leerlingen, laagste", decimals=0),
            number_column("Leerlingen, hoogste", decimals=0),
            number_column("Gaat gemiddeld, laagste", "km"),
            number_column("Gaat gemiddeld, hoogste", "km"),
            number_column("Dichtstbij", "km"),
            Kolom("Dichtstbijzijnde school"),
        ),
        rijen=tuple(
            (
                one.pc4,
                *(one.leerlingen.laag, one.leerlingen.hoog),
                *(one.km.laag, one.km.hoog),
                one.dichtstbij_km,
                one.dichtstbij,
            )
            for one in punten
        ),
        spec=_spec(punten[:MOST]) if punten else None,
        leeg="Van geen postcode is de afstand bekend.",
    )


def _sentence(punten: Sequence[Reispunt]) -> str:
    if not punten:
        return "Van geen postcode is de afstand bekend."
    one = punten[0]
    most = f" De {MOST} postcodes met het grootste verschil staan hier." * (len(punten) > MOST)
    return (
        f"Uit {one.pc4} gaan leerlingen gemiddeld {range_words(one.km)} km; "
        f"de dichtstbijzijnde school van hun soort is op {written(one.dichtstbij_km)} km.{most} "
        "Het rondje is de dichtstbijzijnde school, de balk is hoe ver zij gemiddeld gaan."
    )


def _spec(punten: Sequence[Reispunt]) -> dict[str, Any]:
    rows = [
        {
            "pc4": one.pc4,
            "dichtbij": one.dichtstbij_km,
            "laag": one.km.laag,
            "hoog": one.km.hoog,
            "gaat": f"{range_words(one.km)} km",
            "school": f"{one.dichtstbij}, {written(one.dichtstbij_km)} km",
        }
        for one in punten
    ]
    y = {"field": "pc4", "type": "ordinal", "sort": None, "axis": {"title": None}}
    return styled(
        data={"values": rows},
        height={"step": ROW},
        encoding={"y": y},
        layer=_marks(),
    )


def _marks() -> list[dict[str, Any]]:
    x = {
        "type": "quantitative",
        "scale": {"zero": True},
        "axis": {"title": "Kilometer", "tickCount": 6},
    }
    told = [
        {"field": "pc4", "title": "Postcode"},
        {"field": "gaat", "title": "Gaat gemiddeld"},
        {"field": "school", "title": "Dichtstbij"},
    ]
    point = {"type": "point", "filled": True, "size": 90, "strokeWidth": 2, "opacity": 1}
    return [
        {
            "mark": {"type": "rule", "color": GRIJS, "strokeWidth": 1.5, "tooltip": None},
            "encoding": {"x": {**x, "field": "dichtbij"}, "x2": {"field": "laag"}},
        },
        {
            "mark": {"type": "bar", "height": 9, "stroke": ACCENT, "strokeWidth": 1.5,
                     "fill": ACCENT_ZACHT},
            "encoding": {"x": {**x, "field": "laag"}, "x2": {"field": "hoog"}, "tooltip": told},
        },
        {
            "mark": {**point, "fill": PAPIER, "stroke": GRIJS},
            "encoding": {"x": {**x, "field": "dichtbij"}, "tooltip": told},
        },
    ]  # fmt: skip
