"""Write a business case that was reckoned as Word, PDF, a web page or JSON."""

import json

from openlea.core.errors import BadInput, Fout
from openlea.services.businesscase.uitkomst import Uitkomst, as_plain
from openlea.services.papier.businesscase import compose_businesscase
from openlea.services.write_stuk import write_stuk

FORMATEN = ("docx", "pdf", "html", "json")


def write_businesscase(found: Uitkomst, formaat: str) -> bytes:
    """Return the file as 'docx', 'pdf', 'html' or 'json'; BadInput for another word."""
    if formaat not in FORMATEN:
        reden = f"'{formaat}' kan niet. Kies uit: {', '.join(FORMATEN)}."
        raise BadInput([Fout("", "out", reden)])
    if formaat == "json":
        return json.dumps(as_plain(found), ensure_ascii=False, indent=2).encode()
    return write_stuk(compose_businesscase(found), formaat)
