"""Make the bundle: the public tables that ship with Open LEA, read from the publishers' files."""

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from openlea.catalogue.shelf import SourceFile
from openlea.core.bron import Bestand, Klasse
from openlea.core.errors import BadFile, BadInput, Fout
from openlea.services.laden.bestanden import read_files
from openlea.services.laden.groepen import sort_out
from openlea.services.laden.lezen import Herkomst, announce, read_offer
from openlea.services.laden.plank import sources
from openlea.storage.warehouse import bundel
from openlea.storage.warehouse.ontvangen import ontvangst_of
from openlea.storage.warehouse.versie import LANDELIJK, Versie

LARGEST = 12_000_000
"""Bytes that the bundle may be together, so that the product stays quick to install."""
Say = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebundeld:
    """What the bundle holds now: version 0 per table, its bytes on disk, and files left out."""

    tabellen: Mapping[str, Versie]
    bytes: int
    onbekend: tuple[str, ...]


def _silent(_text: str, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def make_bundle(
    paths: Sequence[Path],
    *,
    uit: Path | None = None,
    moment: datetime | None = None,
    say: Say = _silent,
) -> Gebundeld:
    """Write the bundle anew from files and folders, and return what it holds.

    The same files give the same bytes: a table whose files didn't change keeps its moment, another
    gets `moment`, or else today. BadInput or SourceChanged names a file that can't be read; the
    bundle that was there then stays. So it does when the new one is over 12 MB.
    """
    target = uit or settings.BUNDLE
    found = sort_out(sources(), read_files(paths), None)
    if found.gewijzigd:
        raise found.gewijzigd[0]
    chosen = {bron: files for bron, files in found.bronnen.items() if _public(sources()[bron])}
    if not chosen:
        raise BadFile([Fout("", "", "in deze bestanden zit geen enkele openbare bron.")])
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".bundel-") as made:
        folder = Path(made)
        versies = {}
        for number, (bron, files) in enumerate(chosen.items()):
            say(f"{sources()[bron].bron.titel} bundelen", number, len(chosen))
            versies[bron] = _write(folder, sources()[bron], files, moment)
        bundel.write_contents(folder, versies)
        size = _size(folder)
        _refuse_too_large(size)
        _replace(target, folder)
    return Gebundeld(tabellen=versies, bytes=size, onbekend=found.onbekend)


def _public(source: SourceFile) -> bool:
    return source.bron.klasse is Klasse.OPEN


def _write(
    folder: Path, source: SourceFile, files: Sequence[Bestand], moment: datetime | None
) -> Versie:
    """Write one table, in the order of its key: so it packs smallest, and always the same."""
    files = sorted(source.strip(files), key=lambda file: (file.naam, ontvangst_of(file).sha256))
    when = moment or _moment_of(source.id, files)
    aanbod = read_offer(source, announce(source, LANDELIJK, files, Herkomst(moment=when)), files)
    return bundel.write_table(folder, aanbod.versie, aanbod.rijen, aanbod.afgekeurd)


def _moment_of(bron: str, files: Sequence[Bestand]) -> datetime:
    """Return when these files were bundled first; today when they are new."""
    shipped = bundel.read_bundle(settings.BUNDLE).get(bron)
    if shipped and set(shipped.bestanden) == set(map(ontvangst_of, files)):
        return shipped.lading.moment
    return datetime.combine(timezone.now().date(), datetime.min.time(), UTC)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def _refuse_too_large(size: int) -> None:
    if size > LARGEST:
        reden = f"de bundel wordt {size} bytes; meer dan {LARGEST} bytes mag niet. Laat iets weg."
        raise BadInput([Fout("", "", reden)])


def _replace(target: Path, made: Path) -> None:
    """Put the new files in the place of the old ones, the list of contents last."""
    target.mkdir(exist_ok=True)
    new = sorted(made.iterdir(), key=lambda file: file.name == bundel.INHOUD)
    for file in new:
        shutil.move(file, target / file.name)
    for old in target.glob("*.parquet"):
        if old.name not in {file.name for file in new}:
            old.unlink()
