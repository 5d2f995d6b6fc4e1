"""How a number moved over the periods: a line for us, grey for others, a mark where counting broke.

A hidden number is a soft bar from lowest to highest; the line runs only through what is known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.onthulling import Bereik
from openlea.web.charts.figuur import Cel, Grafiek, Kolom, number_column
from openlea.web.charts.getallen import (
    GEEN_CIJFER,
    range_sentence,
    range_words,
    with_unit_expr,
)
from openlea.web.charts.palet import house_style as styled
from openlea.web.charts.trend_lagen import bands, cuts, line

HEIGHT = 260
NEAR, PUSH = 0.08, 8
"""Lines that end nearer than this share have their names pushed apart by so many pixels."""
ROOM, ROOM_SMAL, LETTER, BETWEEN = 430, 270, 7.6, 8
"""Pixels for the names of the periods, wide and narrow; those of a letter, and between names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Punt:
    """One period of a line; `band` is the middle of comparable others (p10 to p90) then."""

    periode: str
    bereik: Bereik | None
    band: Bereik | None = None
    woord: str = GEEN_CIJFER


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeks:
    """A line: who it is about, and its points in order of period."""

    naam: str
    punten: tuple[Punt, ...]
    eigen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Breuk:
    """From `periode` on it was counted in another way; `tekst` says so in a few words."""

    periode: str
    tekst: str


def trend_chart(
    naam: str,
    titel: str,
    reeksen: Sequence[Reeks],
    *,
    eenheid: str = "%",
    decimals: int = 1,
    breuken: Sequence[Breuk] = (),
    anderen: str = "vergelijkbare gemeenten",
    bandkop: str = "Anderen, meestal",
) -> Grafiek:
    """Return the lines over the periods; without any number it says so in words.

    `anderen` is what the band is called in the picture, `bandkop` in the table.
    """
    known = any(punt.bereik or punt.band for reeks in reeksen for punt in reeks.punten)
    return Grafiek(
        naam=naam,
        titel=titel,
        beschrijving=" ".join([*_sentences(reeksen, eenheid, decimals), *_breaks(breuken)]),
        kolommen=_heads(eenheid, decimals, bandkop),
        rijen=tuple(_table(reeksen)),
        spec=_spec(reeksen, breuken, eenheid, decimals, (anderen, bandkop)) if known else None,
        leeg="Er is nog geen cijfer over deze perioden.",
    )


def _heads(eenheid: str, decimals: int, bandkop: str) -> tuple[Kolom, ...]:
    parts = ("Laagste", "Hoogste", f"{bandkop} vanaf", f"{bandkop} tot")
    numbers = (number_column(part, eenheid, decimals) for part in parts)
    return (Kolom("Periode"), Kolom("Wie"), *numbers, Kolom("Opmerking"))


def _table(reeksen: Sequence[Reeks]) -> Iterator[tuple[Cel, ...]]:
    for reeks in reeksen:
        for punt in reeks.punten:
            ends = [
                end
                for one in (punt.bereik, punt.band)
                for end in ((one.laag, one.hoog) if one else (None, None))
            ]
            yield punt.periode, reeks.naam, *ends, "" if punt.bereik else punt.woord


def _sentences(reeksen: Sequence[Reeks], eenheid: str, decimals: int) -> Iterator[str]:
    for reeks in reeksen:
        known = [punt for punt in reeks.punten if punt.bereik]
        if not known:
            yield f"{reeks.naam}: geen cijfer."
            continue
        first, last = known[0], known[-1]
        start = range_sentence(first.bereik, eenheid, decimals)
        end = range_sentence(last.bereik, eenheid, decimals)
        if first is last:
            yield f"{reeks.naam}: {end} in {last.periode}."
        else:
            yield f"{reeks.naam}: van {start} in {first.periode} naar {end} in {last.periode}."


def _breaks(breuken: Sequence[Breuk]) -> Iterator[str]:
    for breuk in breuken:
        yield f"Vanaf {breuk.periode}: {breuk.tekst}."


