"""From facts about small places to figures of every place they lie in, with the range kept.

`facts` come from measures; `places` says which place lies in which (soort, code, boven_soort,
boven_code; a place lies in itself). One join makes all levels at once.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import narwhals as nw

from openlea.core.indicator import Indicator, Maat
from openlea.core.onthulling import KLEINSTE_NOEMER, Status

Table = nw.LazyFrame[Any]
KEYS = ("soort", "code", "periode")
COLUMNS = (
    "indicator", *KEYS, "status", "laag", "hoog",
    "teller_laag", "teller_hoog", "noemer_laag", "noemer_hoog", "rijen",
)  # fmt: skip

DECIMALS = 9
"""Means are rounded here, so that one number, summed in two orders, is no range of two."""


def roll_up(id_: str, card: Indicator, facts: Table, places: Table) -> Table:
    """Return the figures of an indicator on each of its levels, with the columns of COLUMNS."""
    fewest = KLEINSTE_NOEMER if card.personen else 0
    make: dict[Maat, Callable[[Table], Table]] = {
        Maat.AANTAL: _counts,
        Maat.AANDEEL: partial(_shares, fewest=fewest),
        Maat.VERHOUDING: _ratios,
        Maat.GEMIDDELDE: _means,
        Maat.WAARDE: _values,
    }
    figures = make[card.maat](_placed(card, facts, places))
    return figures.with_columns(indicator=nw.lit(id_), status=_status(fewest)).select(*COLUMNS)


def _placed(card: Indicator, facts: Table, places: Table) -> Table:
    """Return the facts once per place they count for."""
    levels = [str(kind) for kind in card.niveaus]
    kept = places.filter(nw.col("soort") == str(card.grein), nw.col("boven_soort").is_in(levels))
    if card.swv:
        in_sector = nw.col("boven_code").str.starts_with(card.swv)
        kept = kept.filter((nw.col("boven_soort") != "swv") | in_sector)
    joined = facts.join(kept.select("code", "boven_soort", "boven_code"), on="code", how="inner")
    return joined.drop("code").rename({"boven_soort": "soort", "boven_code": "code"})


def _counts(placed: Table) -> Table:
    summed = placed.group_by(*KEYS).agg(
        nw.col("laag").sum(), nw.col("hoog").sum(), nw.col("rijen").sum()
    )
    return _with_parts(_float(summed, "laag", "hoog"), teller=("laag", "hoog"), noemer=(None, None))


def _shares(placed: Table, fewest: int) -> Table:
    """Return shares; the whole is part and rest, unless the table counts it by itself."""
    parts: tuple[str, ...] = ("deel_laag", "deel_hoog", "rest_laag", "rest_hoog")
    if "geheel_laag" in placed.collect_schema().names():
        parts = (*parts, "geheel_laag", "geheel_hoog")
        whole_low, whole_high = nw.col("geheel_laag"), nw.col("geheel_hoog")
    else:
        whole_low = nw.col("deel_laag") + nw.col("rest_laag")
        whole_high = nw.col("deel_hoog") + nw.col("rest_hoog")
    summed = placed.group_by(*KEYS).agg(
        *(nw.col(name).sum() for name in parts), nw.col("rijen").sum()
    )
    ranged = _float(summed, *parts).with_columns(
        noemer_laag=whole_low,
        noemer_hoog=whole_high,
        laag=_percent(nw.col("deel_laag"), nw.col("rest_hoog")),
        hoog=_percent(nw.col("deel_hoog"), nw.col("rest_laag")),
    )
    shown = nw.col("noemer_laag") >= fewest
    return _with_parts(
        ranged.with_columns(
            laag=nw.when(shown).then(nw.col("laag")),
            hoog=nw.when(shown).then(nw.col("hoog")),
        ),
        teller=("deel_laag", "deel_hoog"),
        noemer=("noemer_laag", "noemer_hoog"),
    )


def _percent(part: nw.Expr, rest: nw.Expr) -> nw.Expr:
    whole = part + rest
    return nw.when(whole > 0).then(100.0 * part / whole).otherwise(nw.lit(0.0))


def _means(placed: Table) -> Table:
    """Return the lowest and highest weighted mean that weights between low and high allow.

    The lowest mean gives every value under some threshold its high weight and the others their low
    weight; trying each value as the threshold finds it (a fractional linear programme). The
    highest mean does the opposite.
    """
    best = (
        _tried(placed)
        .group_by(*KEYS)
        .agg(
            down=nw.col("down").min(),
            up=nw.col("up").max(),
            all_l=nw.col("all_l").max(),
            all_h=nw.col("all_h").max(),
            noemer_laag=nw.col("sum_l").max(),
            noemer_hoog=nw.col("sum_h").max(),
            rijen=nw.col("rijen").sum(),
        )
    )
    ranged = best.with_columns(
        laag=nw.min_horizontal("down", "all_l", "all_h").round(DECIMALS),
        hoog=nw.max_horizontal("up", "all_l", "all_h").round(DECIMALS),
    )
    return _with_parts(ranged, teller=(None, None), noemer=("noemer_laag", "noemer_hoog"))


def _tried(placed: Table) -> Table:
    """Return per value the mean with that value as threshold, and the means without any."""
    merged = placed.group_by(*KEYS, "waarde").agg(
        nw.col("gewicht_laag").sum(), nw.col("gewicht_hoog").sum(), nw.col("rijen").sum()
    )
    low, high, value = nw.col("gewicht_laag"), nw.col("gewicht_hoog"), nw.col("waarde")
    totals = merged.with_columns(lv=low * value, hv=high * value).with_columns(
        sum_l=low.sum().over(*KEYS),
        sum_h=high.sum().over(*KEYS),
        sum_lv=nw.col("lv").sum().over(*KEYS),
        sum_hv=nw.col("hv").sum().over(*KEYS),
        extra=(high - low).cum_sum().over(*KEYS, order_by="waarde"),
        extra_v=(nw.col("hv") - nw.col("lv")).cum_sum().over(*KEYS, order_by="waarde"),
    )
    return totals.with_columns(
        down=_ratio(nw.col("sum_lv") + nw.col("extra_v"), nw.col("sum_l") + nw.col("extra")),
        up=_ratio(nw.col("sum_hv") - nw.col("extra_v"), nw.col("sum_h") - nw.col("extra")),
        all_l=_ratio(nw.col("sum_lv"), nw.col("sum_l")),
        all_h=_ratio(nw.col("sum_hv"), nw.col("sum_h")),
    )


def _ratio(part: nw.Expr, whole: nw.Expr) -> nw.Expr:
    return nw.when(whole > 0).then(part / whole)


def _ratios(placed: Table) -> Table:
    parts = ("boven_laag", "boven_hoog", "onder_laag", "onder_hoog")
    summed = placed.group_by(*KEYS).agg(
        *(nw.col(name).sum() for name in parts), nw.col("rijen").sum()
    )
    ranged = _float(summed, *parts).with_columns(
        laag=_ratio(nw.col("boven_laag"), nw.col("onder_hoog")),
        hoog=_ratio(nw.col("boven_hoog"), nw.col("onder_laag")),
    )
    return _with_parts(
        ranged, teller=("boven_laag", "boven_hoog"), noemer=("onder_laag", "onder_hoog")
    )


def _values(placed: Table) -> Table:
    """Return a value as it is; where two places became one, nobody can say what it is now."""
    one = placed.group_by(*KEYS).agg(
        nw.col("laag").min(),
        nw.col("hoog").max(),
        nw.col("rijen").sum(),
        n=nw.len().cast(nw.Int64),
    )
    single = nw.col("n") == 1
    known = one.with_columns(
        laag=nw.when(single).then(nw.col("laag")), hoog=nw.when(single).then(nw.col("hoog"))
    )
    return _with_parts(known, teller=(None, None), noemer=(None, None))


def _float(table: Table, *names: str) -> Table:
    return table.with_columns(*(nw.col(name).cast(nw.Float64) for name in names))


def _with_parts(
    table: Table, *, teller: tuple[str | None, str | None], noemer: tuple[str | None, str | None]
) -> Table:
    names = ("teller_laag", "teller_hoog", "noemer_laag", "noemer_hoog")
    parts = {
        name: (nw.lit(None) if given is None else nw.col(given)).cast(nw.Float64)
        for name, given in zip(names, (*teller, *noemer), strict=True)
    }
    return table.with_columns(**parts, rijen=nw.col("rijen").cast(nw.Int64))


def _status(fewest: int) -> nw.Expr:
    """Return the mark of each figure; where nobody is counted, there is no share to speak of."""
    low, high = nw.col("laag"), nw.col("hoog")
    nobody = nw.col("noemer_hoog") == 0
    few = nw.col("noemer_laag") < fewest
    return (
        nw.when(nobody).then(nw.lit(str(Status.NIET_VAN_TOEPASSING)))
        .when(low.is_null() & few).then(nw.lit(str(Status.VERBORGEN)))
        .when(low.is_null()).then(nw.lit(str(Status.ONBEKEND)))
        .when(low < high).then(nw.lit(str(Status.VERBORGEN)))
        .when(low == 0).then(nw.lit(str(Status.NUL)))
        .otherwise(nw.lit(str(Status.BEKEND)))
    )  # fmt: skip
