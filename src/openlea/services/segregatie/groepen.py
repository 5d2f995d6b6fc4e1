"""The groups whose spread over schools can be measured: public ones, and a municipality's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from openlea.catalogue.referentieniveaus import REACHED
from openlea.storage.warehouse import eigen_groepen, groepacht
from openlea.storage.warehouse.eigen_groepen import Eigengroep
from openlea.storage.warehouse.groepacht import Telling
from openlea.storage.warehouse.warehouse import open_warehouse

KENMERKEN: Final[Mapping[str, str]] = {
    "doelgroep": "Doelgroep",
    "opleiding_ouders": "Opleiding ouders",
    "herkomst": "Herkomst",
    "anders": "Anders",
}


@dataclass(frozen=True, slots=True)
class Groep:
    """Pupils in the last year who don't reach a level; the id is that of its indicator."""

    id: str
    domein: str
    niveau: str
    is_eigen: bool = False
    wie: str = "leerlingen in groep 8"
    bron: str = "DUO, leerlingen bo naar behaald referentieniveau"

    @property
    def naam(self) -> str:
        """Return what it's called in a list of choices."""
        return f"{self.domein.capitalize()}: haalt {self.niveau} niet"

    @property
    def in_zin(self) -> str:
        """Return what it's called in a sentence."""
        return f"leerlingen in groep 8 die {self.niveau} voor {self.domein} niet halen"

    @property
    def haalt(self) -> tuple[str, ...]:
        """Return the levels in the table that suffice."""
        return REACHED[self.niveau]

    def years(self, laag: str) -> tuple[str, ...]:
        """Return the days of counting, oldest first."""
        return groepacht.years_counted(open_warehouse(), laag)

    def count(self, laag: str, jaar: str) -> Telling:
        """Return the schools of the whole country in one year."""
        return groepacht.count_schools(open_warehouse(), laag, self.domein, self.haalt, jaar)


@dataclass(frozen=True, slots=True)
class Eigen:
    """A group of a municipality's own table: for the people of its werkruimte alone."""

    groep: Eigengroep
    is_eigen: bool = True
    wie: str = "leerlingen"
    bron: str = "Eigen telling van de gemeente"

    @property
    def id(self) -> str:
        """Return the mark of the group in an address; its name may hold anything."""
        told = f"{self.groep.kenmerk}\n{self.groep.groep}"
        return f"eigen-{sha256(told.encode()).hexdigest()[:10]}"

    @property
    def naam(self) -> str:
        """Return what it's called in a list of choices."""
        return f"{KENMERKEN[self.groep.kenmerk]}: {self.groep.groep}"

    @property
    def in_zin(self) -> str:
        """Return what it's called in a sentence."""
        return f"leerlingen in de groep ‘{self.groep.groep}’"

    def years(self, laag: str) -> tuple[str, ...]:
        """Return the days of counting, oldest first."""
        return eigen_groepen.own_groups(open_warehouse(), laag).get(self.groep, ())

    def count(self, laag: str, jaar: str) -> Telling:
        """Return the schools of the own table in one year; small counts are ranges."""
        return eigen_groepen.count_own(open_warehouse(), laag, self.groep, jaar)


Keuze = Groep | Eigen

GROEPEN: Final[tuple[Groep, ...]] = (
    Groep("rekenen_1s", "rekenen", "1S"),
    Groep("taalverzorging_2f", "taalverzorging", "2F"),
    Groep("lezen_2f", "lezen", "2F"),
    Groep("rekenen_1f", "rekenen", "1F"),
    Groep("taalverzorging_1f", "taalverzorging", "1F"),
    Groep("lezen_1f", "lezen", "1F"),
)
"""The usual one first: about half of all pupils, so hidden counts and chance blur it least."""


def own_choices(laag: str) -> tuple[Eigen, ...]:
    """Return the groups that a layer has counted itself, by trait and name."""
    found = map(Eigen, eigen_groepen.own_groups(open_warehouse(), laag))
    return tuple(
        sorted(found, key=lambda one: (list(KENMERKEN).index(one.groep.kenmerk), one.naam))
    )
