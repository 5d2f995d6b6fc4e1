"""Takes out of a picture where, when and by whom it was made, and leaves the picture as it is.

Orientation and colour profile stay.
Sources: ISO 10918-1 (JPEG), PNG third edition, RFC 9649 (WebP).
"""

import struct
import warnings
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from openlea.services.stukken.weigering import refused

PNG_START = b"\x89PNG\r\n\x1a\n"
PNG_KEPT = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP"),
        *(b"sBIT", b"bKGD", b"pHYs", b"cICP", b"acTL", b"fcTL", b"fdAT"),
    )
)
WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))
MOST_PIXELS, LONGEST_SIDE = 60_000_000, 20_000
DAMAGED = "Deze afbeelding is beschadigd. Bewaar haar opnieuw en probeer het nog eens."
_HAS_EXIF_OR_XMP = 0b0000_1100
_SOS, _EOI, _COMMENT, _APPS = 0xDA, 0xD9, 0xFE, range(0xE0, 0xF0)
_ALONE = frozenset((0x01, *range(0xD0, 0xD9)))


def size_refusal(content: bytes) -> str:
    """Return in Dutch why the measures of a picture are too large; empty when they are not."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(content)) as picture:
                width, height = picture.size
    except Image.DecompressionBombError:
        return _too_large()
    except Exception:  # noqa: BLE001  a picture from outside may make the library raise anything
        return ""
    too_large = width * height > MOST_PIXELS or max(width, height) > LONGEST_SIDE
    return _too_large() if too_large else ""


def strip_picture(content: bytes) -> bytes:
    """Return a JPEG, PNG or WebP without hidden data; BadInput when it is damaged."""
    try:
        turned = _orientation(content)
        if content.startswith(PNG_START):
            return _png(content, turned)
        return (
            _webp(content, turned) if content.startswith(b"RIFF") else strip_jpeg(content, turned)
        )
    except (struct.error, IndexError, ValueError):
        raise refused(DAMAGED) from None


def strip_jpeg(content: bytes, turned: int = 1) -> bytes:
    """Return a JPEG with JFIF, colours and image alone; ValueError when it is damaged."""
    out = bytearray(b"\xff\xd8")
    if turned != 1:
        exif = b"Exif\0\0" + _exif(turned)
        out += b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    for marker, segment in _segments(content):
        if _is_kept(marker, segment):
            out += segment
    return bytes(out)


def _too_large() -> str:
    most = MOST_PIXELS // 1_000_000
    return f"Deze afbeelding is groter dan {most} miljoen beeldpunten. Maak haar kleiner."


def _orientation(content: bytes) -> int:
    try:
        with Image.open(BytesIO(content)) as picture:
            picture.load()
            found = picture.getexif().get(0x0112, 1)
    except Exception:  # noqa: BLE001  a picture from outside may make the library raise anything
        raise refused(DAMAGED) from None
    return found if isinstance(found, int) and 1 <= found <= 8 else 1  # noqa: PLR2004  as Exif says


def _exif(turned: int) -> bytes:
    """Return the smallest Exif there is: how the picture is turned, and nothing else."""
    return b"MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0) + b"\0\0\0\0"


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and bytes of every segment up to the end; what follows it is not the picture."""
    place = 2
    while content[place] == 0xFF:  # noqa: PLR2004  every marker begins so
        marker = content[place + 1]
        if marker == 0xFF:  # noqa: PLR2004  filling between segments
            place += 1
            continue
        if marker == _EOI:
            yield marker, b"\xff\xd9"
            return
        end = place + 2
        if marker not in _ALONE:
            end += struct.unpack(">H", content[place + 2 : place + 4])[0]
        if marker == _SOS:
            end = _end_of_scan(content, end)
        yield marker, content[place:end]
        place = end
    raise ValueError("no marker where one should be")


def _end_of_scan(content: bytes, place: int) -> int:
    while True:
        place = content.index(b"\xff", place)
        after = content[place + 1]
        if after != 0 and after not in _ALONE:
            return place
        place += 2


def _is_kept(marker: int, segment: bytes) -> bool:
    """Say whether a segment belongs to the image: of the APPs only JFIF, ICC profile and Adobe."""
    if marker == _COMMENT:
        return False
    if marker not in _APPS:
        return True
    return segment[4:].startswith((b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"))


def _png(content: bytes, turned: int) -> bytes:
    out, place = bytearray(PNG_START), len(PNG_START)
    while place < len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        naam, end = content[place + 4 : place + 8], place + 12 + length
        if naam in PNG_KEPT:
            out += content[place:end]
        if naam == b"IHDR" and turned != 1:
            out += _chunk(b"eXIf", _exif(turned))
        if naam == b"IEND":
            return bytes(out)
        place = end
    raise ValueError("a PNG ends with IEND")


def _chunk(naam: bytes, body: bytes) -> bytes:
    import zlib

    return struct.pack(">I", len(body)) + naam + body + struct.pack(">I", zlib.crc32(naam + body))


def _webp(content: bytes, turned: int) -> bytes:
    body, place = bytearray(), 12
    end = min(len(content), 8 + struct.unpack("<I", content[4:8])[0])
    while place + 8 <= end:
        naam = content[place : place + 4]
        (length,) = struct.unpack("<I", content[place + 4 : place + 8])
        chunk = bytearray(content[place : place + 8 + length + length % 2])
        if naam == b"VP8X":
            chunk[8] &= ~_HAS_EXIF_OR_XMP
            chunk[8] |= 0b1000 if turned != 1 else 0
        if naam in WEBP_KEPT:
            body += chunk
        place += len(chunk)
    if turned != 1:
        exif = _exif(turned)
        body += b"EXIF" + struct.pack("<I", len(exif)) + exif
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + bytes(body)
