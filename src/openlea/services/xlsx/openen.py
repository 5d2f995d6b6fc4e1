"""Decide whether a file may be opened at all: small enough, a workbook, and without traps.

Nothing is unpacked to disk, and openpyxl only sees a file that passed here.
"""

import io
import zipfile
from collections.abc import Iterator

from openlea.core.errors import BadFile, Fout

MOST_BYTES = 20_000_000
"""An agenda of 420 acties with eight reports each is 0.25 MB; eighty times that is no agenda."""
MOST_UNPACKED = 60_000_000
"""Bytes after unpacking: that agenda is 3 MB. More would fill the memory of a small server."""
MOST_RATIO = 400
"""A part that unpacks to so many times its size is a bomb; real sheets stay under a hundred."""
RATIO_FROM = 1_000_000
"""Bytes: below this a high ratio is harmless, and an empty formatted sheet has one."""
MOST_PARTS = 600
"""A workbook of ours has about eighty parts."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KINDS = (
    (b"%PDF", "Dit is een PDF. Bewaar de tabel als Excel-werkmap (.xlsx)."),
    (b"{\\rtf", "Dit is een tekstdocument. Bewaar het als Excel-werkmap (.xlsx)."),
    (b"\x89PNG", "Dit is een afbeelding en geen Excelbestand."),
    (b"\xff\xd8\xff", "Dit is een afbeelding en geen Excelbestand."),
    (b"\x1f\x8b", "Dit is een ingepakt bestand. Pak het uit en kies het .xlsx-bestand."),
    (b"<", "Dit is een webpagina of XML. Bewaar het in Excel als Excel-werkmap (.xlsx)."),
    (b"{", "Dit is JSON. Kies bij het inlezen een bestand dat op .json eindigt."),
)
_DAMAGED = "Dit bestand is beschadigd. Open het in Excel en bewaar het opnieuw."


def refuse(reden: str, blad: str = "", cel: str = "") -> BadFile:
    """Return the error for a file that can't be read, with its reason."""
    return BadFile([Fout(blad, cel, reden)])


def open_safely(content: bytes) -> zipfile.ZipFile:
    """Return the workbook as a zip whose every part has been checked. Raises BadFile."""
    if not content:
        raise refuse("Dit bestand is leeg.")
    if len(content) > MOST_BYTES:
        raise refuse(f"Dit bestand is groter dan {MOST_BYTES // 1_000_000} MB. Dat is geen agenda.")
    if not content.startswith(b"PK"):
        raise refuse(_kind(content))
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except Exception:  # noqa: BLE001  zipfile raises many things on a broken file
        raise refuse(_DAMAGED) from None
    for reden in _traps(archive):
        raise refuse(reden)
    return archive


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return one part of the workbook. Raises BadFile when it is damaged or missing."""
    try:
        return archive.read(name)
    except Exception:  # noqa: BLE001  zipfile and zlib raise many things on a broken part
        raise refuse(_DAMAGED) from None


def _kind(content: bytes) -> str:
    """Return what a file that is no zip seems to be, in words that say what to do."""
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            return "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en bewaar het."
        return "Dit is een oud Excelbestand (.xls). Bewaar het als Excel-werkmap (.xlsx)."
    start = content[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    for begin, reden in _KINDS:
        if start.startswith(begin):
            return reden
    if b"\x00" not in start and any(mark in start for mark in (b";", b",", b"\t")):
        return "Dit is een csv- of tekstbestand. Open het in Excel en bewaar het als .xlsx."
    return "Dit is geen Excelbestand. Kies een bestand dat je bewaarde als Excel-werkmap (.xlsx)."


def _traps(archive: zipfile.ZipFile) -> Iterator[str]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS:
        yield f"Dit bestand heeft meer dan {MOST_PARTS} onderdelen. Dat is geen agenda."
    if any(part.flag_bits & 1 for part in parts):
        yield "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en bewaar het."
    if len(set(names)) != len(names):
        yield _DAMAGED
    if sum(part.file_size for part in parts) > MOST_UNPACKED or any(map(_is_bomb, parts)):
        yield "Dit bestand wordt bij het openen te groot. Verwijder lege rijen en afbeeldingen."
    if "xl/workbook.xml" not in names:
        yield _other_office(names)


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > max(RATIO_FROM, MOST_RATIO * part.compress_size)


def _other_office(names: list[str]) -> str:
    if "word/document.xml" in names:
        return "Dit is een Word-document. Bewaar de tabellen als Excel-werkmap (.xlsx)."
    if "xl/workbook.bin" in names:
        return "Dit is een binair Excelbestand (.xlsb). Bewaar het als Excel-werkmap (.xlsx)."
    if "content.xml" in names:
        return "Dit is een OpenDocument-bestand. Bewaar het als Excel-werkmap (.xlsx)."
    return "Dit is een zipbestand, maar geen Excel-werkmap (.xlsx)."
