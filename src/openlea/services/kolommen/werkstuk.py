"""An inlezing with all that follows from it: its source, its sheets, its table and its rows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from typing import Any

import polars as pl
from django.utils import timezone

from openlea.catalogue.reading.bladen import Vel
from openlea.catalogue.reading.gelezen import REJECTED
from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, Fout
from openlea.policy.inlezing import Inleesvorm
from openlea.services.kolommen import kluis
from openlea.services.kolommen.deel import editions_of_parts
from openlea.services.kolommen.keuren import Keuring, judge
from openlea.services.kolommen.koppeling import Bronkolom, fits, read_koppeling
from openlea.services.kolommen.tabel import Velstabel, table_of
from openlea.services.kolommen.velden import Veld, fields_of
from openlea.services.kolommen.vellen import read_vellen
from openlea.services.laden.beeld import held_because
from openlea.services.laden.inname import Plek
from openlea.services.laden.lezen import Herkomst, announce, read_offer
from openlea.storage.records.models import Inlezing
from openlea.storage.warehouse.kengetallen import summarise
from openlea.storage.warehouse.warehouse import Aanbod

MOST_REASONS = 10
WEGGELATEN = "weggelaten door wie het bestand inlas."


@dataclass(frozen=True, slots=True)
class Werkstuk:
    """One inlezing at work; whatever is asked of it is read from the file as it was sent.

    `eigen` is the only part of the table that may be in it; empty when all may.
    """

    inlezing: Inlezing
    plek: Plek
    bestand: Bestand = field(repr=False)
    eigen: str = ""

    @property
    def source(self) -> SourceFile:
        """Return the source that it is read in as."""
        return self.plek.source

    @property
    def vorm(self) -> Inleesvorm:
        """Return how the file is built."""
        return Inleesvorm(self.inlezing.vorm)

    @property
    def velden(self) -> tuple[Veld, ...]:
        """Return the fields to fill."""
        return fields_of(self.source)

    @property
    def vellen(self) -> tuple[Vel, ...]:
        """Return the sheets of the file."""
        return _sheets(self.bestand)

    @property
    def tabel(self) -> Velstabel:
        """Return the chosen sheet as a table."""
        place = min(self.inlezing.blad, len(self.vellen) - 1)
        return table_of(self.vellen[place], self.inlezing.koprij or 1)

    @property
    def koppeling(self) -> dict[str, Bronkolom]:
        """Return which column fills which field."""
        return read_koppeling(self.inlezing.kolommen)

    @property
    def is_gekoppeld(self) -> bool:
        """Return whether every field that is needed is filled."""
        return fits(self.koppeling, self.velden, self.tabel.koppen)

    @property
    def herstel(self) -> Mapping[int, Mapping[str, str]]:
        """Return the corrected cells by row and field."""
        return {int(row): cells for row, cells in self.inlezing.herstel.items()}

    def judged(self) -> Keuring:
        """Return the good rows and the faults."""
        one = self.inlezing
        return judge(self.source, self.tabel, self.koppeling, self.herstel, one.weg, self.eigen)

    def offer(self) -> Aanbod:
        """Return what is offered to be committed; BadInput or SourceChanged when it can't be."""
        herkomst = Herkomst(adres=f"eigen bestand: {self.bestand.naam}")
        files = self.source.strip([self.bestand])
        versie = announce(self.source, self.plek.laag, files, herkomst)
        if self.vorm is Inleesvorm.UITGEVER:
            return read_offer(self.source, versie, files)
        keuring = self.judged()
        if keuring.goed.is_empty():
            raise BadFile([Fout(self.bestand.naam, "", "er is geen enkele goede rij.")])
        bron = self.source.bron
        kengetallen = summarise(keuring.goed, bron.editie, bron.sleutel)
        lading = replace(
            versie.lading,
            edities=tuple(kengetallen),
            rijen_in=keuring.rijen_in,
            rijen=keuring.goed.height,
            afgekeurd=len(keuring.weggelaten),
            let_op=tuple(bron.let_op),
        )
        made = replace(
            versie, lading=lading, kengetallen=kengetallen, parser=self._parser(versie.parser)
        )
        return Aanbod(
            versie=made,
            editie=bron.editie,
            rijen=keuring.goed,
            afgekeurd=self._left_out(keuring.weggelaten),
        )

    def reasons(self, aanbod: Aanbod) -> tuple[str, ...]:
        """Return what is odd about the load beside what is there, in Dutch."""
        today, before = timezone.localdate(), editions_of_parts(self.plek, aanbod.rijen)
        return held_because(aanbod.versie, aanbod.rijen, before, today)

    def left_out(self, aanbod: Aanbod) -> list[dict[str, Any]]:
        """Return why rows would stay out and how many for each reason, the most first."""
        counted = aanbod.afgekeurd.group_by("kolom", "reden").len("aantal")
        return counted.sort("aantal", descending=True).head(MOST_REASONS).rows(named=True)

    def _parser(self, reader: str) -> str:
        """Return the mark of how it was read: the reader, the columns and the corrections."""
        one = self.inlezing
        said: list[Any] = [reader, one.blad, one.koprij, one.kolommen, one.herstel, one.weg]
        return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()

    def _left_out(self, regels: tuple[int, ...]) -> pl.DataFrame:
        rows = [(self.bestand.naam, regel, "", WEGGELATEN) for regel in regels]
        return pl.DataFrame(rows, schema=REJECTED, orient="row")


def open_werkstuk(inlezing: Inlezing, plek: Plek, eigen: str = "") -> Werkstuk:
    """Return an inlezing at work; NotFound when its file is gone."""
    return Werkstuk(inlezing, plek, kluis.take(inlezing), eigen)


@lru_cache(maxsize=2)
def _sheets(bestand: Bestand) -> tuple[Vel, ...]:
    return read_vellen(bestand)
