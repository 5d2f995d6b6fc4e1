"""Answers with a kept document, to be saved and never run in the browser."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from openlea.services.open_document import open_document
from openlea.storage.records.models import Document

SANDBOX = "default-src 'none'; sandbox"
"""For the file alone: were it ever shown and not saved, it runs nothing and asks for nothing."""


def download(document: Document, *, binnen: bool) -> HttpResponse:
    """Return the file of a document under its title; the document must have one.

    Who works here (`binnen`) gets it as it was handed in, anybody else its bare copy.
    """
    suffix = str(document.bestand.name).rpartition(".")[2]
    answer = HttpResponse(open_document(document, binnen=binnen), content_type=document.mediatype)
    answer["Content-Security-Policy"] = SANDBOX
    answer["X-Content-Type-Options"] = "nosniff"
    # A letter that turns the writing direction would show another kind of file than it is.
    name = "".join(letter for letter in document.titel if letter.isprintable())
    disposition = content_disposition_header(as_attachment=True, filename=f"{name}.{suffix}")
    answer["Content-Disposition"] = disposition or "attachment"
    return answer
