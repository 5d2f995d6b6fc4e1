"""The picture of a forecast: what was counted, the middle of each year, and the 80 in 100 band."""

from collections.abc import Mapping, Sequence
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Grafiek
from openlea.web.charts.trend import Punt, Reeks, trend_chart

BAND = "80 van de 100 keer"


def fan_chart(
    naam: str,
    titel: str,
    nu: Mapping[str, Any],
    reeks: Sequence[Mapping[str, Any]],
    anders: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
) -> Grafiek:
    """Return the picture of one series; `anders` are other middles to draw beside it, by name."""
    own = [_point(nu, band=False), *(_point(one, band=True) for one in reeks)]
    others = [
        Reeks(naam=name, punten=tuple(_point(one, band=False) for one in series))
        for name, series in (anders or {}).items()
    ]
    return trend_chart(
        naam,
        f"{titel} (grijs: {BAND})",
        [Reeks(naam="Verwacht", punten=tuple(own), eigen=True), *others],
        eenheid="",
        decimals=0,
        anderen="",
        bandkop=BAND,
    )


def _point(one: Mapping[str, Any], *, band: bool) -> Punt:
    middle = float(one["midden"])
    around = Bereik(float(one["laag"]), float(one["hoog"])) if band else None
    return Punt(periode=str(one["jaar"]), bereik=Bereik(middle, middle), band=around)
