"""The fields of a declared table as people fill them: a count is one field, not its two ends."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import dataframely as dy

from openlea.catalogue.shelf import SourceFile
from openlea.core.keuze import Keuze

LAAG, HOOG = "_laag", "_hoog"
_CHOICES = re.compile(r"\^\(([\w|]+)\)\$")


class Veldsoort(Keuze):
    """What a field holds, with an example of how it may be written."""

    AANTAL = "aantal", "Een aantal, of <5"
    GEHEEL = "geheel", "Een heel getal"
    KOMMAGETAL = "kommagetal", "Een getal, zoals 12,5"
    DAG = "dag", "Een dag, zoals 1-10-2024 of 2024-10-01"
    SCHOOLJAAR = "schooljaar", "Een schooljaar, zoals 2023/24"
    JAAR = "jaar", "Een jaar, zoals 2024"
    GEMEENTE = "gemeente", "Code of naam van een gemeente, zoals 0402 of Hilversum"
    VESTIGING = "vestiging", "BRIN en vestigingsnummer, zoals 04OS00"
    BESTUUR = "bestuur", "Nummer van een schoolbestuur, zoals 41388"
    RMC = "rmc", "Nummer van een RMC-regio, zoals 06"
    PROVINCIE = "provincie", "Naam of code van een provincie"
    POSTCODE4 = "postcode4", "Postcode, zoals 1211 of 1211 AB"
    KEUZE = "keuze", "Een vaste keuze"
    TEKST = "tekst", "Tekst"


_BY_NAME = {
    "peildatum": Veldsoort.DAG,
    "ingeschreven_op": Veldsoort.DAG,
    "schooljaar": Veldsoort.SCHOOLJAAR,
    "jaar": Veldsoort.JAAR,
    "prognose_vanaf": Veldsoort.JAAR,
    "gemeente": Veldsoort.GEMEENTE,
    "gemeente_toen": Veldsoort.GEMEENTE,
    "gemeente_leerling": Veldsoort.GEMEENTE,
    "vestiging": Veldsoort.VESTIGING,
    "bestuur": Veldsoort.BESTUUR,
    "rmc": Veldsoort.RMC,
    "provincie": Veldsoort.PROVINCIE,
    "postcode4": Veldsoort.POSTCODE4,
    "postcode4_school": Veldsoort.POSTCODE4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Veld:
    """A field to fill: its name in the table, what it holds, and whether it may stay empty."""

    naam: str
    soort: Veldsoort
    verplicht: bool
    keuzes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Return what it's called on screen."""
        return self.naam.replace("_", " ").capitalize()

    @property
    def uitleg(self) -> str:
        """Return what may stand in it."""
        if self.keuzes:
            return f"Een van: {', '.join(self.keuzes)}"
        return self.soort.label


def fields_of(source: SourceFile) -> tuple[Veld, ...]:
    """Return the fields of a declared table in its order."""
    return tuple(_fields(source))


def _fields(source: SourceFile) -> Iterator[Veld]:
    columns = source.tabel.columns()
    for name, column in columns.items():
        base = name.removesuffix(LAAG)
        if name.endswith(LAAG) and base + HOOG in columns:
            yield Veld(naam=base, soort=Veldsoort.AANTAL, verplicht=not column.nullable)
        elif not (name.endswith(HOOG) and name.removesuffix(HOOG) + LAAG in columns):
            yield _field(name, column, source)


def _field(name: str, column: dy.Column, source: SourceFile) -> Veld:
    keyed = name == source.bron.editie
    needed = keyed or not column.nullable
    if column.dtype.is_integer():
        return Veld(naam=name, soort=Veldsoort.GEHEEL, verplicht=needed)
    if column.dtype.is_float():
        return Veld(naam=name, soort=Veldsoort.KOMMAGETAL, verplicht=needed)
    choices = _CHOICES.fullmatch(getattr(column, "regex", None) or "")
    if choices:
        found = tuple(choices.group(1).split("|"))
        return Veld(naam=name, soort=Veldsoort.KEUZE, verplicht=needed, keuzes=found)
    return Veld(naam=name, soort=_BY_NAME.get(name, Veldsoort.TEKST), verplicht=needed)
