"""The door of the vault: a file goes in, and rows come out of which nobody knows who they are.

Nothing is written here. What is told of a fault is a line, a column and a reason; what a library
says of a value that it trips over is told to nobody, for a log keeps it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from openlea.catalogue.reading.bladen import Cells, Vel
from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, BadInput, Fout, OpenLeaError
from openlea.core.registratie import Registratie
from openlea.policy.kolombesluit import PSEUDONIEM, Behandeling, Kolombesluit, Kopbesluit, Rij
from openlea.policy.pseudonimiseren import treat_header, treat_row
from openlea.services.kolommen.vellen import guess_head, read_vellen

NAAMLOOS = "bestand"
"""How every file is called here: people name one after whom it is about."""
MOST_TOLD = 500
MOST_IN_REFUSAL = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Sleutels:
    """What makes pseudonyms: the key that senders have too, the chain, and the code of who sends.

    An own number of a sender counts within that code; of the gemeente itself it is the address of
    the werkruimte.
    """

    afzender: bytes
    keten: tuple[bytes, ...]
    van: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behandeld:
    """The rows that may be kept, and what was left out, told so that it may be kept too."""

    rijen: pl.DataFrame
    afgekeurd: tuple[dict[str, Any], ...]
    afgekeurde_rijen: int
    kolommen: tuple[dict[str, str], ...]
    vervallen: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Tabel:
    """A sheet whose heads fit: what happens to each column, and the rows with their line."""

    kop: Kopbesluit
    rijen: Sequence[tuple[int, Cells]]


def pass_door(registratie: Registratie, bestand: Bestand, sleutels: Sleutels) -> Behandeld:
    """Return what may be kept of a file; BadInput when nothing may, or when it can't be read."""
    try:
        tabel = _fitting(registratie, Bestand(naam=NAAMLOOS, inhoud=bestand.inhoud))
        return _treated(tabel, sleutels)
    except OpenLeaError:
        raise
    except Exception:  # noqa: BLE001  a file from outside may make any library raise anything
        # Not 'from' it: the message of a library may hold the value.
        reden = "dit bestand kan niet worden gelezen; bewaar het als csv en probeer het opnieuw."
        raise BadFile([Fout(NAAMLOOS, "", reden)]) from None


def _fitting(registratie: Registratie, bestand: Bestand) -> _Tabel:
    """Return the one sheet whose heads are those of the registration."""
    fitting, refused = [], []
    for vel in read_vellen(bestand):
        try:
            fitting.append(_table(registratie, vel))
        except BadInput as error:
            refused.append(error)
    if len(fitting) > 1:
        reden = f"{len(fitting)} bladen passen bij deze registratie; lever er één tegelijk aan."
        raise BadInput([Fout(NAAMLOOS, "", reden)])
    if not fitting:
        raise min(refused, key=lambda error: len(error.fouten))
    return fitting[0]


def _table(registratie: Registratie, vel: Vel) -> _Tabel:
    head = guess_head(vel)
    kop = treat_header(vel.rijen[head - 1], registratie)
    body = [(line, row) for line, row in enumerate(vel.rijen[head:], start=head + 1) if any(row)]
    return _Tabel(kop, body)


def _treated(tabel: _Tabel, sleutels: Sleutels) -> Behandeld:
    waarden: list[tuple[str, ...]] = []
    told: list[dict[str, Any]] = []
    rejected = 0
    for line, row in tabel.rijen:
        rij = treat_row(
            tabel.kop,
            row,
            line,
            [sleutels.afzender],
            afzender=sleutels.van,
            verdere=sleutels.keten,
        )
        told.extend(_faults(line, rij))
        if rij.fouten:
            rejected += 1
        else:
            waarden.append(rij.waarden)
    if not waarden:
        raise _nothing_left(told)
    return Behandeld(
        rijen=_frame(tabel.kop, waarden),
        afgekeurd=tuple(told[:MOST_TOLD]),
        afgekeurde_rijen=rejected,
        kolommen=tuple(_kept(tabel.kop)),
        vervallen=tuple(_dropped(tabel.kop)),
    )


def _faults(line: int, rij: Rij) -> Iterator[dict[str, Any]]:
    """Yield what is wrong in a row; an empty cell costs the cell, not the row."""
    for fout in rij.fouten:
        yield {"regel": line, "kolom": fout.cel, "reden": fout.reden, "rij_weg": True}
    if not rij.fouten:
        for fout in rij.leeg:
            yield {"regel": line, "kolom": fout.cel, "reden": fout.reden, "rij_weg": False}


def _nothing_left(told: Sequence[dict[str, Any]]) -> BadInput:
    fouten = [
        Fout("", "", f"regel {one['regel']}, {one['kolom']}: {one['reden']}")
        for one in told[:MOST_IN_REFUSAL]
    ]
    return BadInput([Fout("", "", "geen enkele rij kan worden bewaard."), *fouten])


def _frame(kop: Kopbesluit, waarden: Sequence[tuple[str, ...]]) -> pl.DataFrame:
    """Return the rows as text; what is empty is null."""
    schema = dict.fromkeys(kop.uit, pl.String)
    rows = pl.DataFrame(waarden, schema=schema, orient="row")
    return rows.with_columns(pl.all().replace("", None))


def _kept(kop: Kopbesluit) -> Iterator[dict[str, str]]:
    for naam, one in zip(kop.uit, (kop.persoon, *kop.bewaard), strict=True):
        soort = str(one.gedaan)
        yield {"naam": naam, "soort": soort, "titel": _title(one), "wat": one.gedaan.label}


def _dropped(kop: Kopbesluit) -> Iterator[dict[str, str]]:
    for one in kop.kolommen:
        if one.gedaan is Behandeling.VERVALLEN:
            yield {"kolom": _title(one), "waarom": one.reden}


def _title(one: Kolombesluit) -> str:
    """Return how a column is called where it is kept: never by a head that nobody declared."""
    if one.veld is not None and one.veld.titel:
        return one.veld.titel
    return "Pseudoniem" if one.naam == PSEUDONIEM else one.naam
