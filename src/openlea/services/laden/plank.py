"""The shelf of sources and the warehouse of this installation."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from openlea.catalogue.shelf import SOURCES, SourceFile, read_sources
from openlea.core.catalogue import find_roots
from openlea.services.laden.groepen import known_source
from openlea.services.laden.inname import Plek
from openlea.storage.warehouse.versie import LANDELIJK
from openlea.storage.warehouse.warehouse import open_warehouse


def sources() -> Mapping[str, SourceFile]:
    """Return every source by id; a fault in an indicator stops no load, so those aren't read."""
    roots = tuple(find_roots(settings.CATALOGUE))
    files = sorted(file for root in roots for file in root.glob(SOURCES))
    return _read(roots, tuple((file, file.stat().st_mtime_ns) for file in files))


@lru_cache(maxsize=4)
def _read(
    roots: tuple[Path, ...], _files: tuple[tuple[Path, int], ...]
) -> Mapping[str, SourceFile]:
    return read_sources(roots)


def plek_of(bron: str, laag: str = LANDELIJK) -> Plek:
    """Return where a source is taken in; NotFound when there is no such source."""
    return Plek(open_warehouse(), known_source(sources(), bron), laag)
