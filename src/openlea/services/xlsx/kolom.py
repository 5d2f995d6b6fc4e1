"""What a sheet and a column of the workbook are: header, meaning, kind of value, example."""

import dataclasses
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from openlea.core.keuze import Keuze
from openlea.policy.agenda_grenzen import VERPLICHT
from openlea.policy.agenda_rijen import KINDEREN, OUDER, VERWIJST

MARGE_BREEDTE = 60
"""The widest column in characters: longer text wraps, so that a sheet can be read and printed."""


class Soort(Enum):
    """What may stand in a cell; the value is how the explanation names it."""

    TEKST = "tekst"
    CODE = "code"
    GEHEEL = "geheel getal"
    GETAL = "getal"
    BEDRAG = "bedrag in euro's"
    DATUM = "datum (dd-mm-jjjj)"
    KEUZE = "keuze uit de lijst"


@dataclass(frozen=True)
class Kolom:
    """One column: `veld` is the field of the value; `voorbeeld` stands in the template."""

    kop: str
    veld: str
    uitleg: str
    soort: Soort = Soort.TEKST
    voorbeeld: Any = None
    breedte: int = 18
    keuze: type[Keuze] | None = None


@dataclass(frozen=True)
class Blad:
    """One sheet: a row per `waarde`, and with `per_jaar` a column of euros for every year."""

    naam: str
    uitleg: str
    waarde: type
    kolommen: tuple[Kolom, ...]
    per_jaar: bool = False

    @cached_property
    def verplicht(self) -> frozenset[str]:
        """Return the fields that may not be empty: by the rules, or for want of a default."""
        if not dataclasses.is_dataclass(self.waarde):
            return frozenset(VERPLICHT[self.naam])
        needed = {
            field.name
            for field in dataclasses.fields(self.waarde)
            if field.default is dataclasses.MISSING
            and field.default_factory is dataclasses.MISSING
            and (field.type is not str)
        }
        return frozenset(needed | set(VERPLICHT[self.naam]))

    @cached_property
    def standaard(self) -> dict[str, Any]:
        """Return what an empty cell means, per field; None where it is simply not known."""
        if not dataclasses.is_dataclass(self.waarde):
            return {}
        return {
            field.name: "" if field.default is dataclasses.MISSING else field.default
            for field in dataclasses.fields(self.waarde)
        }

    def verwijst(self, kolom: Kolom) -> tuple[str, ...]:
        """Return the sheets in which the code of this column must stand."""
        if kolom.veld == OUDER:
            return (KINDEREN[self.naam],)
        return VERWIJST.get((self.naam, kolom.veld), ())


def code(kop: str, veld: str, uitleg: str, voorbeeld: str = "") -> Kolom:
    """Return a column with a code or the key of another row."""
    return Kolom(kop, veld, uitleg, Soort.CODE, voorbeeld, 14)


def tekst(kop: str, veld: str, uitleg: str, voorbeeld: str = "", breedte: int = 30) -> Kolom:
    """Return a column with free text, `breedte` in characters."""
    return Kolom(kop, veld, uitleg, Soort.TEKST, voorbeeld, min(breedte, MARGE_BREEDTE))


def geheel(kop: str, veld: str, uitleg: str, voorbeeld: int | None = None) -> Kolom:
    """Return a column with a whole number, such as an age or a year."""
    return Kolom(kop, veld, uitleg, Soort.GEHEEL, voorbeeld, 12)


def getal(kop: str, veld: str, uitleg: str, voorbeeld: Any = None) -> Kolom:
    """Return a column with a Decimal."""
    return Kolom(kop, veld, uitleg, Soort.GETAL, voorbeeld, 14)


def bedrag(kop: str, veld: str, uitleg: str, voorbeeld: int | None = None) -> Kolom:
    """Return a column with euros in the cell and whole cents in the value."""
    return Kolom(kop, veld, uitleg, Soort.BEDRAG, voorbeeld, 16)


def datum(kop: str, veld: str, uitleg: str, voorbeeld: Any = None) -> Kolom:
    """Return a column with a day."""
    return Kolom(kop, veld, uitleg, Soort.DATUM, voorbeeld, 14)


def keuze(kop: str, veld: str, uitleg: str, lijst: type[Keuze], voorbeeld: Keuze) -> Kolom:
    """Return a column with one word of a closed list."""
    return Kolom(kop, veld, uitleg, Soort.KEUZE, voorbeeld, 22, lijst)
