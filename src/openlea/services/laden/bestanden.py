"""Finds the files to load: those that are named, and in a folder everything that can be a table."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, Fout
from openlea.storage.warehouse.versie import Ontvangst

TABLES = {".csv", ".txt", ".json", ".geojson", ".xlsx", ".ods", ".zip"}
LARGEST = 1_000_000_000


def read_files(paths: Sequence[Path]) -> tuple[Bestand, ...]:
    """Return the files with their bytes, folders searched through, in the order of their names.

    BadFile when one can't be read at all.
    """
    return tuple(_read(path) for path in _found(paths))


def _found(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = (file for file in sorted(path.rglob("*")) if _may_be_table(file, path))
            yield from inside
        else:
            yield path


def _may_be_table(file: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
    return file.is_file() and not hidden and file.suffix.lower() in TABLES


def _read(path: Path) -> Bestand:
    try:
        if path.stat().st_size > LARGEST:
            raise BadFile([Fout(path.name, "", "dit bestand is groter dan 1 GB; splits het.")])
        return Bestand(naam=path.name, inhoud=path.read_bytes())
    except FileNotFoundError as error:
        raise BadFile([Fout(str(path), "", "dit bestand of deze map bestaat niet.")]) from error
    except OSError as error:
        reden = f"dit bestand is niet te openen ({error.strerror})."
        raise BadFile([Fout(str(path), "", reden)]) from error


def digest(received: Sequence[Ontvangst]) -> str:
    """Return the sha256 of one file, or of the list of names and sha256's of several."""
    if len(received) == 1:
        return received[0].sha256
    lines = sorted(f"{one.sha256}  {one.naam}\n" for one in received)
    return sha256("".join(lines).encode()).hexdigest()


def encoding_of(files: Iterable[Bestand]) -> str:
    """Return how the letters of these text files are stored, such as 'utf-8', or 'ascii'."""
    found = {_encoding(file.inhoud) for file in files} - {"ascii"}
    return " en ".join(sorted(found)) or "ascii"


def _encoding(inhoud: bytes) -> str:
    if inhoud.isascii() or inhoud.startswith(b"PK\x03\x04"):
        return "ascii"
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        inhoud.decode()
    except UnicodeDecodeError:
        return "windows-1252"
    return "utf-8"
