"""The pictures of a business case: money per year and budget, and what weighs most."""

from typing import Any

from openlea.policy.businesscase import Kashouder
from openlea.services.businesscase.uitkomst import Uitkomst, Zwaai, whole
from openlea.services.papier.tornado import HOOG, LAAG, MOST, tornado_sentence
from openlea.web.charts.figuur import Grafiek, Kolom, number_column
from openlea.web.charts.palet import INKT, ZACHT, house_style

JAREN, TORNADO = "jaren", "tornado"
KLEUREN = {
    Kashouder.GEMEENTE_VERVOER: "#0072b2",
    Kashouder.GEMEENTE_JEUGD: "#56b4e9",
    Kashouder.GEMEENTE_HUISVESTING: "#cc79a7",
    Kashouder.GEMEENTE_ONDERWIJS: "#009e73",
    Kashouder.SWV: "#e69f00",
    Kashouder.SCHOOLBESTUUR: "#b3392f",
    Kashouder.RIJK: "#75818f",
}
ZWAAI = {LAAG: "#9ab4c8", HOOG: "#00568b"}
SAMEN = "Samen"
ROW = 46
DUIZEND = {"labelExpr": "format(datum.value / 1000, ',.0f')", "tickCount": 5, "grid": True}


def years_chart(found: Uitkomst) -> Grafiek:
    """Return what each budget pays (below nought) and gains per year, not discounted."""
    case = found.case
    jaren = [case.eerste_jaar + n for n in range(case.jaren)]
    sums = [sum(column) for column in zip(*(one.per_jaar for one in found.kassen), strict=True)]
    told = [*((one.kas.label, one.per_jaar) for one in found.kassen), (SAMEN, sums)]
    return Grafiek(
        naam=JAREN,
        titel="Wie betaalt en wie wint, per jaar",
        beschrijving=_years_sentence(jaren, sums),
        kolommen=(Kolom("Jaar"), *(number_column(naam, "euro", 0) for naam, _ in told)),
        rijen=tuple(
            (str(jaar), *(round(amounts[n]) for _, amounts in told)) for n, jaar in enumerate(jaren)
        ),
        spec=_years_spec(found, jaren, sums),
    )


def _years_sentence(jaren: list[int], sums: list[float]) -> str:
    return (
        f"In {jaren[0]} is het {whole(sums[0])} voor alle budgetten samen, in {jaren[-1]} "
        f"{whole(sums[-1])}. Onder nul betaalt een budget, boven nul wint het."
    )


def _years_spec(found: Uitkomst, jaren: list[int], sums: list[float]) -> dict[str, Any]:
    rows = [
        {"jaar": str(jaar), "kas": one.kas.label, "euro": one.per_jaar[n]}
        for one in found.kassen
        for n, jaar in enumerate(jaren)
        if one.per_jaar[n]
    ]
    total = [{"jaar": str(jaar), "euro": sums[n]} for n, jaar in enumerate(jaren)]
    used = {one.kas.label: KLEUREN[one.kas] for one in found.kassen}
    x = {"field": "jaar", "type": "ordinal", "axis": {"title": None, "labelAngle": 0,
         "labelOverlap": True}, "scale": {"domain": [str(one) for one in jaren]}}  # fmt: skip
    y = {"field": "euro", "type": "quantitative",
         "axis": {"title": "duizenden euro's", **DUIZEND}}  # fmt: skip
    colour = {"field": "kas", "type": "nominal",
              "scale": {"domain": list(used), "range": list(used.values())},
              "legend": {"title": None, "columns": {"expr": "width < 400 ? 1 : 2"},
                         "labelLimit": 300, "symbolType": "square"}}  # fmt: skip
    line = {"x": x, "y": y}
    return house_style(
        height=280,
        layer=[
            {"data": {"values": rows}, "mark": {"type": "bar", "stroke": "#ffffff"},
             "encoding": {**line, "color": colour}},
            _rule(0.0, "y"),
            {"data": {"values": total}, "mark": {"type": "line", "color": INKT, "strokeWidth": 2,
             "point": {"color": INKT, "size": 30}}, "encoding": line},
        ],
        usermeta={"smal": {"height": 260}},
    )  # fmt: skip


def swings_chart(found: Uitkomst) -> Grafiek:
    """Return the tornado: the worth with each assumption low and high, the widest on top."""
    return Grafiek(
        naam=TORNADO,
        titel="Wat het zwaarst weegt",
        beschrijving=tornado_sentence(found),
        kolommen=(
            Kolom("Aanname"),
            *(number_column(kop, "euro", 0) for kop in ("Waarde bij laag", "Waarde bij hoog")),
            number_column("Omslagpunt", "waarde van de aanname", 3),
            Kolom("Eenheid"),
            Kolom("Keert de conclusie om"),
        ),
        rijen=tuple(
            (
                one.aanname.naam,
                round(one.bij_laag),
                round(one.bij_hoog),
                one.omslag,
                one.aanname.eenheid,
                "ja" if one.keert else "nee",
            )
            for one in found.tornado
        ),
        spec=_swings_spec(found) if found.tornado else None,
        leeg="Elke aanname is vast: niets kan de uitkomst veranderen.",
    )


def _swings_spec(found: Uitkomst) -> dict[str, Any]:
    shown, middle = found.tornado[:MOST], found.waarde.midden
    rows = [row for n, one in enumerate(shown) for row in _ends(n, one, middle)]
    names = [{"nummer": n, "naam": one.aanname.naam} for n, one in enumerate(shown)]
    y = {"field": "nummer", "type": "ordinal", "axis": None, "sort": None}
    x = {"field": "van", "type": "quantitative",
         "axis": {"title": "uitkomst in duizenden euro's", **DUIZEND}}  # fmt: skip
    colour = {"field": "kant", "type": "nominal",
              "scale": {"domain": list(ZWAAI), "range": list(ZWAAI.values())},
              "legend": {"title": None, "symbolType": "square"}}  # fmt: skip
    return house_style(
        height={"step": ROW},
        layer=[
            {"data": {"values": rows}, "mark": {"type": "bar", "height": 14, "yOffset": 9},
             "encoding": {"y": y, "x": x, "x2": {"field": "naar"}, "color": colour}},
            {"data": {"values": names}, "encoding": {"y": y, "x": {"value": 0},
             "text": {"field": "naam"}}, "mark": {"type": "text", "align": "left", "yOffset": -9,
             "limit": {"expr": "width"}}},
            _rule(0.0, "x"),
        ],
    )  # fmt: skip


def _ends(nummer: int, one: Zwaai, middle: float) -> list[dict[str, Any]]:
    return [
        {"nummer": nummer, "kant": kant, "van": middle, "naar": end}
        for kant, end in ((LAAG, one.bij_laag), (HOOG, one.bij_hoog))
    ]


def _rule(at: float, axis: str) -> dict[str, Any]:
    return {
        "data": {"values": [{}]},
        "mark": {"type": "rule", "color": ZACHT, "strokeDash": [4, 3]},
        "encoding": {axis: {"datum": at, "type": "quantitative"}},
    }