def _spec(
    reeksen: Sequence[Reeks],
    breuken: Sequence[Breuk],
    eenheid: str,
    decimals: int,
    band: tuple[str, str],
) -> dict[str, Any]:
    periods = sorted({punt.periode for reeks in reeksen for punt in reeks.punten})
    rows = [row for reeks in reeksen for row in _rows(reeks, breuken, eenheid, decimals)]
    _label(rows)
    _name_band(rows)
    scale = {"zero": _near_nought(rows), "nice": True}
    axis = {"tickCount": 5, "title": None, "labelExpr": with_unit_expr(eenheid)}
    y = {"field": "laag", "type": "quantitative", "axis": axis, "scale": scale}
    anderen, told = band[0], band[1].partition(",")[0]
    own, others = line(y, told, own=True), line(y, told, own=False)
    narrow = {
        "height": 220,
        "params": _names(behind=False),
        "encoding": {"x": _x(periods, _fewer(periods, ROOM_SMAL))},
    }
    return styled(
        data={"values": rows},
        height=HEIGHT,
        padding={"left": 0, "top": 4, "bottom": 4, "right": 14},
        encoding={"x": _x(periods, _fewer(periods, ROOM))},
        layer=[
            *bands(y, anderen),
            *cuts([(one.periode, one.tekst) for one in breuken]),
            *others,
            *own,
        ],
        params=_names(behind=True),
        usermeta={"smal": narrow},
    )


def _names(*, behind: bool) -> list[dict[str, Any]]:
    """Return where the names of the lines stand: behind their ends, or not."""
    return [{"name": "achter", "value": behind}]


def _x(periods: Sequence[str], named: Sequence[str]) -> dict[str, Any]:
    """Return the axis of the periods, in order; `named` are written below the chart."""
    return {
        "field": "periode",
        "type": "ordinal",
        "scale": {"type": "band", "domain": periods},
        "axis": {"title": None, "labelAngle": 0, "values": named},
    }


def _fewer(periods: Sequence[str], room: int) -> list[str]:
    """Return the periods whose names fit in the room: the last is always named."""
    wide = max((len(period) for period in periods), default=0) * LETTER + BETWEEN
    step = max(-(-len(periods) * wide // room), 1)
    return list(periods[::-1][:: int(step)][::-1])


def _near_nought(rows: Sequence[dict[str, Any]]) -> bool:
    """Say whether the scale begins at nought: not when that would press the lines together."""
    ends = [row[end] for row in rows for end in ("laag", "hoog", "p10", "p90")]
    known = [end for end in ends if end is not None]
    return bool(known) and 0 <= min(known) < max(known) / 2


def _rows(
    reeks: Reeks, breuken: Sequence[Breuk], eenheid: str, decimals: int
) -> Iterator[dict[str, Any]]:
    """Yield a row per point; `stuk` counts the stretches over which the line may run."""
    starts = {breuk.periode for breuk in breuken}
    stuk = 0
    for punt in reeks.punten:
        exact = punt.bereik is not None and punt.bereik.precies is not None
        stuk += punt.periode in starts or not exact
        yield {
            "wie": reeks.naam,
            "eigen": reeks.eigen,
            "periode": punt.periode,
            "stuk": f"{reeks.naam} {stuk}",
            "precies": exact,
            "laag": punt.bereik.laag if punt.bereik else None,
            "hoog": punt.bereik.hoog if punt.bereik else None,
            "p10": punt.band.laag if punt.band else None,
            "p90": punt.band.hoog if punt.band else None,
            "waarde": range_words(punt.bereik, eenheid, decimals, punt.woord),
            "anderen": range_words(punt.band, eenheid, decimals),
        }
        stuk += not exact


def _label(rows: list[dict[str, Any]]) -> None:
    """Write at the end of each line whose it is: behind it, on a phone above or below it."""
    last = {row["wie"]: row for row in rows if row["hoog"] is not None}
    ends = [row["hoog"] for row in last.values()]
    near = len(ends) > 1 and max(ends) - min(ends) < NEAR * max(ends)
    for wie, row in last.items():
        below = len(ends) > 1 and row["hoog"] == min(ends)
        row["kant"] = "onder" if below else "boven"
        row["duw"] = (PUSH if below else -PUSH) if near else 0
        row["einde"] = f"{wie} {row['waarde']}"


def _name_band(rows: list[dict[str, Any]]) -> None:
    """Mark the first place where there is a band of others: its name stands there."""
    banded = [row for row in rows if row["p10"] is not None]
    if banded:
        min(banded, key=lambda row: row["periode"])["begin"] = True
