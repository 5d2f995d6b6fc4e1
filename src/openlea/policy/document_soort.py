"""Which files may be kept, told by what is in them and never by what they are called."""

import io
import zipfile
from dataclasses import dataclass

LARGEST = 20 * 1024 * 1024
"""Bytes."""


@dataclass(frozen=True, slots=True)
class DocumentSoort:
    """A kind of file: its word for people, its media type and its suffix."""

    naam: str
    mediatype: str
    suffix: str


PDF = DocumentSoort("pdf", "application/pdf", "pdf")
PNG = DocumentSoort("afbeelding", "image/png", "png")
JPEG = DocumentSoort("afbeelding", "image/jpeg", "jpg")
WEBP = DocumentSoort("afbeelding", "image/webp", "webp")
TEKST = DocumentSoort("tekst", "text/plain", "txt")
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
OFFICE = {
    "word/document.xml": DocumentSoort("Word", f"{_OFFICE}.wordprocessingml.document", "docx"),
    "xl/workbook.xml": DocumentSoort("Excel", f"{_OFFICE}.spreadsheetml.sheet", "xlsx"),
    "ppt/presentation.xml": DocumentSoort(
        "PowerPoint", f"{_OFFICE}.presentationml.presentation", "pptx"
    ),
}
OPEN = {
    f"{_OPEN}.text": DocumentSoort("tekst", f"{_OPEN}.text", "odt"),
    f"{_OPEN}.spreadsheet": DocumentSoort("rekenblad", f"{_OPEN}.spreadsheet", "ods"),
    f"{_OPEN}.presentation": DocumentSoort("presentatie", f"{_OPEN}.presentation", "odp"),
}
ALLOWED = "pdf, Word, Excel, PowerPoint, OpenDocument, png, jpg, webp of platte tekst"

_STARTS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_ALLOWED_CONTROLS = frozenset("\n\r\t\f\ufeff")


def recognise(content: bytes) -> DocumentSoort | None:
    """Return what kind of file the content is, or None when that kind may not be kept."""
    for start, soort in _STARTS:
        if content.startswith(start):
            return soort
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    return TEKST if _is_text(content) else None


def refusal(content: bytes) -> str:
    """Return in Dutch why a file can't be kept; empty when it can."""
    if not content:
        return "Dit bestand is leeg."
    if len(content) > LARGEST:
        return (
            f"Dit bestand is groter dan {LARGEST // 1024**2} MB. Maak het kleiner of deel een link."
        )
    if recognise(content) is None:
        return f"Dit soort bestand kan hier niet. Wel: {ALLOWED}, zonder macro's."
    return ""


def _packed(content: bytes) -> DocumentSoort | None:
    """Return the kind of an office file; one with macros is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
            if any("vbaproject" in name.lower() or name.startswith("Basic/") for name in names):
                return None
            for name, soort in OFFICE.items():
                if name in names and "[Content_Types].xml" in names:
                    return soort
            return OPEN.get(_mimetype(packed))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return None


def _mimetype(packed: zipfile.ZipFile) -> str:
    try:
        with packed.open("mimetype") as file:
            return file.read(200).decode("ascii", "replace").strip()
    except KeyError:
        return ""


def _is_text(content: bytes) -> bool:
    """Return whether it is readable text, and no page or drawing that a browser would run."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    if text.lstrip("\ufeff \t\r\n").startswith(("<", "#!")):
        return False
    return not any(letter < " " and letter not in _ALLOWED_CONTROLS for letter in text)
