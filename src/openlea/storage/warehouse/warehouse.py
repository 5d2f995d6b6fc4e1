"""The warehouse: asks for tables by source, layer and version, and commits what was loaded.

A reader always gets a whole version: the last that was committed, or the one it asks for. When a
werkruimte has an own table of a source, that one counts there instead of the national one; when
nothing was ever loaded, what the bundle ships counts.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
from django.conf import settings

from openlea.catalogue.reading.gelezen import REJECTED
from openlea.core.bron import Bestand
from openlea.core.errors import Conflict, NotFound
from openlea.storage.warehouse import deltalog
from openlea.storage.warehouse.bundel import bundle_file, read_bundle, rejects_file
from openlea.storage.warehouse.ontvangen import keep_files
from openlea.storage.warehouse.slot import alone
from openlea.storage.warehouse.versie import LANDELIJK, Versie, merged, read_versie

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]*")
_REJECTS = "_afgekeurd"
_WITHDRAWN = "_niet_in_gebruik"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbod:
    """What a load offers to be committed; the version gets its number when it is.

    `editie` is the column that tells editions apart. `bestanden` are kept as received, so that
    they can be read again; leave them out when they may not be kept. `na` is the version of the own
    table that the rows were laid beside: once another came after it, they aren't taken in.
    """

    versie: Versie
    editie: str
    rijen: pl.DataFrame
    afgekeurd: pl.DataFrame
    bestanden: tuple[Bestand, ...] = ()
    na: int | None = None


@dataclass(frozen=True, slots=True)
class Warehouse:
    """The versioned tables in a folder, with a bundle beneath them."""

    root: Path
    bundle: Path

    def folder(self, bron: str, laag: str = LANDELIJK) -> Path:
        """Return where a table of one layer lies; NotFound for what can't be a name."""
        if not (_NAME.fullmatch(bron) and _NAME.fullmatch(laag)):
            raise NotFound(f"Er is geen tabel '{bron}' in '{laag}'.")
        return self.root / laag / bron

    def layer(self, bron: str, laag: str = LANDELIJK) -> str:
        """Return the layer whose table counts for a werkruimte: its own when it uses one."""
        return laag if laag != LANDELIJK and self._counts(bron, laag) else LANDELIJK

    def is_withdrawn(self, bron: str, laag: str) -> bool:
        """Say whether an own table was set aside, so that it doesn't count."""
        return (self.folder(bron, laag) / _WITHDRAWN).exists()

    def withdraw(self, bron: str, laag: str) -> None:
        """Set an own table aside in one stroke; NotFound when none counts, Conflict in a load.

        Its versions stay readable by their number.
        """
        with alone(self._own(bron, laag, counts=True)):
            (self.folder(bron, laag) / _WITHDRAWN).touch()

    def restore(self, bron: str, laag: str) -> None:
        """Let an own table that was set aside count again; NotFound when none was, Conflict."""
        with alone(self._own(bron, laag, counts=False)):
            (self.folder(bron, laag) / _WITHDRAWN).unlink(missing_ok=True)

    def _own(self, bron: str, laag: str, *, counts: bool) -> Path:
        own = laag != LANDELIJK and self.own_versions(bron, laag)
        if not own or self.is_withdrawn(bron, laag) is counts:
            raise NotFound(f"Er is hier geen eigen tabel '{bron}' waarmee dit kan.")
        return self.folder(bron, laag)

    def tables(self, laag: str = LANDELIJK) -> tuple[str, ...]:
        """Return the sources that have a table in a layer, the bundle included, by name."""
        loaded = {file.parent.name for file in (self.root / laag).glob("*/_delta_log")}
        bundled = set(read_bundle(self.bundle)) if laag == LANDELIJK else set()
        return tuple(bron for bron in sorted(loaded | bundled) if self._counts(bron, laag))

    def _counts(self, bron: str, laag: str) -> bool:
        return bool(self.own_versions(bron, laag)) and not self.is_withdrawn(bron, laag)

    def own_versions(self, bron: str, laag: str) -> tuple[Versie, ...]:
        """Return the versions of exactly this layer, newest first."""
        table = deltalog.open_table(self.folder(bron, laag))
        told = deltalog.manifests(table) if table else []
        if told:
            return tuple(read_versie(one) for one in told)
        shipped = read_bundle(self.bundle).get(bron) if laag == LANDELIJK else None
        return (shipped,) if shipped else ()

    def versions(self, bron: str, laag: str = LANDELIJK) -> tuple[Versie, ...]:
        """Return the versions of the table that counts for a werkruimte, newest first."""
        return self.own_versions(bron, self.layer(bron, laag))

    def current(self, bron: str, laag: str = LANDELIJK) -> Versie | None:
        """Return the version that counts now; None when there is no table."""
        return next(iter(self.versions(bron, laag)), None)

    def version(self, bron: str, versie: int | None = None, laag: str = LANDELIJK) -> Versie:
        """Return a version, or without a number the one that counts now; NotFound when none."""
        by_number = versie is not None and self.is_withdrawn(bron, laag)
        for one in self.own_versions(bron, laag) if by_number else self.versions(bron, laag):
            if versie in (None, one.versie):
                return one
        which = "" if versie is None else f" met versie {versie}"
        raise NotFound(f"Er is geen tabel '{bron}'{which}.")

    def editions(self, bron: str, laag: str = LANDELIJK) -> Mapping[str, Versie]:
        """Return per edition of the table that counts the version that brought it, sorted."""
        return self.own_editions(bron, self.layer(bron, laag))

    def own_editions(self, bron: str, laag: str) -> Mapping[str, Versie]:
        """Return per edition in exactly this layer the version that brought it, sorted."""
        makers: dict[str, Versie] = {}
        for one in self.own_versions(bron, laag):
            for editie in one.lading.edities:
                makers.setdefault(editie, one)
            if one.opnieuw:
                break
        return dict(sorted(makers.items()))

    def whole(self, bron: str, laag: str = LANDELIJK) -> Versie:
        """Return one version that tells of all editions in the table now; NotFound when none."""
        self.version(bron, None, laag)
        return merged(self.editions(bron, laag))

    def uris(self, bron: str, versie: int | None = None, laag: str = LANDELIJK) -> tuple[str, ...]:
        """Return the Parquet files of a version: any engine reads them; NotFound when none."""
        found = self.version(bron, versie, laag)
        folder = self.folder(bron, found.laag)
        table = deltalog.open_table(folder, found.versie)
        if table is None:
            return (str(bundle_file(self.bundle, bron)),)
        return deltalog.files_of(table, folder)

    def scan(self, bron: str, versie: int | None = None, laag: str = LANDELIJK) -> pl.LazyFrame:
        """Return the rows of a version, to be read when they're needed; NotFound when none."""
        found = self.version(bron, versie, laag)
        folder = self.folder(bron, found.laag)
        table = deltalog.open_table(folder, found.versie)
        if table is None:
            return pl.scan_parquet(bundle_file(self.bundle, bron))
        return pl.scan_parquet(
            list(deltalog.files_of(table, folder)),
            schema=deltalog.columns_of(table),
            missing_columns="insert",
            extra_columns="ignore",
            glob=False,
        )

    def rejected(self, bron: str, versie: int | None = None, laag: str = LANDELIJK) -> pl.DataFrame:
        """Return the rows that were left out when a version was loaded, with the reason."""
        found = self.version(bron, versie, laag)
        kept = self.folder(bron, found.laag) / _REJECTS / f"{found.rejects}.parquet"
        file = kept if found.versie or kept.exists() else rejects_file(self.bundle, bron)
        return pl.read_parquet(file) if file.exists() else pl.DataFrame(schema=REJECTED)

    def commit(self, aanbod: Aanbod) -> Versie:
        """Add a version in one stroke and return it; Conflict when this table is being loaded.

        Its editions replace the same editions, the others stay. Whatever goes wrong on the way,
        the last version stays what counts.
        """
        bron, laag = aanbod.versie.lading.bron, aanbod.versie.laag
        folder = self.folder(bron, laag)
        with alone(folder):
            self._begin(folder, aanbod)
            deltalog.sweep(folder)
            return self._add(folder, aanbod)

    def _begin(self, folder: Path, aanbod: Aanbod) -> None:
        """Make version 0 when there is no table yet: what the bundle ships, or nothing."""
        if self._begun(folder):
            return
        versie = aanbod.versie
        shipped = read_bundle(self.bundle).get(versie.lading.bron)
        if shipped is None or versie.laag != LANDELIJK:
            deltalog.begin(folder, deltalog.plain(aanbod.rijen).schema, aanbod.editie, [], None)
            return
        rijen = pl.read_parquet(bundle_file(self.bundle, versie.lading.bron))
        adds = deltalog.write_editions(folder, rijen, aanbod.editie)
        deltalog.begin(folder, rijen.schema, aanbod.editie, adds, shipped.to_json())

    def _begun(self, folder: Path) -> bool:
        """Say whether the table has a version; a start that never came to one is cleared away."""
        table = deltalog.open_table(folder)
        if table is not None and deltalog.manifests(table):
            return True
        shutil.rmtree(folder / "_delta_log", ignore_errors=True)
        return False

    def _add(self, folder: Path, aanbod: Aanbod) -> Versie:
        table = deltalog.open_table(folder)
        last = table.version() if table else 0
        if aanbod.na not in (None, last):
            raise Conflict("Er is intussen iets anders ingelezen. Probeer het opnieuw.")
        bron, laag = aanbod.versie.lading.bron, aanbod.versie.laag
        afresh = self.is_withdrawn(bron, laag)
        gone = tuple(self.own_editions(bron, laag)) if afresh else ()
        versie = replace(aanbod.versie.numbered(last + 1, laag), opnieuw=afresh)
        keep_files(folder, aanbod.bestanden)
        self._keep_rejects(folder, versie, aanbod.afgekeurd)
        rijen = deltalog.plain(aanbod.rijen)
        adds = deltalog.write_editions(folder, rijen, aanbod.editie)
        told = versie.to_json()
        deltalog.replace_editions(folder, rijen.schema, aanbod.editie, adds, told, gone)
        (folder / _WITHDRAWN).unlink(missing_ok=True)
        return versie

    def _keep_rejects(self, folder: Path, versie: Versie, afgekeurd: pl.DataFrame) -> None:
        if afgekeurd.is_empty():
            return
        place = folder / _REJECTS
        place.mkdir(exist_ok=True)
        new = place / f"{versie.rejects}.tmp"
        afgekeurd.write_parquet(new, compression="zstd")
        new.replace(place / f"{versie.rejects}.parquet")


def open_warehouse() -> Warehouse:
    """Return the warehouse of this installation."""
    return Warehouse(settings.WAREHOUSE, settings.BUNDLE)
