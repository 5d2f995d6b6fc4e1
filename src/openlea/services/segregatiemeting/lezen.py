"""Reads how many of each group are in each school, and names every cell that is wrong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openlea.core.errors import BadFile, BadInput, Fout
from openlea.core.onthulling import VERBORGEN_HOOG, VERBORGEN_LAAG, Bereik
from openlea.services.desk.lezen import rows_of

MOST_TOLD = 20
"""Faults that are named one by one; of the others the number is told."""
GEEN_AANTAL = "is geen aantal: er hoort een getal van 0 of meer te staan, of <5."
_UNDER = re.compile(r"<\s*(\d{1,3})")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
Vak = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolommen:
    """Which heads of the file say what; place and period may be left out."""

    unit: str
    groep: str
    aantal: str
    plaats: str = ""
    periode: str = ""

    @property
    def all(self) -> tuple[str, ...]:
        """Return the heads that the file must have."""
        asked = (self.unit, self.groep, self.aantal, self.plaats, self.periode)
        return tuple(kop for kop in asked if kop)


@dataclass(slots=True)
class Tabel:
    """Per place and period, per unit, per group how many: a range where the cell was hidden."""

    groepen: list[str] = field(default_factory=list)
    vakken: dict[Vak, dict[str, dict[str, Bereik]]] = field(default_factory=dict)

    def add(self, vak: Vak, unit: str, groep: str, aantal: Bereik) -> None:
        """Add a count; what stands on more rows is added up."""
        if groep not in self.groepen:
            self.groepen.append(groep)
        cells = self.vakken.setdefault(vak, {}).setdefault(unit, {})
        cells[groep] = cells[groep] + aantal if groep in cells else aantal

    def total(self, groep: str) -> float:
        """Return the middle of how many of a group there are in the whole file."""
        found = [cells[groep] for units in self.vakken.values() for cells in units.values()
                 if groep in cells]  # fmt: skip
        return sum(one.laag + one.hoog for one in found) / 2


def read_tabel(file: Path, kolommen: Kolommen) -> Tabel:
    """Return the table of a csv or xlsx; BadInput with the line and column of every fault."""
    rows = rows_of(file)
    first = next(rows, None)
    if first is None:
        raise BadFile([Fout(file.name, "", "het bestand is leeg.")])
    at = _places(file, first[1], kolommen)
    tabel = Tabel()
    fouten: list[Fout] = []
    for regel, cells in rows:
        fouten += _take(tabel, regel, cells, at, kolommen)
    if fouten:
        raise BadInput(_told(file, fouten))
    if not tabel.vakken:
        raise BadFile([Fout(file.name, "", "onder de koppen staan geen rijen.")])
    return tabel


def _places(file: Path, heads: Sequence[str], kolommen: Kolommen) -> dict[str, int]:
    """Return where each asked column stands; BadFile names what lacks and what there is."""
    koppen = [kop.strip() for kop in heads]
    lower = [kop.lower() for kop in koppen]
    there = ", ".join(kop for kop in koppen if kop) or "niets"
    missing = [kop for kop in kolommen.all if kop.strip().lower() not in lower]
    if missing:
        raise BadFile(
            [Fout(file.name, "", f"kolom '{kop}' ontbreekt; er is: {there}.") for kop in missing]
        )
    return {kop: lower.index(kop.strip().lower()) for kop in kolommen.all}


def _take(
    tabel: Tabel, regel: int, cells: Sequence[str], at: dict[str, int], kolommen: Kolommen
) -> Iterator[Fout]:
    """Add one row to the table, or yield what is wrong with it."""
    text = {kop: cells[place].strip() if place < len(cells) else "" for kop, place in at.items()}
    empty = [kop for kop in at if not text[kop]]
    yield from (Fout(f"regel {regel}", f"kolom '{kop}'", "is leeg.") for kop in empty)
    if empty:
        return
    aantal = count_of(text[kolommen.aantal])
    if aantal is None:
        reden = f"'{text[kolommen.aantal]}' {GEEN_AANTAL}"
        yield Fout(f"regel {regel}", f"kolom '{kolommen.aantal}'", reden)
        return
    vak = (
        text[kolommen.plaats] if kolommen.plaats else None,
        text[kolommen.periode] if kolommen.periode else None,
    )
    tabel.add(vak, text[kolommen.unit], text[kolommen.groep], aantal)


def count_of(text: str) -> Bereik | None:
    """Return how many a cell can mean: '12', '1.234', '12,5', or hidden as '<5' or '-1'.

    None when it is no count.
    """
    if text == "-1":
        return Bereik(VERBORGEN_LAAG, VERBORGEN_HOOG)
    if under := _UNDER.fullmatch(text):
        most = int(under[1]) - 1
        return Bereik(VERBORGEN_LAAG, most) if most >= VERBORGEN_LAAG else None
    whole = text.partition(",")[0]
    bare = text.replace(".", "") if _THOUSANDS.fullmatch(whole) else text
    bare = bare.replace(",", ".", 1)
    if not (bare.isascii() and _NUMBER.fullmatch(bare)):
        return None
    return Bereik(float(bare), float(bare))


def _told(file: Path, fouten: list[Fout]) -> list[Fout]:
    """Return the first faults, and how many there are beyond."""
    more = len(fouten) - MOST_TOLD
    if more <= 0:
        return fouten
    return [*fouten[:MOST_TOLD], Fout(file.name, "", f"en nog {more} fouten.")]
