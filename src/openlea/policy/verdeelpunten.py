"""What every school scores on the criteria of a division, and which schools get nothing and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openlea.core.errors import BadInput, Fout
from openlea.policy.verdeelcriteria import BARE, Criterium, Telwijze, Verdeelcriteria

Cel = str | Decimal | None
"""What a cell says: words, a number, or nothing."""


@dataclass(frozen=True, slots=True)
class Schoolrij:
    """A row of the file: its number as a spreadsheet counts, and its cells by column."""

    regel: int
    cellen: Mapping[str, Cel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolpunten:
    """A school with its values and points, one per criterion; excluded when there is a reason.

    `voorrang` decides between equal claims: the highest goes first, then the name.
    """

    school: str
    waarden: tuple[Decimal | None, ...] = ()
    punten: tuple[Decimal, ...] = ()
    uitgesloten: str = ""
    voorrang: Decimal = Decimal(0)

    @property
    def plek(self) -> tuple[Decimal, str, str]:
        """Return what the order between equal claims is sorted by."""
        return (-self.voorrang, self.school.casefold(), self.school)


def award_points(criteria: Verdeelcriteria, rijen: Sequence[Schoolrij]) -> tuple[Schoolpunten, ...]:
    """Return every school with its points, in the order of the file.

    BadInput names each row and column that is missing or can't be meant. What an excluded school
    scores isn't looked at.
    """
    fouten: list[Fout] = []
    found = tuple(_school(criteria, rij, fouten) for rij in rijen)
    fouten += _doubled(criteria, rijen)
    if not rijen:
        fouten.append(Fout("", "", "er staat geen enkele school in het bestand."))
    if fouten:
        raise BadInput(sorted(fouten))
    return found


def _school(criteria: Verdeelcriteria, rij: Schoolrij, fouten: list[Fout]) -> Schoolpunten:
    naam = str(rij.cellen[criteria.school] or "").strip()
    if not naam:
        fouten.append(_fout(rij, criteria.school, "de naam van de school ontbreekt."))
    reden = _excluded(criteria, rij, fouten)
    if reden:
        return Schoolpunten(school=naam, uitgesloten=reden)
    read = [_points(criteria, criterium, rij, fouten) for criterium in criteria.criteria]
    voorrang = Decimal(0)
    if criteria.bij_gelijk:
        voorrang = _number(rij, criteria.bij_gelijk, fouten) or Decimal(0)
    return Schoolpunten(
        school=naam,
        waarden=tuple(waarde for waarde, _ in read),
        punten=tuple(punten for _, punten in read),
        voorrang=voorrang,
    )


def _excluded(criteria: Verdeelcriteria, rij: Schoolrij, fouten: list[Fout]) -> str:
    """Return the reasons why this school gets nothing; an empty cell is not known, and a fault."""
    redenen: list[str] = []
    for one in criteria.uitsluitingen:
        cel = rij.cellen[one.kolom]
        if cel is None and one.als not in BARE:
            reden = f"leeg: of '{one.naam}' geldt, is dan niet bekend. Vul de cel in."
            fouten.append(_fout(rij, one.kolom, reden))
        elif one.holds(cel):
            redenen.append(one.reden)
    return " ".join(redenen)


def _points(
    criteria: Verdeelcriteria, criterium: Criterium, rij: Schoolrij, fouten: list[Fout]
) -> tuple[Decimal | None, Decimal]:
    if rij.cellen[criterium.kolom] is None and criterium.leeg_mag:
        return None, Decimal(0)
    waarde, leerlingen = _number(rij, criterium.kolom, fouten), Decimal(1)
    if criterium.per is Telwijze.LEERLING:
        leerlingen = _number(rij, criteria.leerlingen, fouten) or Decimal(0)
        if leerlingen < 0:
            fouten.append(_fout(rij, criteria.leerlingen, "een aantal is nul of meer."))
    if waarde is None:
        return None, Decimal(0)
    return waarde, criterium.points(waarde, leerlingen)


def _number(rij: Schoolrij, kolom: str, fouten: list[Fout]) -> Decimal | None:
    """Return a number of a row; nothing there is a fault, because nothing is not nought."""
    cel = rij.cellen[kolom]
    if isinstance(cel, Decimal):
        return cel
    fouten.append(_fout(rij, kolom, "leeg. Vul een getal in; niets is iets anders dan nul."))
    return None


def _doubled(criteria: Verdeelcriteria, rijen: Sequence[Schoolrij]) -> Iterator[Fout]:
    seen: dict[str, int] = {}
    for rij in rijen:
        naam = str(rij.cellen[criteria.school] or "").strip()
        first = seen.setdefault(naam.casefold(), rij.regel)
        if naam and first != rij.regel:
            reden = f"'{naam}' staat ook op regel {first}; elke school hoort er één keer in."
            yield _fout(rij, criteria.school, reden)


def _fout(rij: Schoolrij, kolom: str, reden: str) -> Fout:
    return Fout(f"regel {rij.regel}", f"kolom {kolom}", reden)
