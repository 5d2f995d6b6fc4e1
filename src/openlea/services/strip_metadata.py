"""Make the bare copy of a file: what it shows, and nothing of who made it, where or when."""

from openlea.policy.document_soort import JPEG, PDF, PNG, TEKST, WEBP, recognise
from openlea.services.stukken.kantoor import strip_office
from openlea.services.stukken.pdf import strip_pdf
from openlea.services.stukken.plaatje import strip_picture
from openlea.services.stukken.weigering import refused

PICTURES = (JPEG, PNG, WEBP)
UNKNOWN = "Van dit soort bestand is geen kale kopie te maken. Maak er een pdf van."


def strip_metadata(content: bytes) -> bytes:
    """Return the bytes that may be public; BadInput at 'bestand' when these can't be made.

    Plain text has nothing hidden and stays as it is. With comments or tracked changes there is no
    bare copy: a person decides what becomes of those.
    """
    soort = recognise(content)
    if soort is None:
        raise refused(UNKNOWN)
    if soort == TEKST:
        return content
    if soort == PDF:
        return strip_pdf(content)
    return strip_picture(content) if soort in PICTURES else strip_office(content)
