"""Opens an office file as the zip it is, and refuses one that is a trap."""

import io
import zipfile
from collections.abc import Iterator, Mapping

from openlea.services.stukken.weigering import refused

MOST_PARTS = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
MOST_RATIO, RATIO_FROM = 400, 1_000_000
"""A part that unpacks to so many times its size is a bomb; below so many bytes it harms nobody."""
EMBEDDED = ("/embeddings/",)
REASONS = {
    "slot": "Dit bestand is beveiligd met een wachtwoord. Haal dat eraf en kies het opnieuw.",
    "bom": "Dit bestand wordt bij het uitpakken te groot. Dat kan hier niet.",
    "delen": "Dit bestand bestaat uit te veel delen. Dat kan hier niet.",
    "dubbel": "Dit bestand is van twee soorten tegelijk. Bewaar het opnieuw als één soort.",
    "ingesloten": "In dit bestand zit een ander bestand of programma. Haal dat eruit.",
    "kapot": "Dit bestand is beschadigd. Open het, bewaar het opnieuw en kies het nog eens.",
    "macro": "Dit bestand bevat macro's. Bewaar het zonder macro's.",
}
_SIGNED_END = b"PK\x05\x06"
_END = 22
_ACTIVE = ("activex", "oleobject", "vbaproject", "vbadata", "macrosheets/", "basic/", "scripts/")


def danger_in_package(content: bytes) -> str:
    """Return in Dutch why an office file can't be kept; empty when it can."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            found = next(_dangers(packed, content), "")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return REASONS["kapot"]
    return REASONS[found] if found else ""


def parts_of(content: bytes) -> Mapping[str, bytes]:
    """Return every part by name, in order; BadInput when the file is a trap or damaged."""
    if reden := danger_in_package(content):
        raise refused(reden)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {one.filename: packed.read(one) for one in packed.infolist() if not one.is_dir()}
    except Exception:  # noqa: BLE001  zipfile and zlib raise many things on a broken part
        raise refused(REASONS["kapot"]) from None


def packed_again(parts: Mapping[str, bytes]) -> bytes:
    """Return a zip of the parts: no times, no notes; 'mimetype' bare, as OpenDocument asks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts.items():
            one = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            one.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(one, body)
    return out.getvalue()


def _dangers(packed: zipfile.ZipFile, content: bytes) -> Iterator[str]:
    every = packed.infolist()
    if any(one.flag_bits & 1 for one in every) or "EncryptedPackage" in packed.namelist():
        yield "slot"
    if len(every) > MOST_PARTS or len({one.filename for one in every}) != len(every):
        yield "delen"
    if sum(one.file_size for one in every) > MOST_UNPACKED or any(map(_is_bomb, every)):
        yield "bom"
    place = content.rfind(_SIGNED_END)
    if place < 0 or place + _END + len(packed.comment) != len(content):
        yield "dubbel"
    for one in every:
        name = one.filename.lower()
        if any(word in name for word in _ACTIVE):
            yield "macro" if "vba" in name or "macro" in name or "basic/" in name else "ingesloten"
        yield from _nested(packed, one)


def _is_bomb(one: zipfile.ZipInfo) -> bool:
    return one.file_size > RATIO_FROM and one.file_size > MOST_RATIO * max(1, one.compress_size)


def _nested(packed: zipfile.ZipFile, one: zipfile.ZipInfo) -> Iterator[str]:
    """Refuse a file within the file, but for the table behind a chart, which holds none itself."""
    with packed.open(one) as opened:
        start = opened.read(8)
    if not start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"MZ", b"Rar!", b"7z\xbc\xaf")):
        return
    is_table = any(folder in f"/{one.filename}" for folder in EMBEDDED)
    if not (is_table and start.startswith(b"PK") and one.filename.endswith(".xlsx")):
        yield "ingesloten"
        return
    with zipfile.ZipFile(io.BytesIO(packed.read(one))) as inner:
        names = inner.namelist()
        if any("/embeddings/" in name or name.lower().endswith((".zip", ".bin")) for name in names):
            yield "ingesloten"
        if sum(each.file_size for each in inner.infolist()) > MOST_UNPACKED:
            yield "bom"
