"""Reads who goes to which school and what fits there, and names every line that is wrong."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from openlea.core.errors import BadFile, BadInput, Fout
from openlea.services.desk.lezen import rows_of

MOST_TOLD = 20
"""Faults that are named one by one; of the others the number is told."""
GEBIED, SCHOOL, AANTAL, AFSTAND = "pc4", "school", "aantal", "afstand_km"
CAPACITEIT, MINIMUM = "capaciteit", "minimum"
_WHOLE = re.compile(r"\d{1,7}")
_DECIMAL = re.compile(r"\d{1,5}(?:[.,]\d{1,6})?")
HEEL = "is geen heel getal van 0 of meer."
VERBORGEN = "is afgeschermd; hier is het echte aantal nodig."
Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlingregel:
    """How many pupils of one area and group go to one school; `afstand` in km, None if not said."""

    regel: int
    gebied: str
    groep: str
    school: str
    aantal: int
    afstand: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolregel:
    """How many pupils fit in one school, and how many it keeps at least."""

    regel: int
    school: str
    capaciteit: int
    minimum: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerlingbestand:
    """The rows of pupils, and whether the file itself says how far each school is."""

    rijen: Sequence[Leerlingregel]
    met_afstand: bool


class Fouten:
    """The faults found in one file, so that all are told at once."""

    def __init__(self, file: Path) -> None:
        """Begin without faults."""
        self._naam = file.name
        self._found: list[Fout] = []

    def add(self, regel: int, kolom: str, reden: str) -> None:
        """Keep one fault."""
        self._found.append(Fout(f"{self._naam}, regel {regel}", f"kolom {kolom}", reden))

    def refuse(self) -> None:
        """Raise BadInput when there are any."""
        if not self._found:
            return
        told = self._found[:MOST_TOLD]
        if more := len(self._found) - len(told):
            told.append(Fout(self._naam, "", f"er zijn nog {more} fouten."))
        raise BadInput(told)


def read_leerlingen(file: Path, groep: str) -> Leerlingbestand:
    """Return the rows of pupils; BadInput names every line and column that is wrong."""
    koppen, rows = _table(file, (GEBIED, groep, SCHOOL, AANTAL))
    fouten, seen, rijen = Fouten(file), dict[tuple[str, ...], int](), list[Leerlingregel]()
    for regel, cells in rows:
        one = _leerlingregel(regel, cells, groep, fouten)
        key = one.gebied, one.groep, one.school
        if key in seen:
            fouten.add(regel, SCHOOL, f"gebied, groep en school staan ook op regel {seen[key]}.")
        seen.setdefault(key, regel)
        rijen.append(one)
    fouten.refuse()
    if not any(one.aantal for one in rijen):
        raise BadFile([Fout(file.name, "", "er staat geen enkele leerling in.")])
    return Leerlingbestand(rijen=rijen, met_afstand=AFSTAND in koppen)


def read_scholen(file: Path) -> tuple[Schoolregel, ...]:
    """Return what fits in each school; BadInput names every line and column that is wrong."""
    _, rows = _table(file, (SCHOOL, CAPACITEIT))
    fouten, seen, scholen = Fouten(file), dict[str, int](), list[Schoolregel]()
    for regel, cells in rows:
        one = Schoolregel(
            regel=regel,
            school=_filled(regel, SCHOOL, cells, fouten),
            capaciteit=_whole(regel, CAPACITEIT, cells[CAPACITEIT], fouten),
            minimum=_whole(regel, MINIMUM, cells.get(MINIMUM) or "0", fouten),
        )
        if one.minimum > one.capaciteit:
            fouten.add(regel, MINIMUM, f"{one.minimum} is meer dan de capaciteit.")
        if one.school in seen:
            fouten.add(regel, SCHOOL, f"'{one.school}' staat ook op regel {seen[one.school]}.")
        seen.setdefault(one.school, regel)
        scholen.append(one)
    fouten.refuse()
    if not scholen:
        raise BadFile([Fout(file.name, "", "er staat geen enkele school in.")])
    return tuple(scholen)


def _leerlingregel(regel: int, cells: Cells, groep: str, fouten: Fouten) -> Leerlingregel:
    aantal = _whole(regel, AANTAL, cells[AANTAL], fouten)
    return Leerlingregel(
        regel=regel,
        gebied=_filled(regel, GEBIED, cells, fouten),
        groep=_filled(regel, groep, cells, fouten),
        school=_filled(regel, SCHOOL, cells, fouten),
        aantal=aantal,
        afstand=_distance(regel, cells, aantal, fouten),
    )


def _table(file: Path, nodig: Sequence[str]) -> tuple[Sequence[str], Iterator[tuple[int, Cells]]]:
    """Return the heads of a file and its rows by head; BadFile names a column that isn't there."""
    rows = rows_of(file)
    first = next(rows, None)
    if first is None:
        raise BadFile([Fout(file.name, "", "het bestand is leeg.")])
    koppen = [kop.strip().lower() for kop in first[1]]
    er_is = ", ".join(kop for kop in koppen if kop) or "niets"
    missing = [kop for kop in nodig if kop not in koppen]
    if missing:
        raise BadFile(
            [Fout(file.name, "", f"kolom '{kop}' ontbreekt; er is: {er_is}.") for kop in missing]
        )
    return koppen, ((regel, _by_head(koppen, cells)) for regel, cells in rows)


def _by_head(koppen: Sequence[str], cells: Sequence[str]) -> Cells:
    """Return the cells of a row by head; a row that stops early has empty ones."""
    padded = [*cells, *[""] * (len(koppen) - len(cells))]
    return {kop: cell.strip() for kop, cell in zip(koppen, padded, strict=False)}


def _filled(regel: int, kolom: str, cells: Cells, fouten: Fouten) -> str:
    if not cells[kolom]:
        fouten.add(regel, kolom, "is leeg.")
    return cells[kolom]


def _whole(regel: int, kolom: str, text: str, fouten: Fouten) -> int:
    if _WHOLE.fullmatch(text):
        return int(text)
    fouten.add(regel, kolom, VERBORGEN if text.startswith("<") else f"'{text}' {HEEL}")
    return 0


def _distance(regel: int, cells: Cells, aantal: int, fouten: Fouten) -> float | None:
    """Return the km that stand there; where pupils go to school they must."""
    if AFSTAND not in cells:
        return None
    text = cells[AFSTAND]
    if _DECIMAL.fullmatch(text) and isfinite(found := float(text.replace(",", "."))):
        return found
    if text or aantal:
        fouten.add(regel, AFSTAND, f"'{text}' is geen afstand in km, zoals 1,8.")
    return None
