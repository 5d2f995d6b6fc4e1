"""Decides whether a Word template may be used: without macros, and fetching nothing from outside.

A template comes from somebody's computer and is opened by everybody, so what could run or fetch is
refused with the reason, or taken out when it is harmless to miss.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import docx
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from docx.document import Document
from docx.oxml.ns import qn

from openlea.core.errors import BadFile, Fout

MOST_BYTES = 10 * 1024 * 1024
MOST_UNPACKED = 60_000_000
MOST_RATIO = 400
RATIO_FROM = 1_000_000
MOST_PARTS = 600
DEEPEST = 200
"""Limits that no letterhead comes near; the last is elements inside each other."""

_XML = (".xml", ".rels", ".vml")
_BEFORE = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""What may stand before the first letter of XML: marks of its coding, and blanks."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TYPES = "[Content_Types].xml"
_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_LINK = ("https://", "http://", "mailto:")
_RUNS = frozenset({"oleobject", "package", "control", "afchunk", "vbaproject", "subdocument"})
_FETCHES = re.compile(
    r"\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|LINK|IMPORT|DATABASE)\b", re.IGNORECASE
)
_DAMAGED = "Dit bestand is beschadigd. Open het in Word en bewaar het opnieuw als .docx."
_OTHER = "Dit is geen Wordbestand. Kies een bestand dat op .docx eindigt."
_MACRO = "Dit sjabloon bevat macro's. Bewaar het in Word als .docx, zonder macro's."


def open_template(inhoud: bytes) -> Document:
    """Return a checked template, without what it fetched by itself. BadFile with the reason."""
    parts = _unpacked(inhoud)
    for reden in _refused(parts):
        raise _refuse(reden)
    try:
        document = docx.Document(io.BytesIO(_as_document(parts)))
        _forget_template(document)
    except Exception as error:  # python-docx raises many things on a broken part
        raise _refuse(_DAMAGED) from error
    return document


def _refuse(reden: str) -> BadFile:
    return BadFile([Fout("", "bestand", reden)])


def _unpacked(inhoud: bytes) -> dict[str, bytes]:
    """Return every part, after the size of all is known to be harmless."""
    if not inhoud:
        raise _refuse("Dit bestand is leeg.")
    if len(inhoud) > MOST_BYTES:
        raise _refuse(f"Dit sjabloon is groter dan {MOST_BYTES // 1024**2} MB. Maak het kleiner.")
    if inhoud.startswith(_OLE):
        raise _refuse("Dit is een oud Wordbestand of het heeft een wachtwoord. Bewaar als .docx.")
    try:
        packed = zipfile.ZipFile(io.BytesIO(inhoud))
    except Exception as error:  # zipfile raises many things on a broken file
        raise _refuse(_OTHER) from error
    for reden in _traps(packed.infolist()):
        raise _refuse(reden)
    try:
        return {name: packed.read(name) for name in packed.namelist()}
    except Exception as error:  # as above, and zlib
        raise _refuse(_DAMAGED) from error


def _traps(parts: list[zipfile.ZipInfo]) -> Iterator[str]:
    names = [part.filename for part in parts]
    big = sum(part.file_size for part in parts) > MOST_UNPACKED
    bomb = any(one.file_size > max(RATIO_FROM, MOST_RATIO * one.compress_size) for one in parts)
    if big or bomb or len(parts) > MOST_PARTS:
        yield "Dit sjabloon wordt bij het openen te groot. Verwijder afbeeldingen of begin opnieuw."
    if any(part.flag_bits & 1 for part in parts):
        yield "Dit bestand heeft een wachtwoord. Haal het wachtwoord eraf en bewaar het."
    if len({name.casefold() for name in names}) != len(names):
        yield _DAMAGED
    if "word/document.xml" not in names or _TYPES not in names:
        yield _OTHER


def _refused(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield why a template may not be used; macros first, as these are most often the reason."""
    types = parts[_TYPES].lower()
    if b"macroenabled" in types or any("vba" in name.lower() for name in parts):
        yield _MACRO
    if any(name.lower().startswith(("word/embeddings/", "word/activex/")) for name in parts):
        yield "Dit sjabloon bevat een ingesloten bestand of besturing. Haal dat weg in Word."
    for name, part in parts.items():
        if _is_xml(name, part):
            yield from _wrong_part(name, part)


