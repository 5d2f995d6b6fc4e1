"""Reads a file of schools, and takes from it the columns that the criteria ask for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path

from openlea.core.bron import Bestand
from openlea.core.errors import BadFile, BadInput, Fout
from openlea.policy.persoonswaarde import trimmed
from openlea.policy.verdeelcriteria import Verdeelcriteria
from openlea.policy.verdeelpunten import Cel, Schoolrij
from openlea.services.desk.lezen import Row, rows_of

MOST_SCHOLEN = 50_000
BLAD = "Scholen"
_DUTCH = re.compile(r"[-−]?(\d{1,3}(\.\d{3})+|\d{1,12}),\d{1,9}")
_PLAIN = re.compile(r"[-−]?\d{1,12}(\.\d{1,17})?")
_THOUSAND = re.compile(r"[-−]?[1-9]\d{0,2}(\.\d{3})+")


@dataclass(frozen=True, slots=True)
class Tabel:
    """A file of schools: its name, its heads, its rows, and whether it is a workbook.

    In a workbook a number is a number; only in text can 1.234 mean two things.
    """

    bestand: str
    koppen: tuple[str, ...]
    rijen: tuple[Row, ...]
    werkmap: bool = False


def read_tabel(file: Path) -> Tabel:
    """Return the table of a csv or xlsx; BadFile says why it can't be read."""
    with file.open("rb") as opened:
        werkmap = opened.read(2) == b"PK"
    return _tabel(file.name, rows_of(file), werkmap=werkmap)


def read_tabel_bytes(bestand: Bestand) -> Tabel:
    """Return the table of a csv or xlsx that was sent; of several sheets the one named Scholen."""
    from openlea.catalogue.reading.uitpakken import is_workbook
    from openlea.services.kolommen.vellen import read_vellen

    vellen = read_vellen(bestand)
    chosen = [vel for vel in vellen if vel.naam.strip().casefold() == BLAD.casefold()] or vellen
    if len(chosen) > 1:
        reden = f"er is meer dan één blad met gegevens; noem het blad met de scholen '{BLAD}'."
        raise BadFile([Fout(bestand.naam, "", reden)])
    rows = (
        (number, row)
        for number, row in enumerate(chosen[0].rijen, start=1)
        if any(trimmed(cell) for cell in row)
    )
    return _tabel(bestand.naam, rows, werkmap=is_workbook(bestand))


def _tabel(naam: str, rows: Iterator[Row], *, werkmap: bool) -> Tabel:
    first = next(rows, None)
    if first is None:
        raise BadFile([Fout(naam, "", "het bestand is leeg.")])
    koppen = tuple(" ".join(kop.split()) for kop in first[1])
    doubled = sorted({kop for kop in koppen if kop and koppen.count(kop) > 1})
    if doubled:
        reden = f"de kop '{doubled[0]}' staat er twee keer; geef elke kolom een eigen naam."
        raise BadFile([Fout(naam, f"regel {first[0]}", reden)])
    found: list[Row] = []
    for row in rows:
        found.append(row)
        if len(found) > MOST_SCHOLEN:
            reden = f"er zijn meer dan {MOST_SCHOLEN} scholen; splits het bestand."
            raise BadFile([Fout(naam, "", reden)])
    return Tabel(naam, koppen, tuple(found), werkmap)


def schools_of(tabel: Tabel, criteria: Verdeelcriteria) -> tuple[Schoolrij, ...]:
    """Return the rows with the cells that these criteria read; BadInput names each wrong cell."""
    places = _places(tabel, criteria.columns())
    numeric, fouten = criteria.numeric_columns(), list[Fout]()
    found = []
    for regel, row in tabel.rijen:
        cellen: dict[str, Cel] = {}
        for kolom, place in places.items():
            text = row[place].strip() if place < len(row) else ""
            if kolom not in numeric:
                cellen[kolom] = text or None
                continue
            try:
                cellen[kolom] = number_in(text, werkmap=tabel.werkmap)
            except ValueError as error:
                cellen[kolom] = Decimal(0)
                fouten.append(Fout(f"regel {regel}", f"kolom {kolom}", str(error)))
        found.append(Schoolrij(regel, cellen))
    if fouten:
        raise BadInput(fouten)
    return tuple(found)


def earlier_amounts(tabel: Tabel, kolom: str) -> list[Decimal | None]:
    """Return the amounts in a column, in the order of the rows; None where there is none."""
    (place,) = _places(tabel, (kolom,)).values()
    fouten, found = list[Fout](), list[Decimal | None]()
    for regel, row in tabel.rijen:
        text = row[place].strip() if place < len(row) else ""
        try:
            found.append(_amount(text, werkmap=tabel.werkmap))
        except ValueError as error:
            fouten.append(Fout(f"regel {regel}", f"kolom {kolom}", str(error)))
    if fouten:
        raise BadInput(fouten)
    return found


def _amount(text: str, *, werkmap: bool) -> Decimal | None:
    """Return an amount; behind a euro sign a point can only be one of thousands."""
    bare = text.removeprefix("€").strip()
    if bare != text and _THOUSAND.fullmatch(bare):
        bare = bare.replace(".", "")
    return number_in(bare, werkmap=werkmap)


def _places(tabel: Tabel, kolommen: Sequence[str]) -> dict[str, int]:
    known = {kop.casefold(): place for place, kop in enumerate(tabel.koppen) if kop}
    missing = [kolom for kolom in kolommen if kolom.casefold() not in known]
    if missing:
        raise BadInput([Fout(tabel.bestand, kolom, _hint(tabel, kolom)) for kolom in missing])
    return {kolom: known[kolom.casefold()] for kolom in kolommen}


def _hint(tabel: Tabel, kolom: str) -> str:
    near = get_close_matches(kolom, tabel.koppen, 1)
    other = f"Bedoel je '{near[0]}'?" if near else f"Wel: {', '.join(filter(None, tabel.koppen))}."
    return f"deze kolom staat niet in het bestand. {other}"


def number_in(text: str, *, werkmap: bool) -> Decimal | None:
    """Return a number, None for an empty cell; ValueError says in Dutch what is wrong with it."""
    if not text:
        return None
    clean = text.replace("−", "-")
    if _DUTCH.fullmatch(clean):
        return Decimal(clean.replace(".", "").replace(",", "."))
    if _THOUSAND.fullmatch(clean) and not werkmap:
        raise ValueError(f"'{text}' kan twee dingen betekenen; schrijf duizend als 1000.")
    if _PLAIN.fullmatch(clean):
        return Decimal(clean)
    raise ValueError(f"'{text[:40]}' is geen getal.")
