"""Read a whole agenda from a workbook, or say of everything that is wrong where it is and why."""

from typing import TYPE_CHECKING

from openlea.core.agenda import Agenda
from openlea.core.errors import BadFile, BadInput, Fout

if TYPE_CHECKING:
    from openlea.services.xlsx.agendablad import Agendablad
    from openlea.services.xlsx.tabel import Tabel

MOST_FAULTS = 500
"""More than a person repairs one by one: then something else is wrong with the file."""


def read_xlsx(content: bytes) -> Agenda:
    """Return the agenda in a workbook; nothing is stored.

    Raises BadFile when it can't be opened, BadInput with every fault, each with blad, cel, reden.
    """
    try:
        return _read(content)
    except BadInput:
        raise
    except Exception as error:
        reden = "Dit bestand kan niet worden gelezen. Begin met een nieuw sjabloon."
        raise BadFile([Fout("", "", reden)]) from error


def _read(content: bytes) -> Agenda:
    from openlea.services.xlsx.agendablad import read_agenda_sheet
    from openlea.services.xlsx.bladen import AGENDA, PER_NAAM
    from openlea.services.xlsx.laden import load, sheets_of
    from openlea.services.xlsx.tabel import read_table

    sheets, fouten = sheets_of(load(content))
    if not sheets:
        raise BadFile([Fout("", "", "Dit werkboek heeft niet de bladen van een agenda."), *fouten])
    blad = read_agenda_sheet(sheets.pop(AGENDA.naam)) if AGENDA.naam in sheets else None
    jaren = _years(blad)
    tabellen = {naam: read_table(sheet, PER_NAAM[naam], jaren) for naam, sheet in sheets.items()}
    fouten += blad.fouten if blad else []
    for tabel in tabellen.values():
        fouten += tabel.fouten
    if blad and not blad.fouten and len(tabellen) == len(PER_NAAM):
        return _build(blad, tabellen, fouten)
    raise BadInput(_some(fouten))


def _years(blad: "Agendablad | None") -> range:
    from openlea.policy.agenda_controle import LANGSTE_AGENDA

    van, tot = (blad.waarden.get(veld, 0) for veld in ("van", "tot")) if blad else (0, 0)
    return range(van, tot + 1) if 0 < van <= tot < van + LANGSTE_AGENDA else range(0)


def _build(blad: "Agendablad", tabellen: "dict[str, Tabel]", fouten: list[Fout]) -> Agenda:
    from openlea.services.xlsx.opbouwen import build_agenda

    if not all(tabel.heel for tabel in tabellen.values()):
        raise BadInput(_some(fouten))
    agenda, against_rules = build_agenda(blad, tabellen)
    if fouten or against_rules:
        known = {(fout.blad, fout.cel) for fout in fouten}
        new = [fout for fout in against_rules if (fout.blad, fout.cel) not in known]
        raise BadInput(_some([*fouten, *new]))
    return agenda


def _some(fouten: list[Fout]) -> list[Fout]:
    """Return the faults, and when there are very many the first of them and how many follow."""
    more = len(fouten) - MOST_FAULTS
    if more <= 0:
        return fouten
    return [*fouten[:MOST_FAULTS], Fout("", "", f"En nog {more} fouten.")]
