"""Find out which column of a sheet is which, by its header, and say which one isn't there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches

from openpyxl.cell.cell import Cell

from openlea.core.errors import Fout
from openlea.services.xlsx.cel import Unreadable, shown
from openlea.services.xlsx.kolom import Blad

_JAAR = re.compile(r"(19|20)\d\d")


def plain(kop: str) -> str:
    """Return a header without star, case and extra spaces, for comparing."""
    return " ".join(kop.replace("*", " ").casefold().split())


def match_headers(
    blad: Blad, cells: Iterable[Cell], jaren: Sequence[int]
) -> tuple[dict[str, str], list[Fout]]:
    """Return the letter of the column of every field (and year, as '2025'), and the faults."""
    fields = {plain(kolom.kop): kolom.veld for kolom in blad.kolommen}
    letters: dict[str, str] = {}
    fouten: list[Fout] = []
    unknown: dict[str, Cell] = {}
    for cell in cells:
        try:
            kop = shown(cell)
        except Unreadable as reden:
            fouten.append(Fout(blad.naam, cell.coordinate, str(reden)))
            continue
        veld = fields.get(plain(kop)) or _year(blad, kop)
        if veld is None:
            unknown[kop] = cell
        elif veld in letters:
            reden_dubbel = f"De kolom '{kop}' staat er twee keer. Haal er één weg."
            fouten.append(Fout(blad.naam, cell.coordinate, reden_dubbel))
        else:
            letters[veld] = cell.column_letter
    missing = {kolom.veld: kolom.kop for kolom in blad.kolommen if kolom.veld not in letters}
    if blad.per_jaar:
        missing |= {str(jaar): str(jaar) for jaar in jaren if str(jaar) not in letters}
    return letters, fouten + _explain(blad, unknown, missing)


def _year(blad: Blad, kop: str) -> str | None:
    word = kop.strip()
    return word if blad.per_jaar and _JAAR.fullmatch(word) else None


def _explain(blad: Blad, unknown: Mapping[str, Cell], missing: Mapping[str, str]) -> list[Fout]:
    koppen = list(missing.values())
    fouten = []
    for kop, cell in unknown.items():
        near = get_close_matches(kop[:60], koppen, 1, 0.5)
        advice = f"Bedoel je '{near[0]}'?" if near else "Haal de kolom weg of verbeter de kop."
        reden = f"De kolom '{kop[:60]}' is onbekend. {advice}"
        fouten.append(Fout(blad.naam, cell.coordinate, reden))
    for kop in koppen:
        reden = f"De kolom '{kop}' ontbreekt. Zet hem terug; de cellen mogen leeg zijn."
        fouten.append(Fout(blad.naam, "", reden))
    return fouten
