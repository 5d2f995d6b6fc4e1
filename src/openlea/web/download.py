"""Answers with a kept document, to be saved and never run in the browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from openlea.storage.records.models import Document


def download(document: Document) -> HttpResponse:
    """Return the file of a document under its title; the document must have one."""
    suffix = str(document.bestand.name).rpartition(".")[2]
    with document.bestand.open("rb") as file:
        answer = HttpResponse(file.read(), content_type=document.mediatype)
    # A letter that turns the writing direction would show another kind of file than it is.
    name = "".join(letter for letter in document.titel if letter.isprintable())
    disposition = content_disposition_header(as_attachment=True, filename=f"{name}.{suffix}")
    answer["Content-Disposition"] = disposition or "attachment"
    return answer
