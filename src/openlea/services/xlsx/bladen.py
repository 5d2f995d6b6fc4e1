"""Every sheet of the workbook in order: writer, reader, template and explanation follow it."""

from openlea.services.xlsx.bladen_agenda import AGENDA, BLADEN_AGENDA, BLADEN_NETWERK
from openlea.services.xlsx.bladen_geld import BLADEN_GELD
from openlea.services.xlsx.kolom import Blad

LEESMIJ = "Leesmij"
BLADEN: tuple[Blad, ...] = (*BLADEN_AGENDA, *BLADEN_GELD, *BLADEN_NETWERK)
PER_NAAM = {blad.naam: blad for blad in BLADEN}

SLEUTELKOP, WAARDEKOP, UITLEGKOP = "Onderdeel", "Waarde", "Uitleg"
"""The headers of the sheet Agenda, which has a row per field instead of a column."""

VOORBEELD = "voorbeeld:"
"""A row whose first cell begins with this word is an example and is not read."""

__all__ = [
    "AGENDA",
    "BLADEN",
    "LEESMIJ",
    "PER_NAAM",
    "SLEUTELKOP",
    "UITLEGKOP",
    "VOORBEELD",
    "WAARDEKOP",
]
