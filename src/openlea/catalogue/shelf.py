"""Reads the shelves of sources and indicators: one Python file is one thing, found by being there.

A municipality's own folder (OPENLEA_CATALOGUE) holds the same files: an own file with a known id
replaces ours, a new id is added. Whoever may write in that folder runs code on the machine.
"""

import inspect
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import dataframely as dy
import narwhals as nw

from openlea.catalogue.reading.gelezen import Gelezen
from openlea.core.bron import Bestand, Bron, Sample
from openlea.core.errors import CatalogueError
from openlea.core.indicator import Example, Indicator

SOURCES, INDICATORS = "sources/*.py", "*/indicators/*.py"
_ID = re.compile(r"[a-z][a-z0-9_]*")
T = TypeVar("T")
Parse = Callable[[Sequence[Bestand]], Gelezen]
Strip = Callable[[Sequence[Bestand]], Sequence[Bestand]]
Compute = Callable[..., nw.LazyFrame[Any]]


def keep_all(files: Sequence[Bestand]) -> Sequence[Bestand]:
    """Return the files as they are: nothing in them is about a person."""
    return files


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A source as its file declares it: the card, the table, how to parse, a sample.

    `strip` takes persons out of received files before anything is kept; few sources need it.
    """

    id: str
    file: Path
    bron: Bron
    tabel: type[dy.Schema]
    parse: Parse
    sample: Sample
    strip: Strip = keep_all


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorFile:
    """An indicator as its file declares it; `needs` are the tables that compute() asks for."""

    id: str
    veld: str
    file: Path
    card: Indicator
    compute: Compute
    example: Example
    needs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every source and every indicator by id, sorted, of one set of folders.

    `fouten` says of each file in a folder of one's own what is wrong with it; it's left out.
    """

    sources: Mapping[str, SourceFile]
    indicators: Mapping[str, IndicatorFile]
    fouten: Mapping[str, str] = field(default_factory=dict)


def open_shelf(roots: Sequence[Path]) -> Shelf:
    """Return the sources and indicators; the files are run again only when one changed.

    A wrong file in a folder of one's own costs itself alone; one of ours is a CatalogueError.
    """
    found = [file for root in roots for file in (*root.glob(SOURCES), *root.glob(INDICATORS))]
    seen = tuple((file, file.stat().st_mtime_ns) for file in sorted(found))
    return _opened(tuple(roots), seen)


@lru_cache(maxsize=4)
def _opened(roots: tuple[Path, ...], _files: tuple[tuple[Path, int], ...]) -> Shelf:
    wrong: dict[str, str] = {}
    sources = _sound(roots, SOURCES, _source, wrong)
    indicators = _sound(roots, INDICATORS, lambda file: _checked(file, sources), wrong)
    return Shelf(sources=sources, indicators=indicators, fouten=wrong)


def _sound(
    roots: Sequence[Path], pattern: str, read: Callable[[Path], T], wrong: dict[str, str]
) -> dict[str, T]:
    """Return what can be read, by id; of an own file that can't be, the fault goes to `wrong`."""
    found: dict[str, T] = {}
    for file in _files(roots, pattern):
        try:
            found[file.stem] = read(file)
        except CatalogueError as error:
            # One of ours may lack the table of a wrong own file; else the fault is ours.
            if file.is_relative_to(roots[0]) and not wrong:
                raise
            wrong[file.stem] = str(error)
    return found


def _checked(file: Path, sources: Mapping[str, SourceFile]) -> IndicatorFile:
    """Return an indicator whose tables are there, and don't unmask each other."""
    entry = _indicator(file)
    _refuse_unknown_tables(entry, sources)
    _refuse_unmasking(entry, sources)
    return entry


def read_sources(roots: Sequence[Path]) -> Mapping[str, SourceFile]:
    """Return every source by id, sorted; CatalogueError when a file is wrong."""
    return {file.stem: _source(file) for file in _files(roots, SOURCES)}


def read_indicators(
    roots: Sequence[Path], sources: Mapping[str, SourceFile]
) -> Mapping[str, IndicatorFile]:
    """Return every indicator by id, sorted; CatalogueError when a file is wrong."""
    return {file.stem: _checked(file, sources) for file in _files(roots, INDICATORS)}


def _files(roots: Sequence[Path], pattern: str) -> list[Path]:
    """Return the files by id in order; of one id the last root wins, within a root it's a fault."""
    chosen: dict[str, Path] = {}
    for root in roots:
        here: dict[str, Path] = {}
        for file in sorted(root.glob(pattern)):
            if not _ID.fullmatch(file.stem):
                continue
            if file.stem in here:
                raise CatalogueError(f"{file}: is also in {here[file.stem]}; give one another name")
            here[file.stem] = file
        chosen |= here
    return [chosen[name] for name in sorted(chosen)]


def _load(file: Path) -> ModuleType:
    """Return the file as a module of its own, run anew each time that it's asked."""
    name = f"openlea_catalogue.{file.parent.parent.name}.{file.parent.name}.{file.stem}"
    spec = spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise CatalogueError(f"{file}: can't be read as Python")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise CatalogueError(f"{file}: {type(error).__name__}: {error}; correct it") from error
    return module


def _source(file: Path) -> SourceFile:
    module = _load(file)
    return SourceFile(
        id=file.stem,
        file=file,
        bron=_part(file, module, "SOURCE", Bron),
        tabel=_table(file, module),
        parse=_function(file, module, "parse"),
        sample=_part(file, module, "EXAMPLE", Sample),
        strip=_function(file, module, "strip") if hasattr(module, "strip") else keep_all,
    )


def _indicator(file: Path) -> IndicatorFile:
    module = _load(file)
    compute = _function(file, module, "compute")
    return IndicatorFile(
        id=file.stem,
        veld=file.parent.parent.name,
        file=file,
        card=_part(file, module, "INDICATOR", Indicator),
        compute=compute,
        example=_part(file, module, "EXAMPLE", Example),
        needs=tuple(inspect.signature(compute).parameters),
    )


def _part(file: Path, module: ModuleType, name: str, kind: type[Any]) -> Any:
    found = getattr(module, name, None)
    if not isinstance(found, kind):
        raise CatalogueError(f"{file}: needs {name} = {kind.__name__}(…)")
    return found


def _function(file: Path, module: ModuleType, name: str) -> Callable[..., Any]:
    found = getattr(module, name, None)
    if not inspect.isfunction(found):
        raise CatalogueError(f"{file}: needs a function {name}()")
    return found


def _table(file: Path, module: ModuleType) -> type[dy.Schema]:
    found = getattr(module, "Tabel", None)
    if not (inspect.isclass(found) and issubclass(found, dy.Schema)):
        raise CatalogueError(f"{file}: needs class Tabel(dy.Schema)")
    return found


def _refuse_unknown_tables(entry: IndicatorFile, sources: Mapping[str, SourceFile]) -> None:
    for table in entry.needs:
        if table not in sources:
            known = ", ".join(sources)
            raise CatalogueError(f"{entry.file}: there is no table '{table}'; known: {known}")


def _refuse_unmasking(entry: IndicatorFile, sources: Mapping[str, SourceFile]) -> None:
    """Refuse two tables with hidden counts in one figure: together they may say what each hides."""
    hidden = [table for table in entry.needs if sources[table].bron.afgeschermd]
    if len(hidden) > 1:
        raise CatalogueError(
            f"{entry.file}: reads {' and '.join(hidden)}, which both hide small counts; "
            "played against each other they could reveal one. Use one of them."
        )
