"""The door of the vault: a file goes in, and rows come out of which nobody knows who they are.

Nothing is written here. What is told of a fault is a line, a column and a reason; what a library
says of a value that it trips over is told to nobody, for a log keeps it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import polars as pl

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, BadInput, Fout, OpenLeaError
from openlea.policy.kolombesluit import PSEUDONIEM, Behandeling, Kolombesluit, Kopbesluit
from openlea.services.kluis.keuren import (
    MOET,
    PLEK,
    REDEN,
    REDENEN,
    REGEL,
    Gekeurd,
    Sleutels,
    column_name,
    judge_columns,
)
from openlea.services.kluis.lezen import Blad, read_bladen

NAAMLOOS = "bestand"
"""How every file is called here: people name one after whom it is about."""
MOST_TOLD = 500
MOST_IN_REFUSAL = 20
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Behandeld:
    """The rows that may be kept, those that wait for repair, and what was left out, told safely.

    `wachtend` has the columns of `rijen` with the line of each row; its cells that were good are
    treated already. `fouten` are what is wrong in those rows: line, place, reason.
    """

    rijen: pl.DataFrame = field(repr=False)
    wachtend: pl.DataFrame = field(repr=False)
    fouten: pl.DataFrame = field(repr=False)
    afgekeurd: tuple[dict[str, Any], ...]
    kolommen: tuple[dict[str, str], ...]
    vervallen: tuple[dict[str, str], ...]

    @property
    def afgekeurde_rijen(self) -> int:
        """Return how many rows were rejected."""
        return self.wachtend.height


def telling_nothing(work: Callable[P, T]) -> Callable[P, T]:
    """Return the same work that tells of no fault of a library: its message may hold a value."""

    @wraps(work)
    def quiet(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return work(*args, **kwargs)
        except OpenLeaError:
            raise
        except Exception:  # noqa: BLE001  a file from outside may make any library raise anything
            # Not 'from' it: the message of a library may hold the value.
            reden = (
                "dit bestand kan niet worden gelezen; bewaar het als csv en probeer het opnieuw."
            )
            raise BadFile([Fout(NAAMLOOS, "", reden)]) from None

    return quiet


@telling_nothing
def open_bladen(bestand: Bestand) -> tuple[Blad, ...]:
    """Return the sheets of a file from outside; BadFile when it can't be read."""
    return read_bladen(Bestand(naam=NAAMLOOS, inhoud=bestand.inhoud))


@telling_nothing
def treat_blad(kop: Kopbesluit, blad: Blad, sleutels: Sleutels) -> Behandeld:
    """Return the rows of a sheet that may be kept and those that wait; BadInput when none may."""
    found = judge_columns(kop, blad, sleutels)
    lost = found.fouten.filter(MOET)[REGEL].unique()
    waits = found.rijen[REGEL].is_in(lost.to_list())
    rows = found.rijen.filter(~waits).drop(REGEL)
    # A cell that may be empty costs the cell; in a row that waits it can be filled in as well.
    told = found.fouten.filter(pl.col(MOET) | ~pl.col(REGEL).is_in(lost.to_list()))
    if rows.is_empty():
        raise _nothing_left(found, told)
    return Behandeld(
        rijen=rows,
        wachtend=found.rijen.filter(waits),
        fouten=found.fouten.filter(pl.col(REGEL).is_in(lost.to_list())),
        afgekeurd=tuple(_faults(found, told.head(MOST_TOLD))),
        kolommen=tuple(_kept(kop)),
        vervallen=tuple(_dropped(kop)),
    )


def _faults(found: Gekeurd, told: pl.DataFrame) -> Iterator[dict[str, Any]]:
    """Yield what is wrong, so that it may be kept; an empty cell costs the cell, not the row."""
    for one in told.iter_rows(named=True):
        yield {
            "regel": one[REGEL],
            "kolom": column_name(found.kop, one[PLEK]),
            "reden": REDENEN[one[REDEN]],
            "rij_weg": one[MOET],
        }


def _nothing_left(found: Gekeurd, told: pl.DataFrame) -> BadInput:
    fouten = [
        Fout("", "", f"regel {one['regel']}, {one['kolom']}: {one['reden']}")
        for one in _faults(found, told.head(MOST_IN_REFUSAL))
    ]
    return BadInput([Fout("", "", "geen enkele rij kan worden bewaard."), *fouten])


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
