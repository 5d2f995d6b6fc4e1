"""Sends a document about a meeting as a file, in Word in the own template when there is one."""

from collections.abc import Collection, Mapping

from django.http import HttpResponse
from django.utils.text import slugify

from openlea.core.errors import NotFound
from openlea.services.papier.blokken import Stuk
from openlea.services.sjabloon.inhoud import template_of
from openlea.services.write_stuk import write_stuk
from openlea.web.route import LeaRequest

SOORTEN: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "html": "text/html; charset=utf-8",
}
OM_TE_LEZEN = frozenset({"pdf", "docx", "html"})
LIJSTEN = frozenset(SOORTEN)


def check_kind(formaat: str, may: Collection[str]) -> None:
    """Raise NotFound for a kind of file that there is none of."""
    if formaat not in may:
        raise NotFound("Dit soort bestand is er niet.")


def send_stuk(request: LeaRequest, stuk: Stuk, formaat: str) -> HttpResponse:
    """Return a document to be saved; its name is made of its title."""
    template = template_of(request.werkruimte.pk) if formaat == "docx" else None
    name = slugify(f"{stuk.titel} {stuk.datum}")[:80].strip("-") or "stuk"
    return send_file(write_stuk(stuk, formaat, template), formaat, name)


def send_file(content: bytes, formaat: str, name: str) -> HttpResponse:
    """Return a file to be saved, never to be shown by the browser."""
    answer = HttpResponse(content, content_type=SOORTEN[formaat])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{formaat}"'
    return answer
