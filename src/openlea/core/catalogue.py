"""Reads a shelf of the catalogue: TOML files in which one table, or one file, is one thing.

A municipality's own folder holds the same files: an entry with a known id replaces ours whole, an
entry with a new id is added.
"""

import os
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from openlea.core.errors import CatalogueError
from openlea.core.keuze import Keuze

YEARS = range(1800, 2200)
"""The years that a date on a shelf can lie in; any other is a slip of the pen."""
SHIPPED = Path(__file__).resolve().parent.parent / "catalogue"
K = TypeVar("K", bound=Keuze)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on a shelf: its id, the file it is in, and what the file says of it."""

    id: str
    file: Path
    values: Mapping[str, object]

    def fault(self, what: str) -> CatalogueError:
        """Return an error that names the file, the entry and what to do."""
        return CatalogueError(f"{self.file}: [{self.id[:80]}] {what}")

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; without a default it must be there and not be blank."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fault(f"needs a text under '{key}'; write {key} = \"…\"")
        return value

    def day(self, key: str) -> date:
        """Return a date without time, as TOML writes it: 2026-11-22."""
        value = self.values.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.fault(f"needs a date under '{key}'; write {key} = 2026-11-22, no quotes")
        if value.year not in YEARS:
            raise self.fault(f"'{key}' is in the year {value.year}; correct it")
        return value

    def choice(self, key: str, keuze: type[K]) -> K:
        """Return a member of a closed list."""
        value = self.values.get(key)
        for member in keuze:
            if member.value == value:
                return member
        allowed = ", ".join(member.value for member in keuze)
        raise self.fault(f"'{key}' is {value!r}; write one of: {allowed}")

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text alone is a list of one, absent is none."""
        value = self.values.get(key, [])
        found = [value] if isinstance(value, str) else value
        if not isinstance(found, list) or not all(isinstance(x, str) and x.strip() for x in found):
            raise self.fault(f"needs texts under '{key}'; write {key} = [\"…\"]")
        return tuple(found)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return yes or no."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.fault(f"'{key}' is true or false")
        return value

    def tables(self, key: str) -> tuple["Entry", ...]:
        """Return the tables of an array of tables, none when it is absent."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
            raise self.fault(f"needs tables under '{key}'; write [[{self.id}.{key}]]")
        return tuple(
            Entry(f"{self.id}.{key}.{number}", self.file, part)
            for number, part in enumerate(value, start=1)
        )

    def refuse_unknown(self, known: Collection[str]) -> None:
        """Raise CatalogueError when a key isn't known: most often a slip of the pen."""
        for key in self.values:
            if key not in known:
                allowed = ", ".join(sorted(known))
                raise self.fault(f"'{key}' is not a known key; use one of: {allowed}")


def find_roots(own: str = "") -> tuple[Path, ...]:
    """Return the shipped catalogue, then the own folders in `own` (split as a search path)."""
    folders = tuple(Path(part) for part in own.split(os.pathsep) if part.strip())
    for folder in folders:
        if not folder.is_dir():
            raise CatalogueError(f"{folder}: not a folder; correct OPENLEA_CATALOGUE")
    return (SHIPPED, *folders)


def stamp(file: Path) -> int:
    """Return when a file was last changed; 0 for one that can't be read, so that reading tells."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


def read_shelf(roots: Sequence[Path], pattern: str) -> dict[str, Entry]:
    """Return the entries by id of the files under each root that match the glob; last root wins."""
    shelf: dict[str, Entry] = {}
    for root in roots:
        shelf |= _read_root(root, pattern)
    return shelf


def _read_root(root: Path, pattern: str) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for file in sorted(root.glob(pattern)):
        for entry in read_entries(file):
            if entry.id in entries:
                raise entry.fault(f"is also in {entries[entry.id].file}; give one another id")
            entries[entry.id] = entry
    return entries


def read_entries(file: Path) -> list[Entry]:
    """Return one entry when the file names its id at the top, else one entry per table."""
    content = _parse(file)
    if "id" in content:
        whole = Entry(file.stem, file, content)
        return [Entry(whole.text("id"), file, content)]
    return [_table(file, name, value) for name, value in content.items()]


def _table(file: Path, name: str, value: object) -> Entry:
    if not isinstance(value, dict):
        raise CatalogueError(f"{file}: '{name}' stands alone; put it under a table such as [name]")
    return Entry(name, file, value)


def _parse(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{file}: not UTF-8; save it as UTF-8") from error
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, or a number without end
        raise CatalogueError(f"{file}: not valid TOML, {error}; correct it there") from error
    except OSError as error:
        raise CatalogueError(f"{file}: can't be read, {error.strerror}; check it") from error
