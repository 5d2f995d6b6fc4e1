"""Makes the bare copy of an office file: who wrote it, where and how is left out.

What a reader of the paper would not see but a reader of the file would, is not quietly left in nor
quietly taken out: with comments or tracked changes there is no bare copy. Sources: ECMA-376 and
OpenDocument 1.3.
"""

import posixpath
import re
from collections.abc import Mapping

from openlea.services.stukken.pakket import packed_again, parts_of
from openlea.services.stukken.plaatje import strip_picture
from openlea.services.stukken.weigering import refused

OPMERKINGEN = "In dit bestand staan opmerkingen. Verwijder ze voor je het openbaar maakt."
WIJZIGINGEN = "In dit bestand staan bijgehouden wijzigingen. Accepteer of weiger ze eerst."
ELDERS = "Dit bestand haalt cijfers uit een ander bestand. Verbreek die koppeling eerst."
LETTERS = "Dit bestand is niet te ontdoen van verborgen gegevens. Maak er een pdf van."

_COMMENT_PARTS = re.compile(r"(word|xl|ppt)/(threaded)?comments", re.IGNORECASE)
_COMMENT = re.compile(rb"<(\w+:)?(comment|cm|commentEx|threadedComment|annotation)[\s>]")
_CHANGED = re.compile(
    rb"<\w+:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|tcPrChange"
    rb"|trPrChange|cellIns|cellDel|numberingChange|changed-region|tracked-changes)[\s>]"
)
_DROPPED = re.compile(
    r"docProps/|customXml/|_xmlsignatures/|word/people\.xml|xl/persons/|ppt/commentAuthors\.xml"
    r"|(word|xl|ppt)/(threaded)?comments|xl/printerSettings/|word/printerSettings|ppt/authors\.xml"
    r"|xl/revisions/|xl/threadedComments|docMetadata/|Thumbnails/|Configurations2/",
    re.IGNORECASE,
)
_TRACES = re.compile(
    rb'\s(?:w\d*:rsid\w*|w14:paraId|w14:textId|officeooo:(?:paragraph-)?rsid|xr\d*:uid)="[^"]*"'
)
_ELEMENTS = re.compile(
    rb"<w:rsids\b.*?</w:rsids>|<w:rsid\w*\b[^>]*/>|<w:attachedTemplate\b[^>]*/>|<x15ac:absPath\b[^>]*/>"
    rb"|<fileSharing\b[^>]*/>|<w:documentProtection\b[^>]*/>|<xr:revisionPtr\b[^>]*/>",
    re.DOTALL,
)
_PAGE_SETUP = re.compile(rb'(<pageSetup\b[^>]*?)\sr:id="[^"]*"')
_RELATION = re.compile(rb"<Relationship\b[^>]*?/>", re.DOTALL)
_TARGET, _OUTSIDE = re.compile(rb'Target="([^"]*)"'), re.compile(rb'TargetMode="External"')
_OVERRIDE = re.compile(rb'<Override\b[^>]*?PartName="/([^"]*)"[^>]*?/>', re.DOTALL)
_ENTRY = re.compile(rb'<manifest:file-entry\b[^>]*?full-path="([^"]*)"[^>]*?/>', re.DOTALL)
_ODF = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<office:document-{0} xmlns:office="{1}" office:version="1.3"/>'
)
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".jfif")


def strip_office(content: bytes) -> bytes:
    """Return a Word, Excel, PowerPoint or OpenDocument file without hidden data, or BadInput."""
    parts = parts_of(content)
    _refuse_seen_by_the_file_alone(parts)
    gone = {name for name in parts if _DROPPED.match(name)}
    kept = {name: _bare(name, body, gone) for name, body in parts.items() if name not in gone}
    return packed_again(kept)


def _refuse_seen_by_the_file_alone(parts: Mapping[str, bytes]) -> None:
    for name, body in parts.items():
        if name.startswith("xl/externalLinks/"):
            raise refused(ELDERS)
        if name.startswith("xl/revisions/"):
            raise refused(WIJZIGINGEN)
        if not name.endswith((".xml", ".rels")):
            continue
        if body.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<!DOCTYPE" in body[:1000]:
            raise refused(LETTERS)  # what is searched here is plain UTF-8
        if _COMMENT.search(body) and (_COMMENT_PARTS.match(name) or b"<office:annotation" in body):
            raise refused(OPMERKINGEN)
        if _CHANGED.search(body) and name.startswith(("word/", "content", "styles", "Object")):
            raise refused(WIJZIGINGEN)


def _bare(name: str, body: bytes, gone: set[str]) -> bytes:
    """Return a part without traces of who made it, and without pointers to what is gone."""
    if name.lower().endswith(_PICTURES):
        return strip_picture(body)
    if name.lower().endswith(".xlsx"):
        return strip_office(body)
    if posixpath.basename(name) in ("meta.xml", "settings.xml") and not name.startswith("word/"):
        return _EMPTY.format(posixpath.basename(name)[:-4], _ODF).encode()
    return _bare_text(name, body, gone)


def _bare_text(name: str, body: bytes, gone: set[str]) -> bytes:
    if name == "[Content_Types].xml":
        return _without(_OVERRIDE, body, gone)
    if name == "META-INF/manifest.xml":
        return _without(_ENTRY, body, gone)
    if name.endswith(".rels"):
        return _RELATION.sub(lambda one: _relation(one[0], name, gone), body)
    if not name.endswith(".xml"):
        return body
    return _PAGE_SETUP.sub(rb"\1", _ELEMENTS.sub(b"", _TRACES.sub(b"", body)))


def _without(pattern: re.Pattern[bytes], body: bytes, gone: set[str]) -> bytes:
    def kept(one: re.Match[bytes]) -> bytes:
        name = one[1].decode()
        return b"" if name in gone or (name and _DROPPED.match(name)) else one[0]

    return pattern.sub(kept, body)


def _relation(tag: bytes, name: str, gone: set[str]) -> bytes:
    """Return a relation, or nothing when it points to what is gone or to somebody's template."""
    found = _TARGET.search(tag)
    if found is None:
        return tag
    if _OUTSIDE.search(tag):
        return tag if b"/hyperlink" in tag else b""
    folder = posixpath.dirname(posixpath.dirname(name))
    target = found[1].decode()
    path = target[1:] if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
    return b"" if path.lstrip("/") in gone else tag
