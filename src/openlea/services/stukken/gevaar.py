"""What makes a file that was handed in dangerous to keep, whatever it is called."""

import io
import zipfile

from openlea.policy.document_soort import JPEG, PDF, PNG, TEKST, WEBP, recognise
from openlea.services.stukken.pakket import REASONS, danger_in_package
from openlea.services.stukken.pdf import danger_in_pdf
from openlea.services.stukken.plaatje import size_refusal


def danger_in(content: bytes) -> str:
    """Return in Dutch why a file of a known kind can't be kept; empty when it can."""
    soort = recognise(content)
    if soort in (TEKST, None):
        return ""
    if soort not in (PDF, PNG, JPEG, WEBP):
        return danger_in_package(content)
    if zipfile.is_zipfile(io.BytesIO(content)):
        return REASONS["dubbel"]
    return danger_in_pdf(content) if soort == PDF else _picture(content)


def bare_name(name: str) -> str:
    """Return the name under which the bare copy of a kept file lies, beside the file."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.kaal.{suffix}"


def _picture(content: bytes) -> str:
    if b"%PDF-" in content[:1024] or b"<script" in content.lower():
        return REASONS["dubbel"]
    return size_refusal(content)
