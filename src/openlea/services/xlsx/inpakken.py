"""Pack a workbook so that the same agenda always gives the same bytes."""

import io
import re
import zipfile

from openpyxl import Workbook

_MOMENT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name: no clock is in the file."""


def pack(book: Workbook) -> bytes:
    """Return the workbook as bytes, without the moment at which it was made."""
    raw, packed = io.BytesIO(), io.BytesIO()
    book.properties.creator, book.properties.title = "Open LEA", "Agenda"
    book.save(raw)
    with (
        zipfile.ZipFile(raw) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MOMENT.sub(b"", part)
            target.writestr(zipfile.ZipInfo(name, _EARLIEST), part, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
