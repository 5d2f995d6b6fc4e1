"""The register of processing: read, and taken along as a document or a workbook."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openlea.core.errors import NotFound
from openlea.services.compose_register import compose_register
from openlea.services.describe_verwerkingen import describe_verwerkingen
from openlea.web.pages.stukken.uitvoer import send_stuk
from openlea.web.route import LeaRequest

FORMATEN = {"register": ("xlsx", "docx", "pdf"), "dpia": ("docx", "pdf")}


def verwerkingen(request: LeaRequest) -> HttpResponse:
    """Return the register, one part per processing."""
    shown = {"verwerkingen": describe_verwerkingen(), "formaten": FORMATEN}
    return render(request, "verwerkingen/verwerkingen.html", shown)


def verwerkingen_bestand(request: LeaRequest, wat: str, formaat: str) -> HttpResponse:
    """Return the register or the start of a DPIA as a file."""
    if formaat not in FORMATEN.get(wat, ()):
        raise NotFound("Dit bestand is er niet.")
    today = timezone.localdate()
    stuk = compose_register(request.werkruimte.naam, wat, today, als_tabel=formaat == "xlsx")
    return send_stuk(request, stuk, formaat)
