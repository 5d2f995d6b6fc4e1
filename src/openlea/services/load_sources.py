"""Load published files: each is recognised, read, checked beside the last good one, and kept."""

from collections.abc import Callable, Sequence
from pathlib import Path

from openlea.core.bron import Bestand, SourceChanged
from openlea.services.laden.bestanden import read_files
from openlea.services.laden.groepen import known_source, sort_out, unknown_file
from openlea.services.laden.inname import Plek, take_in
from openlea.services.laden.lezen import Herkomst
from openlea.services.laden.plank import sources
from openlea.services.laden.uitslag import Geladen, Uitslag
from openlea.storage.warehouse import staat
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import Warehouse, open_warehouse

Say = Callable[[str, int, int], None]


def _silent(_text: str, _done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def load_sources(
    paths: Sequence[Path] = (),
    *,
    bestanden: Sequence[Bestand] = (),
    bron: str | None = None,
    laag: str = LANDELIJK,
    warehouse: Warehouse | None = None,
    say: Say = _silent,
) -> tuple[Geladen, ...]:
    """Return what became of each source in the files and folders, and of files nobody knows.

    `bron` says of which source they are, when their columns don't. Nothing is refused by an
    exception but a path that isn't there (BadFile), an unknown `bron` (NotFound) and a source that
    is being loaded at this moment (Conflict).
    """
    shelf, house = sources(), warehouse or open_warehouse()
    found = sort_out(shelf, (*read_files(paths), *bestanden), bron)
    outcomes = []
    for number, (one, files) in enumerate(found.bronnen.items()):
        source = known_source(shelf, one)
        say(f"{source.bron.titel} inlezen ({len(files)} bestanden)", number, len(found.bronnen))
        outcomes.append(take_in(Plek(house, source, laag), files, Herkomst()))
    outcomes += [_changed(Plek(house, shelf[one.bron], laag), one) for one in found.gewijzigd]
    named = {*(path.name for path in paths), *(file.naam for file in bestanden)}
    return (*outcomes, *(_stranger(naam, named=naam in named) for naam in found.onbekend))


def _changed(plek: Plek, error: SourceChanged) -> Geladen:
    """Remember that the publisher changed a file, and return the refusal."""
    moment = Herkomst().moment.isoformat()
    staat.remember_change(plek.folder, staat.Bronwijziging.of(error, moment))
    return plek.outcome(Uitslag.GEWEIGERD, None, [str(error)])


def _stranger(naam: str, *, named: bool) -> Geladen:
    """Return that a file is of no source: a refusal when it was named, else it was passed by."""
    uitslag = Uitslag.GEWEIGERD if named else Uitslag.OVERGESLAGEN
    return Geladen(bron="", titel=naam, uitslag=uitslag, redenen=(str(unknown_file(naam)),))
