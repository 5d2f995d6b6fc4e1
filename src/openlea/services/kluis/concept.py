"""A draft in the vault: a file as it was sent, or treated rows of which some wait for repair.

Every form lies under a number and key of its own. What follows takes its place; the form before is
then destroyed with its key, so nobody finds a file back from which rows were made.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import polars as pl

from openlea.core.bron import Bestand
from openlea.core.errors import Conflict
from openlea.services.kluis.deur import Behandeld
from openlea.services.kluis.keuren import MOET, PLEK, REDEN, REGEL
from openlea.services.kluis.plek import vak_of
from openlea.storage.records.models import Aanlevering
from openlea.storage.vault import kluis
from openlea.storage.vault.envelop import Vak

KOLOMMEN, HERSTEL = "kolommen", "herstel"
"""What a draft waits for: somebody who says what the columns are, or who mends rows."""
RUW, FOUTEN, WEG = "bestand", "_fouten", "_weg"
STRANGE = "Dit concept wacht daar niet (meer) op. Kijk wat er nu staat."


@dataclass(frozen=True, slots=True)
class Herstelrij:
    """A row that waits: its line, and per fault the place, the reason, and whether it must be."""

    regel: int
    fouten: tuple[tuple[int, str, bool], ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """Treated rows of a draft; those that wait have a line, faults, or are left out on purpose."""

    tabel: pl.DataFrame = field(repr=False)

    @property
    def namen(self) -> list[str]:
        """Return the columns of the outcome."""
        return [naam for naam in self.tabel.columns if naam not in {REGEL, FOUTEN, WEG}]

    @property
    def open(self) -> list[Herstelrij]:
        """Return the rows that somebody must still decide about, in order of line."""
        waits = self.tabel.filter(pl.col(FOUTEN).is_not_null() & ~pl.col(WEG)).sort(REGEL)
        return [
            Herstelrij(regel, tuple((plek, reden, moet) for plek, reden, moet in json.loads(told)))
            for regel, told in waits.select(REGEL, FOUTEN).iter_rows()
        ]

    @property
    def goed(self) -> pl.DataFrame:
        """Return the rows that may count."""
        return self.tabel.filter(pl.col(FOUTEN).is_null() & ~pl.col(WEG)).select(self.namen)

    @property
    def weggelaten(self) -> int:
        """Return how many rows were left out on purpose."""
        return int(self.tabel.get_column(WEG).sum())


def concept_of(treated: Behandeld) -> Concept:
    """Return what the door let through as a draft."""
    good = treated.rijen.with_columns(
        pl.lit(None, pl.Int64).alias(REGEL), pl.lit(None, pl.String).alias(FOUTEN)
    )
    told: dict[int, list[tuple[int, str, bool]]] = {}
    for regel, plek, reden, moet in treated.fouten.select(REGEL, PLEK, REDEN, MOET).iter_rows():
        told.setdefault(regel, []).append((plek, reden, moet))
    lines = treated.wachtend[REGEL].to_list()
    faults = pl.Series(FOUTEN, [json.dumps(told[line]) for line in lines], dtype=pl.String)
    waits = treated.wachtend.with_columns(faults)
    both = pl.concat([good, waits.select(good.columns)])
    return Concept(both.with_columns(pl.lit(value=False).alias(WEG)))


def seal_raw(bestand: Bestand) -> pl.DataFrame:
    """Return a file as the vault keeps it while somebody says what its columns are."""
    return pl.DataFrame({RUW: [bestand.inhoud]}, schema={RUW: pl.Binary})


def open_raw(one: Aanlevering) -> Bestand:
    """Return the file of a draft as it was sent, in memory; Conflict when none waits."""
    if one.wacht_op != KOLOMMEN or one.gewist_op is not None:
        raise Conflict(STRANGE)
    return Bestand(naam=RUW, inhoud=kluis.read(vak_of(one)).item())


def open_concept(one: Aanlevering) -> Concept:
    """Return the treated rows of a draft, in memory; Conflict when none of it waits."""
    if one.wacht_op != HERSTEL or one.gewist_op is not None:
        raise Conflict(STRANGE)
    return Concept(kluis.read(vak_of(one)))


def take_up(one: Aanlevering, treated: Behandeld, persoon: str) -> pl.DataFrame:
    """Say in the record what the door let through; return the rows as they must lie in the vault.

    `persoon` is the field that says who it is, so that a typed number is read as the same.
    """
    one.kolommen, one.vervallen = list(treated.kolommen), list(treated.vervallen)
    one.afgekeurd, one.rijen = list(treated.afgekeurd), treated.rijen.height
    one.afgekeurde_rijen = treated.afgekeurde_rijen
    one.koppeling = {**one.koppeling, "persoon": persoon, "open": treated.afgekeurde_rijen}
    one.wacht_op = HERSTEL if treated.afgekeurde_rijen else ""
    return concept_of(treated).tabel if one.wacht_op else treated.rijen


@contextmanager
def resealed(one: Aanlevering, rows: pl.DataFrame) -> Iterator[None]:
    """Seal rows in place of what a draft had; inside, the record is kept.

    What was there goes with its key when that went well; else the new goes. Outside a transaction.
    """
    old = vak_of(one)
    new = Vak(werkruimte=old.werkruimte, registratie=old.registratie, nummer=kluis.new_number())
    sealed = kluis.write(new, rows)
    one.kluis, one.sha256, one.grootte = new.nummer, sealed.sha256, sealed.grootte
    try:
        yield
    except BaseException:
        kluis.erase(new)
        raise
    if old.nummer:
        kluis.erase(old)
