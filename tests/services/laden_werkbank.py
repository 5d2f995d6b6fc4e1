"""Real lines of published files, and a trial load of them: read and checked, without a commit."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import polars as pl

from openlea.catalogue.shelf import SourceFile, read_sources
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.catalogue import SHIPPED
from openlea.core.errors import BadInput
from openlea.services.laden.beeld import held_because
from openlea.services.laden.lezen import Herkomst, announce, read_offer
from openlea.storage.warehouse.versie import LANDELIJK, Versie
from openlea.storage.warehouse.warehouse import Aanbod

LINES = Path(__file__).parent.parent / "data" / "laden"
MOMENT = Herkomst(moment=datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
CORRECTED = 3
STUMBLED = "is niet te lezen met"
"""What the loader says when the reader of a source fails in a way of its own."""


@dataclass(frozen=True, slots=True)
class Proef:
    """How a trial load ended: refused, held or passed, why, and its rows."""

    einde: str
    redenen: tuple[str, ...] = ()
    rijen: pl.DataFrame | None = None


@dataclass(frozen=True, slots=True)
class Werkbank:
    """A source with a real file that was loaded before, as the last good load."""

    source: SourceFile
    file: Bestand
    good: Aanbod

    @property
    def edities(self) -> dict[str, Versie]:
        """Return the editions that are in the table."""
        return dict.fromkeys(self.good.versie.lading.edities, self.good.versie)

    def tried(self, file: Bestand) -> Proef:
        """Return what the loader would do with a file; anything else raised is a crash."""
        try:
            aanbod = offer(self.source, file)
        except (BadInput, SourceChanged) as error:
            return Proef("geweigerd", (str(error),))
        redenen = held_because(aanbod.versie, aanbod.rijen, self.edities, MOMENT.moment.date())
        return Proef("vastgehouden" if redenen else "goed", redenen, aanbod.rijen)

    def changed(self, proef: Proef) -> bool:
        """Say whether a load says something else than the good one.

        Three rows that differ are what a correction looks like; nobody can tell those apart.
        """
        if proef.rijen is None:
            return True
        new, good = proef.rijen.hash_rows(), self.good.rijen.hash_rows()
        return len({*new} ^ {*good}) > 2 * CORRECTED


def same_rows(one: pl.DataFrame, other: pl.DataFrame) -> bool:
    """Say whether two tables hold the same rows."""
    if one.shape != other.shape:
        return False
    return one.hash_rows().sort().equals(other.hash_rows().sort())


def offer(source: SourceFile, file: Bestand) -> Aanbod:
    """Return what a load of one file offers."""
    return read_offer(source, announce(source, LANDELIJK, [file], MOMENT), [file])


@cache
def workbenches() -> tuple[Werkbank, ...]:
    """Return a workbench per source of which real lines are kept here."""
    sources = read_sources([SHIPPED])
    return tuple(
        _workbench(sources[folder.name]) for folder in sorted(LINES.iterdir()) if folder.is_dir()
    )


def _workbench(source: SourceFile) -> Werkbank:
    (path,) = (LINES / source.id).iterdir()
    file = Bestand(naam=path.name, inhoud=path.read_bytes())
    return Werkbank(source, file, offer(source, file))
