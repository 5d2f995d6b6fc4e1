"""Compose the register of processing, or the start of a DPIA, as a document to take along."""

from datetime import date

from openlea.core.errors import NotFound
from openlea.services.describe_verwerkingen import describe_verwerkingen
from openlea.services.papier.blokken import Stuk
from openlea.services.privacy.dpia import dpia_stuk
from openlea.services.privacy.register import register_stuk, register_tabel


def compose_register(werkruimte: str, wat: str, op: date, *, als_tabel: bool = False) -> Stuk:
    """Return 'register' or 'dpia' of a werkruimte; `als_tabel` for a workbook. NotFound else."""
    rows = describe_verwerkingen()
    if wat == "register":
        make = register_tabel if als_tabel else register_stuk
        return make(werkruimte, rows, op)
    if wat == "dpia":
        return dpia_stuk(werkruimte, rows, op)
    raise NotFound("Dit stuk is er niet.")
