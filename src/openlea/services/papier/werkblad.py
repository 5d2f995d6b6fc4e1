"""Lays a document out as a workbook: a sheet per table; a document without tables as lines."""

import re
from collections.abc import Iterator

from openlea.services.papier.blokken import (
    Alinea,
    Blok,
    Feiten,
    Kop,
    Lijst,
    Links,
    RegelSoort,
    Stuk,
    Tabel,
    points,
)
from openlea.services.write_geld_xlsx import Rij, Vel, write_geld_xlsx

_REFUSED = re.compile(r"[\[\]:*?/\\]")
LANGSTE_NAAM = 31
LANGSTE_CEL = 32_000
"""Letters that fit in a cell, with room for what Excel adds."""


def write_werkblad(stuk: Stuk) -> bytes:
    """Return the workbook; text never runs as a formula."""
    tables = [blok for blok in stuk.blokken if isinstance(blok, Tabel)]
    names: set[str] = set()
    vellen = [_sheet(one, _name(one.titel, names)) for one in tables]
    if not vellen:
        lines = tuple(Rij((_fitting(text),)) for blok in stuk.blokken for text in _lines(blok))
        vellen = [Vel(_name(stuk.titel, names), (_fitting(stuk.titel),), lines)]
    return write_geld_xlsx(vellen)


def _sheet(tabel: Tabel, name: str) -> Vel:
    rows = tuple(
        Rij(
            tuple(_fitting(cell) for cell in regel.cellen),
            vet=regel.soort in {RegelSoort.TOTAAL, RegelSoort.GROEP},
        )
        for regel in tabel.regels
    )
    return Vel(name, tabel.koppen, rows)


def _name(title: str, taken: set[str]) -> str:
    """Return a name that Excel takes and that no sheet has yet."""
    plain = " ".join(_REFUSED.sub(" ", title).split()).strip("'")[:LANGSTE_NAAM].strip() or "Blad"
    name, n = plain, 2
    while name.casefold() in taken:
        name = f"{plain[: LANGSTE_NAAM - len(str(n)) - 1]} {n}"
        n += 1
    taken.add(name.casefold())
    return name


def _fitting(text: str) -> str:
    return text if len(text) <= LANGSTE_CEL else text[: LANGSTE_CEL - 1] + "…"


def _lines(blok: Blok) -> Iterator[str]:
    match blok:
        case Kop() | Alinea():
            yield blok.tekst
        case Feiten():
            yield from (f"{naam}: {waarde}" for naam, waarde in blok.paren)
        case Lijst() | Links():
            yield from (f"{words} ({adres})" if adres else words for words, adres in points(blok))
        case _:
            return
