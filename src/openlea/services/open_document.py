"""Open a kept file: as it was handed in for who works here, without hidden data for the public."""

from django.core.files.storage import default_storage

from openlea.core.agenda import Zichtbaarheid
from openlea.core.errors import BadInput, NotFound
from openlea.services.strip_metadata import strip_metadata
from openlea.services.stukken.gevaar import bare_name
from openlea.storage.records.models import Document

NO_COPY = "Van dit document is geen kopie zonder verborgen gegevens. Vraag erom bij de gemeente."


def open_document(document: Document, *, binnen: bool) -> bytes:
    """Return the bytes of a document's file; NotFound when there is no copy for the public.

    Whether somebody may see it at all was asked before: this only chooses which of the two.
    """
    with document.bestand.open("rb") as file:
        content: bytes = file.read()
    if binnen or document.zichtbaarheid != Zichtbaarheid.PUBLIEK:
        return content
    return _kept(document) or _made(content)


def _kept(document: Document) -> bytes:
    name = bare_name(str(document.bestand.name))
    if not (document.kaal_sha256 and default_storage.exists(name)):
        return b""
    with default_storage.open(name) as file:
        found: bytes = file.read()
    return found


def _made(content: bytes) -> bytes:
    """Return a copy made now, of a file that became public before copies were kept."""
    try:
        return strip_metadata(content)
    except BadInput:
        raise NotFound(NO_COPY) from None
