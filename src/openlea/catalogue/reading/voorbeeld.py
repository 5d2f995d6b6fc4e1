"""Makes a small workbook from lines of text, so that the example of a source can be read."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from openlea.core.bron import Bestand

_NUMBER = re.compile(r"\d+\.\d+")
_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)
_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def workbook(naam: str, bladen: Mapping[str, str]) -> Bestand:
    """Return an ods with these sheets, each of lines whose cells are parted by ';'.

    A cell with a point for the decimals is a number, every other is text.
    """
    sheets = "".join(
        f"<table:table table:name={quoteattr(blad)}>{_rows(lines)}</table:table>"
        for blad, lines in bladen.items()
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES} '
        f'office:version="1.2"><office:body><office:spreadsheet>{sheets}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", _TYPE)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", _MANIFEST)
    return Bestand(naam=naam, inhoud=out.getvalue())


def _rows(lines: str) -> str:
    return "".join(map(_row, lines.strip().splitlines()))


def _row(line: str) -> str:
    return f"<table:table-row>{''.join(map(_cell, line.split(';')))}</table:table-row>"


def _cell(cell: str) -> str:
    if not cell:
        return "<table:table-cell/>"
    kind = f'float" office:value="{cell}' if _NUMBER.fullmatch(cell) else "string"
    text = f"<text:p>{escape(cell)}</text:p>"
    return f'<table:table-cell office:value-type="{kind}">{text}</table:table-cell>'
