"""Opens zip files: each file in it counts as if it was handed over by itself.

A zip is refused when what comes out is far too much, and nothing in it can name a place outside.
"""

import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO

from openlea.catalogue.reading.letters import refuse
from openlea.core.bron import Bestand

LARGEST = 2_000_000_000
"""Bytes that may come out of all zips of one load together."""
HIGHEST_RATIO = 200
"""Text of DUO shrinks thirty times; a thousand times is made to break something."""
SMALL = 10_000_000
MOST_FILES = 5_000
_MARK = b"PK\x03\x04"
_MARKED_UTF8 = 0x800
_HIDDEN = "__MACOSX/"
_READ_ERRORS = (
    zipfile.BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
)


def unpack(files: Sequence[Bestand]) -> tuple[Bestand, ...]:
    """Return the files, those in zips in their place; workbooks stay whole. BadFile if broken."""
    return tuple(inner for file in files for inner in opened(file))


def is_workbook(bestand: Bestand) -> bool:
    """Say whether it's an xlsx or ods: those are zips too, but one file to a person."""
    if not bestand.inhoud.startswith(_MARK):
        return False
    try:
        with zipfile.ZipFile(BytesIO(bestand.inhoud)) as packed:
            names = set(packed.namelist())
    except _READ_ERRORS:
        return False
    return "[Content_Types].xml" in names or "content.xml" in names


def opened(bestand: Bestand) -> Iterator[Bestand]:
    """Yield the files in a zip one by one; any other file is itself."""
    if not bestand.inhoud.startswith(_MARK) or is_workbook(bestand):
        yield bestand
        return
    try:
        with zipfile.ZipFile(BytesIO(bestand.inhoud)) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
            refuse_too_much(bestand, entries)
            for entry in entries:
                name = _name(entry)
                if not entry.filename.startswith(_HIDDEN) and not name.startswith("."):
                    yield Bestand(naam=name, inhoud=_bytes(bestand, packed, entry))
    except _READ_ERRORS as error:
        raise refuse(bestand, "het zipbestand is beschadigd of heeft een wachtwoord.") from error


def refuse_too_much(bestand: Bestand, entries: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse a zip that says it holds more than any publisher sends."""
    total = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or total > LARGEST:
        raise refuse(bestand, "er zit te veel in dit zipbestand; splits het.")
    if total > SMALL and total > HIGHEST_RATIO * len(bestand.inhoud):
        raise refuse(bestand, "dit zipbestand wordt uitgepakt onwaarschijnlijk groot.")


def _bytes(bestand: Bestand, packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return what is in it, never more than it said."""
    with packed.open(entry) as stream:
        inhoud = stream.read(entry.file_size + 1)
    if len(inhoud) > entry.file_size:
        raise refuse(bestand, "dit zipbestand zegt iets anders over zijn inhoud dan erin zit.")
    return inhoud


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the last part of the name; its accents mended when they were packed without a mark."""
    name = entry.filename
    if not entry.flag_bits & _MARKED_UTF8:
        # Without the mark Python reads a name as cp437, though most programs wrote UTF-8.
        with suppress(UnicodeError):
            name = name.encode("cp437").decode()
    return name.replace("\\", "/").rsplit("/", 1)[-1] or "bestand"
