"""Looks for what a PDF can do by itself, and takes out of it who made it and what was before."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from openlea.services.stukken.plaatje import strip_jpeg
from openlea.services.stukken.weigering import refused

ACTS = frozenset(("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/RichMedia"))
"""Actions by which opening or clicking does more than showing a page."""
REASONS = {
    "script": "Deze pdf bevat een script of een opdracht die iets start. Druk hem af naar pdf.",
    "bijlage": "In deze pdf zitten andere bestanden. Haal die eruit, of druk hem af naar pdf.",
    "slot": "Deze pdf is beveiligd. Haal de beveiliging eraf en kies hem opnieuw.",
    "kapot": "Deze pdf is beschadigd en kan daarom niet openbaar. Druk hem opnieuw af naar pdf.",
}
_RAW = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile|RichMedia)\b")
_HIDDEN = ("/Metadata", "/PieceInfo", "/LastModified", "/AA", "/AF", "/Thumb", "/CreatorInfo")
_OF_ROOT = ("/OpenAction", "/Collection", "/Perms", "/Legal", "/SpiderInfo", "/Extensions")
_OF_NOTE = ("/T", "/M", "/CreationDate", "/NM", "/RC", "/Subj")


def danger_in_pdf(content: bytes) -> str:
    """Return in Dutch why a PDF can't be kept; empty when it can.

    One that can't be opened is searched as it stands: a damaged file may still run somewhere.
    """
    try:
        with Pdf.open(BytesIO(content)) as pdf:
            if pdf.is_encrypted:
                return REASONS["slot"]
            return next((REASONS[one] for one in _dangers(pdf)), "")
    except pikepdf.PasswordError:
        return REASONS["slot"]
    except Exception:  # noqa: BLE001  a file from outside may make the library raise anything
        return REASONS["script"] if _RAW.search(content) else ""


def strip_pdf(content: bytes) -> bytes:
    """Return a PDF that says only what its pages say; BadInput when that can't be made."""
    with _opened(content) as pdf:
        _strip_root(pdf)
        for one in pdf.objects:
            _strip_object(one)
        out = BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


@contextmanager
def _opened(content: bytes) -> Iterator[Pdf]:
    if reden := danger_in_pdf(content):
        raise refused(reden)
    try:
        with Pdf.open(BytesIO(content)) as pdf:
            len(pdf.pages)
            yield pdf
    except pikepdf.PdfError:
        raise refused(REASONS["kapot"]) from None


def _dangers(pdf: Pdf) -> Iterator[str]:
    """Yield the kind of every danger, by walking all objects and what lies within them."""
    names = pdf.Root.get("/Names", Dictionary())
    if isinstance(names, Dictionary) and "/JavaScript" in names:
        yield "script"
    for one in _every(pdf):
        if str(one.get("/S", "")) in ACTS or "/JS" in one:
            yield "script"
        if str(one.get("/Subtype", "")) in ("/RichMedia", "/Screen", "/3D"):
            yield "script"
        if "/EF" in one or str(one.get("/Subtype", "")) == "/FileAttachment":
            yield "bijlage"


def _every(pdf: Pdf) -> Iterator[Object]:
    """Yield every dictionary: those with a number of their own, and those inside them."""
    for one in pdf.objects:
        yield from _within(one)


def _within(one: Object, depth: int = 0) -> Iterator[Object]:
    if depth > 50:  # noqa: PLR2004  deeper than any writer makes
        raise ValueError("nested too deep")
    if isinstance(one, Dictionary | Stream):
        yield one
        for value in one.values():
            if not value_is_indirect(value):
                yield from _within(value, depth + 1)
    elif isinstance(one, Array):
        for value in list(one):
            if not value_is_indirect(value):
                yield from _within(value, depth + 1)


def value_is_indirect(value: object) -> bool:
    """Return whether a value is an object of its own, that is met by its number."""
    return not isinstance(value, Object) or bool(value.is_indirect)


def _strip_root(pdf: Pdf) -> None:
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    for key in _OF_ROOT:
        if key in pdf.Root:
            del pdf.Root[key]
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/XFA" in form:
        del form["/XFA"]


def _strip_object(one: Object) -> None:
    for each in list(_within(one)):
        for key in _HIDDEN:
            if key in each:
                del each[key]
        if _is_note(each):
            for key in _OF_NOTE:
                if key in each:
                    del each[key]
        if isinstance(each, Stream) and each.get("/Filter") == Name.DCTDecode:
            _strip_photo(each)


def _is_note(one: Object) -> bool:
    """Say whether it is a note or mark on a page; of a field of a form the name must stay."""
    return "/Rect" in one and "/Subtype" in one and str(one["/Subtype"]) not in ("/Widget", "/Link")


def _strip_photo(one: Stream) -> None:
    try:
        bare = strip_jpeg(one.read_raw_bytes())
    except (ValueError, IndexError):
        raise refused(REASONS["kapot"]) from None
    kept = {key: one[key] for key in ("/DecodeParms",) if key in one}
    one.write(bare, filter=Name.DCTDecode)
    for key, value in kept.items():
        one[key] = value
