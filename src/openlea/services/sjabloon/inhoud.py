"""Reads the template that documents of a werkruimte are written in."""

from openlea.storage.records import models as records


def content_of(sjabloon: "records.Sjabloon") -> bytes:
    """Return the Word file of a template."""
    with sjabloon.document.bestand.open() as file:
        return bytes(file.read())


def template_of(werkruimte: int) -> bytes | None:
    """Return the Word file that a werkruimte writes in, or None when it chose none."""
    used = records.Sjabloon.objects.of(werkruimte).filter(in_gebruik=True).first()
    return content_of(used) if used else None
