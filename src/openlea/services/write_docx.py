"""Write a whole agenda as a Word document, with real headings, table headers and a title."""

import io
from datetime import date

from openlea.core.agenda import Agenda
from openlea.services.papier.stuk import compose_stuk


def write_docx(agenda: Agenda, op: date | None = None) -> bytes:
    """Return the document; `op` is the day on which the agenda was taken out, as its title says."""
    from openlea.services.papier.word import lay_out

    out = io.BytesIO()
    lay_out(compose_stuk(agenda, op)).save(out)
    return out.getvalue()
