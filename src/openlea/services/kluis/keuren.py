"""Treats the columns of a sheet: every value that occurs once, by the rules of policy, then back.

The rules are those of policy.pseudonimiseren; what comes out is what treat_row says of each row.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import polars as pl

from openlea.core.registratie import Vorm
from openlea.policy.kolombesluit import Kolombesluit, Kopbesluit
from openlea.policy.persoonswaarde import (
    BSN_REST,
    REASONS,
    WIT,
    Onbruikbaar,
    identity_text,
    trimmed,
)
from openlea.policy.pseudonimiseren import is_pseudoniem, treat_cell
from openlea.services.kluis.lezen import Blad
from openlea.services.kluis.pseudoniemen import pseudoniemen

REGEL, PLEK, REDEN, MOET = "_regel", "_plek", "_reden", "_moet"
"""Line in the file; place among the columns of the outcome; key of the reason; costs the row."""
TEVEEL = -1
"""The place of a fault of a whole row: more cells than heads."""
FAULTS = {REGEL: pl.Int64, PLEK: pl.Int16, REDEN: pl.String, MOET: pl.Boolean}
TE_LANG = "teveel"
REDENEN = {**REASONS, TE_LANG: "heeft meer cellen dan er koppen zijn"}
_OUD, _NIEUW = "oud", "nieuw"
_PLAIN_BSN = "^[0-9]{8,9}$"
_NULLEN = "000000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutels:
    """What makes pseudonyms: the key that senders have too, the chain, and the code of who sends.

    An own number of a sender counts within that code; of the gemeente itself it is the address of
    the werkruimte.
    """

    afzender: bytes
    keten: tuple[bytes, ...]
    van: str = ""


@dataclass(frozen=True, slots=True)
class Gekeurd:
    """Every row as it may be kept, its line under REGEL, and what is wrong with which.

    A cell that can't be used is null, as is an empty one; of a row with more cells than heads
    nothing is kept. `fouten` stand in order of line and place.
    """

    kop: Kopbesluit
    rijen: pl.DataFrame = field(repr=False)
    fouten: pl.DataFrame = field(repr=False)


def judge_columns(kop: Kopbesluit, blad: Blad, sleutels: Sleutels) -> Gekeurd:
    """Return all rows of a sheet as they may be kept, and every fault."""
    columns, faults = [blad.regels.alias(REGEL)], [_too_long(kop, blad)]
    for plek, (naam, one) in enumerate(zip(kop.uit, (kop.persoon, *kop.bewaard), strict=True)):
        cells = blad.column(one.nummer)
        told = _persons(one, cells, sleutels) if plek == 0 else _told(cells, _treat(one))
        columns.append(told.get_column(_NIEUW).alias(naam))
        must = plek == 0 or (one.veld is not None and one.veld.verplicht)
        faults.append(_faults(blad.regels, told.get_column(REDEN), plek, must=must))
    rows, wrong = pl.DataFrame(columns), pl.concat(faults)
    if faults[0].height:
        shifted = pl.col(REGEL).is_in(faults[0][REGEL].to_list())
        blank = [pl.when(~shifted).then(pl.col(naam)).alias(naam) for naam in kop.uit]
        rows = rows.with_columns(blank)
    return Gekeurd(kop, rows, wrong.sort(REGEL, PLEK))


def _treat(one: Kolombesluit) -> Callable[[Sequence[str]], list[tuple[str, str | None]]]:
    def treat(values: Sequence[str]) -> list[tuple[str, str | None]]:
        return [_one(one, value) for value in values]

    return treat


def _one(one: Kolombesluit, value: str) -> tuple[str, str | None]:
    try:
        return treat_cell(one, value), None
    except Onbruikbaar as error:
        return "", error.reden


def _persons(one: Kolombesluit, cells: pl.Series, sleutels: Sleutels) -> pl.DataFrame:
    """Return the pseudonyms; whole numbers that pass the check of eleven go the short way."""

    def identify(values: Sequence[str]) -> list[tuple[str, str | None]]:
        told = [_identity(one, value, sleutels.van) for value in values]
        known = [who for who, reden in told if reden is None]
        keys = sleutels.keten if one.veld is None else (sleutels.afzender, *sleutels.keten)
        made = iter(pseudoniemen(keys, known) if keys else known)
        return [(next(made), None) if reden is None else ("", reden) for _, reden in told]

    if one.veld is None or Vorm.EIGEN in one.veld.vormen:
        return _told(cells, identify)
    short = _plain_bsn(cells)
    return _told(cells, lambda values: _mixed(values, short, identify, sleutels))


def _mixed(
    values: Sequence[str],
    short: "frozenset[str]",
    identify: Callable[[Sequence[str]], list[tuple[str, str | None]]],
    sleutels: Sleutels,
) -> list[tuple[str, str | None]]:
    keys = (sleutels.afzender, *sleutels.keten)
    plain = [value for value in values if value in short]
    made = iter(pseudoniemen(keys, [f"bsn:{value.rjust(9, '0')}" for value in plain]))
    rest = iter(identify([value for value in values if value not in short]))
    return [(next(made), None) if value in short else next(rest) for value in values]


def _plain_bsn(cells: pl.Series) -> "frozenset[str]":
    """Return which cells are a citizen number of 8 or 9 digits, without anything around it."""
    whole = cells.filter(cells.str.contains(_PLAIN_BSN)).unique()
    padded = whole.str.zfill(9)
    number = padded.cast(pl.Int64)
    digits = [(number // 10 ** (8 - place)) % 10 for place in range(9)]
    total = sum(((9 - place) * digit for place, digit in enumerate(digits[:8])), -digits[8])
    good = whole.filter((total % 11 == BSN_REST) & (padded != _NULLEN))
    return frozenset(good.to_list())


def _identity(one: Kolombesluit, value: str, van: str) -> tuple[str, str | None]:
    if one.veld is None:
        made = trimmed(value)
        return (made, None) if is_pseudoniem(made) else ("", "pseudoniem" if made else "leeg")
    try:
        return identity_text(one.veld, value, van), None
    except Onbruikbaar as error:
        return "", error.reden


def _told(
    cells: pl.Series, treat: Callable[[Sequence[str]], list[tuple[str, str | None]]]
) -> pl.DataFrame:
    """Return for every cell what is kept (null when nothing) and the key of what is wrong."""
    once = cells.unique()
    told = treat(once.to_list())
    news = pl.Series(_NIEUW, [new or None for new, _ in told], dtype=pl.String)
    reasons = pl.Series(REDEN, [reden for _, reden in told], dtype=pl.String)
    known = pl.DataFrame([once.alias(_OUD), news, reasons])
    every = cells.alias(_OUD).to_frame()
    return every.join(known, on=_OUD, how="left", maintain_order="left")


def _faults(lines: pl.Series, reasons: pl.Series, plek: int, *, must: bool) -> pl.DataFrame:
    wrong = reasons.is_not_null()
    if not wrong.any():
        return pl.DataFrame(schema=FAULTS)
    found = pl.DataFrame({REGEL: lines.filter(wrong), REDEN: reasons.filter(wrong)})
    told = found.with_columns(pl.lit(plek).alias(PLEK), pl.lit(must).alias(MOET))
    return told.select(pl.col(name).cast(kind) for name, kind in FAULTS.items())


def _too_long(kop: Kopbesluit, blad: Blad) -> pl.DataFrame:
    """Return a fault for each row with a cell that has no head."""
    beyond = blad.cellen.columns[len(kop.kolommen) :]
    if not beyond:
        return pl.DataFrame(schema=FAULTS)
    full = blad.cellen.select(
        pl.any_horizontal(pl.col(name).str.strip_chars(WIT) != "" for name in beyond)
    ).to_series()
    reasons = pl.Series([TE_LANG if one else None for one in full], dtype=pl.String)
    return _faults(blad.regels, reasons, TEVEEL, must=True)


def column_name(kop: Kopbesluit, plek: int) -> str:
    """Return how the column of a fault is called; '' for a whole row."""
    if plek == TEVEEL:
        return ""
    return kop.persoon.naam if plek == 0 else kop.uit[plek]
