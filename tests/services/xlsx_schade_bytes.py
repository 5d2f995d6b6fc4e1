"""Files that should never be opened: other kinds, broken zips, bombs, entities. Seeded."""

import io
import random
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from tests.services.xlsx_schade import Schade, good

SHEET = "xl/worksheets/sheet7.xml"
"""The part of the sheet Acties in the good workbook."""
_LAUGH = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>"""
_OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]>"""
_NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip with these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


def parts() -> dict[str, bytes]:
    """Return the parts of the good workbook by name."""
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def patched(name: str, change: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """Return a maker of the good workbook with one part changed."""

    def make() -> bytes:
        every = parts()
        return packed({**every, name: change(every[name])})

    return make


def other_files() -> Iterator[Schade]:
    """Yield files of another kind, as people pick them by mistake or rename them."""
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    kinds = {
        "leeg": b"",
        "oud xls": ole + b"\x00" * 2000,
        "wachtwoord": ole + b"\x00" * 900 + "EncryptedPackage".encode("utf-16-le"),
        "csv punt": b"Code;Naam\n1A1;Taal",
        "csv komma": "\ufeffCode,Naam\n1A1,Taal".encode(),
        "csv tab": b"Code\tNaam\n",
        "pdf": b"%PDF-1.7\n",
        "html": b"<html><table><tr><td>1A1</td></tr></table></html>",
        "json": b'{"formaat": "x"}',
        "rtf": b"{\\rtf1 x}",
        "png": b"\x89PNG\r\n",
        "gzip": b"\x1f\x8b\x08\x00",
        "een woord": b"agenda",
        "alleen PK": b"PK\x03\x04",
        "te groot": b"PK" + b"\x00" * 20_000_000,
        "docx": packed({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}),
        "ods": packed({"mimetype": b"x", "content.xml": b"<x/>"}),
        "xlsb": packed({"xl/workbook.bin": b"x"}),
        "zip": packed({"foto.jpg": b"x"}),
        "lege zip": packed({}),
    }
    for naam, content in kinds.items():
        yield Schade(naam, partial(_same, content))


def broken_zips(kans: random.Random) -> Iterator[Schade]:
    """Yield the good workbook cut off, with bytes changed, or with parts missing or spoiled."""
    size = len(good())
    for _ in range(12):
        end = kans.randrange(1, size - 30)
        yield Schade(f"afgekapt op {end}", partial(_cut, end))
    for n in range(8):
        noise = random.Random(n).randbytes(400)  # noqa: S311  nothing is secret here
        yield Schade(f"ruis {n}", partial(_same, noise))
        yield Schade(f"ruis in zip {n}", partial(_same, b"PK\x03\x04" + noise))
    infos = zipfile.ZipFile(io.BytesIO(good())).infolist()
    sheets = [info for info in infos if info.filename.startswith("xl/worksheets/sheet")]
    for info in kans.sample(sheets, 8):
        at = info.header_offset + 60 + info.compress_size // 2
        yield Schade(f"byte om in {info.filename}", partial(_flipped, at))
    for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET):
        yield Schade(f"zonder {name}", partial(_without, name))
        yield Schade(f"ruis in {name}", patched(name, lambda _: b"\x00\x01ruis"))
        yield Schade(f"half {name}", patched(name, lambda part: part[: len(part) // 2]))
    yield Schade("dubbel deel", _doubled)
    yield Schade("versleuteld deel", _flagged)


def _same(content: bytes) -> bytes:
    return content


def _cut(end: int) -> bytes:
    return good()[:end]


def _flipped(at: int) -> bytes:
    content = bytearray(good())
    content[at] ^= 0xFF
    return bytes(content)


def _without(name: str) -> bytes:
    return packed({key: part for key, part in parts().items() if key != name})


def _doubled() -> bytes:
    stream = io.BytesIO(good())
    import warnings

    with warnings.catch_warnings(), zipfile.ZipFile(stream, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(SHEET, b"<x/>")
    return stream.getvalue()


def _flagged() -> bytes:
    content = bytearray(good())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    return bytes(content)


def bombs() -> Iterator[Schade]:
    """Yield files that would fill the memory, reach outside, or never end."""
    sheet = b"<worksheet " + _NS + b"><sheetData>%s</sheetData>%s</worksheet>"
    yield Schade("zipbom", lambda: packed({**parts(), "xl/media/a.bin": bytes(30_000_000)}))
    yield Schade("zipbom in een blad", patched(SHEET, lambda p: p + b" " * 40_000_000))
    yield Schade(
        "te veel delen", lambda: packed({**parts(), **{f"x/{n}": b"" for n in range(700)}})
    )
    big = {f"xl/media/{n}": random.Random(n).randbytes(100_000) * 90 for n in range(8)}  # noqa: S311
    yield Schade("samen te groot", lambda: packed({**parts(), **big}))
    rows = b"".join(b'<row r="%d" ht="15" customHeight="1"/>' % n for n in range(2, 60_000))
    yield Schade("lege opgemaakte rijen", patched(SHEET, lambda _: sheet % (rows, b"")), "Acties")
    cells = b'<row r="2">' + b'<c r="A2"/>' * 310_000 + b"</row>"
    yield Schade("te veel cellen", patched(SHEET, lambda _: sheet % (cells, b"")))
    merged = b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield Schade(
        "alles samengevoegd", patched(SHEET, lambda _: sheet % (b"", merged)), "Acties", "A1"
    )
    styles = b"<styleSheet>" + b"<xf/>" * 110_000 + b"</styleSheet>"
    yield Schade("te veel opmaak", patched("xl/styles.xml", lambda _: styles))
    yield Schade("diep", patched(SHEET, lambda _: b"<a>" * 20_000 + b"</a>" * 20_000))
    for name in (SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"):
        yield Schade(f"lach {name}", patched(name, lambda p: _LAUGH + p.split(b"?>", 1)[-1]))
        yield Schade(f"buiten {name}", patched(name, lambda p: _OUTSIDE + p.split(b"?>", 1)[-1]))
    yield Schade(
        "onbekende tekens", patched(SHEET, lambda _: b'<?xml version="1.0" encoding="x"?><a/>')
    )
