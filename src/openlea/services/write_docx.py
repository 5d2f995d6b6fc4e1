"""Write a whole agenda as a Word document, with real headings, table headers and a title."""

from datetime import date

from openlea.core.agenda import Agenda
from openlea.services.papier.stuk import compose_stuk
from openlea.services.write_stuk import write_stuk


def write_docx(agenda: Agenda, op: date | None = None) -> bytes:
    """Return the document; `op` is the day on which the agenda was taken out, as its title says."""
    return write_stuk(compose_stuk(agenda, op), "docx")
