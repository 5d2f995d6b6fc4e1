"""Takes in the files of one source: read, laid beside the last good load, then committed or held.

Whatever becomes of it, the last good version stays whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Bestand, SourceChanged
from openlea.core.errors import BadInput
from openlea.services.laden.beeld import held_because
from openlea.services.laden.lezen import Herkomst, announce, keepable, read_offer
from openlea.services.laden.uitslag import Geladen, Uitslag
from openlea.storage.warehouse import staat
from openlea.storage.warehouse.versie import LANDELIJK, Versie
from openlea.storage.warehouse.warehouse import Aanbod, Warehouse


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a source is taken in: a warehouse, and a layer of it."""

    warehouse: Warehouse
    source: SourceFile
    laag: str = LANDELIJK

    @property
    def folder(self) -> Path:
        """Return where the table lies."""
        return self.warehouse.folder(self.source.id, self.laag)

    @property
    def versions(self) -> tuple[Versie, ...]:
        """Return the versions of exactly this layer, newest first."""
        return self.warehouse.own_versions(self.source.id, self.laag)

    @property
    def is_withdrawn(self) -> bool:
        """Say whether the table was set aside; what is loaded next begins it afresh."""
        return self.warehouse.is_withdrawn(self.source.id, self.laag)

    @property
    def editions(self) -> Mapping[str, Versie]:
        """Return per edition in exactly this layer the version that brought it, if it counts."""
        if self.is_withdrawn:
            return {}
        return self.warehouse.own_editions(self.source.id, self.laag)

    def outcome(self, uitslag: Uitslag, versie: Versie | None, redenen: Sequence[str]) -> Geladen:
        """Return what became of a load, with the version that counts now."""
        current = next(iter(self.versions), None)
        lading = versie.lading if versie else None
        return Geladen(
            bron=self.source.id,
            titel=self.source.bron.titel,
            uitslag=uitslag,
            versie=current.versie if current else None,
            rijen=lading.rijen if lading else 0,
            afgekeurd=lading.afgekeurd if lading else 0,
            edities=lading.edities if lading else (),
            redenen=tuple(redenen),
            let_op=lading.let_op if lading else (),
            sleutel=lading.sha256 if lading and uitslag is Uitslag.VASTGEHOUDEN else "",
        )


def take_in(plek: Plek, files: Sequence[Bestand], herkomst: Herkomst) -> Geladen:
    """Return what became of the files; Conflict when the same source is being loaded already."""
    try:
        files = keepable(plek.source, files)
        versie = announce(plek.source, plek.laag, files, herkomst)
        there = _already(plek, versie)
        if there:
            return plek.outcome(Uitslag.GELIJK, there, ())
        aanbod = read_offer(plek.source, versie, files)
    except BadInput as error:
        return plek.outcome(Uitslag.GEWEIGERD, None, [str(fout) for fout in error.fouten])
    except SourceChanged as error:
        change = staat.Bronwijziging.of(error, herkomst.moment.isoformat())
        staat.remember_change(plek.folder, change)
        return plek.outcome(Uitslag.GEWEIGERD, None, [str(error)])
    redenen = held_because(aanbod.versie, aanbod.rijen, plek.editions, herkomst.moment.date())
    return _hold(plek, aanbod, redenen) if redenen else commit(plek, aanbod)


def commit(plek: Plek, aanbod: Aanbod) -> Geladen:
    """Add the version, and forget what was said of the source before."""
    made = plek.warehouse.commit(aanbod)
    staat.forget_change(plek.folder)
    staat.let_go(plek.folder, made.lading.sha256)
    return plek.outcome(Uitslag.NIEUW, made, ())


def _hold(plek: Plek, aanbod: Aanbod, redenen: tuple[str, ...]) -> Geladen:
    held = staat.Vastgehouden(versie=aanbod.versie, redenen=redenen)
    staat.hold(plek.folder, held, aanbod)
    staat.forget_change(plek.folder)
    return plek.outcome(Uitslag.VASTGEHOUDEN, aanbod.versie, redenen)


def _already(plek: Plek, versie: Versie) -> Versie | None:
    """Return the version these same files made with the same reader, if it still counts whole."""
    editions = plek.editions
    for one in plek.versions:
        same = (one.bestanden, one.parser) == (versie.bestanden, versie.parser)
        if same and all(
            key in editions and editions[key].versie == one.versie for key in one.lading.edities
        ):
            return one
    return None
