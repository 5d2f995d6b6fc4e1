"""Sends what was judged as a file: on paper, or for another program."""

import json
from collections.abc import Mapping

from django.http import HttpResponse

from openlea.services.papier.blokken import Stuk
from openlea.services.write_stuk import write_stuk

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def send_stuk(stuk: Stuk, formaat: str, name: str) -> HttpResponse:
    """Return a document as pdf or docx, to be saved under a name."""
    return send(write_stuk(stuk, formaat), formaat, name)


def send_json(values: Mapping[str, object], name: str) -> HttpResponse:
    """Return values as JSON in UTF-8, to be saved under a name."""
    text = json.dumps(values, ensure_ascii=False, indent=2)
    return send(text.encode(), "json", name)


def send(content: bytes, formaat: str, name: str) -> HttpResponse:
    """Return a file to be saved under a name; the name is of our own making."""
    answer = HttpResponse(content, content_type=TYPES[formaat])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{formaat}"'
    return answer
