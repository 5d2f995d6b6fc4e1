"""Walk through the XML of a workbook before it is loaded: no entities, no bombs, no merged cells.

openpyxl makes a cell for every cell in a merged range, so one line of XML can fill the memory.
"""

import io
import posixpath
import re
import zipfile
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from defusedxml.sax import parseString

from openlea.core.errors import BadInput, Fout
from openlea.services.xlsx.bladen import AGENDA, PER_NAAM
from openlea.services.xlsx.openen import read_part, refuse

MOST_ROWS = 50_000
"""Rows of one sheet: ten times what 420 acties report in four years."""
MOST_CELLS = 300_000
"""Cells of the whole workbook: five times a big agenda, read within some ten seconds."""
MOST_STYLING = 100_000
"""Elements of a part that holds no cells or texts: lists of styles are slow to load."""
DEEPEST = 60
"""Elements inside each other; a workbook has about ten."""

_BULK = ("xl/worksheets/", "xl/sharedStrings")
_XML = (".xml", ".rels", ".vml")
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FIRST_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


class _Walk(ContentHandler):
    """Count rows and cells of one part, and remember merged ranges."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = self.cells = self.depth = self.elements = 0
        self.merged: list[str] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  SAX names it
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST:
            raise SAXException("too deep")
        match name.rpartition(":")[2]:
            case "row":
                self.rows += 1
            case "c":
                self.cells += 1
            case "mergeCell":
                self.merged.append(attrs.get("ref", ""))

    def endElement(self, _name: str) -> None:  # noqa: N802  SAX names it
        self.depth -= 1


def check_parts(archive: zipfile.ZipFile) -> None:
    """Raise BadFile or BadInput when a part holds entities, too much, or merged cells."""
    names = [name for name in archive.namelist() if name.lower().endswith(_XML)]
    walks = {name: _walk(read_part(archive, name)) for name in names}
    bladen = sheet_names(archive)
    for name, walk in walks.items():
        if walk.rows > MOST_ROWS:
            raise refuse(
                f"Dit blad heeft meer dan {MOST_ROWS} rijen, ook als ze leeg lijken. "
                "Verwijder de lege rijen onder de tabel.",
                bladen.get(name, ""),
            )
        if walk.elements > MOST_STYLING and not name.startswith(_BULK):
            raise refuse("Dit bestand heeft te veel opmaak. Kopieer de tabellen naar het sjabloon.")
    if sum(walk.cells for walk in walks.values()) > MOST_CELLS:
        raise refuse(f"Dit bestand heeft meer dan {MOST_CELLS} cellen. Verwijder wat leeg is.")
    fouten = [
        Fout(bladen.get(name, ""), _first_cell(ref), _merged(ref))
        for name, walk in walks.items()
        for ref in walk.merged
        if _ours(bladen.get(name, "")) or not _is_small(ref)
    ]
    if fouten:
        raise BadInput(fouten[:100])


def sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of every sheet with its name. Raises BadFile."""
    try:
        book = fromstring(read_part(archive, "xl/workbook.xml"), forbid_dtd=True)
        rels = fromstring(read_part(archive, "xl/_rels/workbook.xml.rels"), forbid_dtd=True)
    except (DefusedXmlException, SyntaxError, ValueError):
        raise refuse(_BROKEN) from None
    targets = {rel.get("Id"): rel.get("Target", "") for rel in rels}
    return {
        _path(targets.get(node.get(_REL), "")): node.get("name", "")
        for node in book.iter()
        if node.tag.endswith("}sheet")
    }


_BROKEN = "Het bestand is beschadigd of bevat XML die niet mag. Bewaar het opnieuw in Excel."


def _path(target: str) -> str:
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _walk(part: bytes) -> _Walk:
    walk = _Walk()
    try:
        parseString(part, walk, forbid_dtd=True)
    except (DefusedXmlException, SAXException, ValueError, LookupError, io.UnsupportedOperation):
        raise refuse(_BROKEN) from None
    return walk


def _merged(ref: str) -> str:
    return f"De cellen {ref} zijn samengevoegd. Splits ze, met één waarde per cel."


def _first_cell(ref: str) -> str:
    return ref.partition(":")[0]


def _ours(naam: str) -> bool:
    return naam.strip() in (*PER_NAAM, AGENDA.naam)


_SMALL_ROW = 1000


def _is_small(ref: str) -> bool:
    """Return whether a merged range on a sheet of somebody's own is harmless: below row 1000."""
    corners = _FIRST_CELL.findall(ref)
    return bool(corners) and all(
        len(letters) == 1 and int(row) <= _SMALL_ROW for letters, row in corners
    )
