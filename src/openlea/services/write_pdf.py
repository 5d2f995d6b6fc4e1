"""Write a whole agenda as a PDF that everybody can read, also with a screen reader (PDF/UA-1)."""

from datetime import date

from openlea.core.agenda import Agenda
from openlea.services.papier.stuk import compose_stuk
from openlea.services.write_stuk import write_stuk


def write_pdf(agenda: Agenda, op: date | None = None) -> bytes:
    """Return the PDF; `op` is the day on which the agenda was taken out, as its title page says."""
    return write_stuk(compose_stuk(agenda, op), "pdf")
