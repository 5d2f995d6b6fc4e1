"""Read the sheet Agenda, which has a row for every field."""

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from openlea.core.errors import Fout
from openlea.services.xlsx.bladen import AGENDA, SLEUTELKOP, WAARDEKOP
from openlea.services.xlsx.cel import Unreadable, read_cell, shown
from openlea.services.xlsx.kolom import Kolom
from openlea.services.xlsx.koppen import plain
from openlea.services.xlsx.tabel import hidden_faults, rows_of

VEEL = "ondertekenaars"
"""The one field that may have more than one row."""


@dataclass(slots=True)
class Agendablad:
    """The fields that were read, the rows they stand in, and what was wrong."""

    waarden: dict[str, Any] = field(default_factory=dict)
    rijen: dict[str, list[int]] = field(default_factory=dict)
    fouten: list[Fout] = field(default_factory=list)

    def refuse(self, cel: str, reden: str) -> None:
        """Remember a fault."""
        self.fouten.append(Fout(AGENDA.naam, cel, reden))


def read_agenda_sheet(sheet: Worksheet) -> Agendablad:
    """Return the fields of the agenda, and every fault."""
    blad = Agendablad(waarden={VEEL: ()})
    rows = rows_of(sheet)
    blad.fouten += hidden_faults(sheet, AGENDA.naam, rows)
    _check_head(blad, rows.pop(1, {}))
    kolommen = {plain(kolom.kop): kolom for kolom in AGENDA.kolommen}
    for nummer, cells in rows.items():
        kolom = _field(blad, kolommen, nummer, cells)
        if kolom is not None:
            _read(blad, kolom, nummer, cells.get("B"))
    for kolom in AGENDA.kolommen:
        if kolom.veld not in blad.rijen:
            blad.refuse("", f"De regel '{kolom.kop}' ontbreekt. Zet hem terug in kolom A.")
    return blad


def _check_head(blad: Agendablad, cells: dict[str, Cell]) -> None:
    for letter, kop in (("A", SLEUTELKOP), ("B", WAARDEKOP)):
        found = str(cells[letter].value) if letter in cells else ""
        if plain(found) != plain(kop):
            blad.refuse(f"{letter}1", f"Hier hoort '{kop}' te staan.")


def _field(
    blad: Agendablad, kolommen: dict[str, Kolom], nummer: int, cells: dict[str, Cell]
) -> Kolom | None:
    for letter in cells.keys() - {"A", "B", "C"}:
        blad.refuse(f"{letter}{nummer}", "Deze cel staat buiten de tabel. Maak hem leeg.")
    if "A" not in cells:
        blad.refuse(f"A{nummer}", "Hier ontbreekt het onderdeel, zoals 'Titel'.")
        return None
    try:
        word = shown(cells["A"])
    except Unreadable as reden:
        blad.refuse(f"A{nummer}", str(reden))
        return None
    kolom = kolommen.get(plain(word))
    if kolom is None:
        near = get_close_matches(word[:60], [k.kop for k in AGENDA.kolommen], 1, 0.5)
        advice = f" Bedoel je '{near[0]}'?" if near else " Haal de regel weg."
        blad.refuse(f"A{nummer}", f"'{word[:60]}' is onbekend.{advice}")
    return kolom


def _read(blad: Agendablad, kolom: Kolom, nummer: int, cell: Cell | None) -> None:
    rijen = blad.rijen.setdefault(kolom.veld, [])
    if rijen and kolom.veld != VEEL:
        blad.refuse(f"A{nummer}", f"De regel '{kolom.kop}' staat er twee keer. Haal er één weg.")
        return
    try:
        value = None if cell is None else read_cell(cell, kolom)
    except Unreadable as reden:
        blad.refuse(f"B{nummer}", str(reden))
        rijen.append(nummer)
        return
    if value is None and kolom.veld in AGENDA.verplicht:
        blad.refuse(f"B{nummer}", f"'{kolom.kop}' is leeg. Vul het in.")
    if kolom.veld != VEEL:
        blad.waarden[kolom.veld] = AGENDA.standaard[kolom.veld] if value is None else value
        rijen.append(nummer)
    elif value is not None:
        blad.waarden[VEEL] = (*blad.waarden[VEEL], value)
        rijen.append(nummer)