def _is_xml(name: str, part: bytes) -> bool:
    """Return whether a part is read as text with marks, whatever it is called."""
    picture = name.lower().endswith(".svg")
    return name.lower().endswith(_XML) or (part.lstrip(_BEFORE)[:1] == b"<" and not picture)


def _wrong_part(name: str, part: bytes) -> Iterator[str]:
    try:
        root = fromstring(part, forbid_dtd=True)
    except (DefusedXmlException, SyntaxError, ValueError, LookupError, RecursionError):
        yield "Dit sjabloon is beschadigd of bevat XML die niet mag. Bewaar het opnieuw in Word."
        return
    if _depth(root) > DEEPEST:
        yield "Dit sjabloon is te diep genest. Begin opnieuw met een leeg document."
    if name == _TYPES and any(_is_misnamed(one) for one in root):
        yield _DAMAGED
    if name.lower().endswith(".rels"):
        yield from _wrong_links(root)
    elif found := _FETCHES.search(_instructions(root)):
        yield (
            f"Dit sjabloon haalt iets op met het veld {found[1].upper()}. "
            "Haal dat veld weg in Word (klik erop, kies Veld, verwijder het)."
        )


def _is_misnamed(one: Element) -> bool:
    """Return whether text with marks goes under a name by which nobody would check it."""
    kind = one.get("ContentType", "").lower()
    name = (one.get("PartName") or f".{one.get('Extension', '')}").lower()
    text = kind.endswith(("+xml", "/xml")) and not kind.startswith("image/")
    return text and not name.endswith(_XML)


def _depth(root: Element) -> int:
    level, depth = [root], 0
    while level and depth <= DEEPEST:
        level, depth = [child for one in level for child in one], depth + 1
    return depth


def _wrong_links(root: Element) -> Iterator[str]:
    for one in root:
        kind = one.get("Type", "").rpartition("/")[2].lower()
        target = one.get("Target", "")
        if kind in _RUNS:
            yield "Dit sjabloon bevat een ingesloten bestand of besturing. Haal dat weg in Word."
        elif one.get("TargetMode", "").lower() == "external" and kind != "attachedtemplate":
            if kind != "hyperlink":
                yield (
                    "Dit sjabloon haalt een plaatje of bestand op van buiten. "
                    "Zet het plaatje in het sjabloon zelf (Invoegen, Afbeelding)."
                )
            elif not target.strip().lower().startswith(_LINK):
                yield f"De link naar '{target[:80]}' kan niet. Een link begint met https://."


def _instructions(root: Element) -> str:
    """Return what the fields of a part do, each field apart however its words are cut up."""
    words = []
    for one in root.iter():
        if one.tag == qn("w:fldChar"):
            words.append(" ")
        elif one.tag == qn("w:instrText"):
            words.append(one.text or "")
        elif one.tag == qn("w:fldSimple"):
            words.append(f" {one.get(qn('w:instr'), '')} ")
    return "".join(words)


def _as_document(parts: dict[str, bytes]) -> bytes:
    """Return the parts as a document again; a Word template (.dotx) becomes one."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, part in parts.items():
            target.writestr(name, part.replace(_TEMPLATE, _DOCUMENT) if name == _TYPES else part)
    return packed.getvalue()


def _forget_template(document: Document) -> None:
    """Take out the address of the template on somebody's own computer, and who made it."""
    settings = document.settings.element
    for one in settings.findall(qn("w:attachedTemplate")):
        settings.remove(one)
    for part in document.part.package.iter_parts():
        gone = [key for key, one in part.rels.items() if one.reltype.endswith("/attachedTemplate")]
        for key in gone:
            part.rels.pop(key)
    said = document.core_properties
    said.author = said.last_modified_by = said.comments = said.keywords = ""
