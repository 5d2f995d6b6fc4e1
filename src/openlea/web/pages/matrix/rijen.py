"""Who does what: each action against each partij, with the role in a letter and a word."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.agenda import Rol
from openlea.core.partij import Partij
from openlea.policy.eigenaar import EIGENAAR_ROLLEN
from openlea.web.pages.agenda.rijen import ActieRij

LETTERS: Mapping[Rol, str] = {
    Rol.TREKKER: "T",
    Rol.MEDE_EIGENAAR: "M",
    Rol.UITVOERDER: "U",
    Rol.BETROKKEN: "B",
}


@dataclass(frozen=True, slots=True)
class Vak:
    """The role of one partij in one action."""

    letter: str
    rol: Rol

    @property
    def klasse(self) -> str:
        """Return the css suffix of the role."""
        return self.rol.value.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Rij:
    """An action with a cell per partij; None where the partij has no part."""

    actie: ActieRij
    vakken: tuple[Vak | None, ...]


@dataclass(frozen=True, slots=True)
class Deel:
    """An action in the list of one partij."""

    actie: ActieRij
    rol: Rol


@dataclass(frozen=True, slots=True)
class Kolom:
    """A partij with what it does, most responsible first."""

    partij: Partij
    delen: tuple[Deel, ...]

    @property
    def eigen(self) -> int:
        """Return of how many actions it is an owner."""
        return sum(deel.rol in EIGENAAR_ROLLEN for deel in self.delen)

    @property
    def samengevat(self) -> str:
        """Return how often it has which role, such as '3 keer trekker, 1 keer betrokken'."""
        counted = Counter(deel.rol for deel in self.delen)
        return ", ".join(f"{counted[rol]} keer {rol.label.lower()}" for rol in Rol if counted[rol])


@dataclass(frozen=True, slots=True)
class Matrix:
    """All of it: the partijen that do something, the actions, and those that nobody owns."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]
    zonder: tuple[ActieRij, ...]


def matrix_of(rijen: Sequence[ActieRij], partijen: Sequence[Partij]) -> Matrix:
    """Return the matrix; the partij with most actions of its own first."""
    parts: dict[str, list[Deel]] = {}
    for rij in rijen:
        for wie in rij.wie:
            parts.setdefault(wie.code, []).append(Deel(rij, wie.rol))
    kolommen = [
        Kolom(partij, tuple(sorted(parts[partij.code], key=lambda deel: _ORDER[deel.rol])))
        for partij in partijen
        if partij.code in parts
    ]
    kolommen.sort(key=lambda one: (-one.eigen, -len(one.delen), one.partij.naam))
    order = [one.partij.code for one in kolommen]
    return Matrix(
        tuple(kolommen),
        tuple(_rij(rij, order) for rij in rijen),
        tuple(rij for rij in rijen if not rij.eigenaren),
    )


_ORDER = {rol: place for place, rol in enumerate(Rol)}


def _rij(rij: ActieRij, order: Sequence[str]) -> Rij:
    roles = {wie.code: wie.rol for wie in rij.wie}
    return Rij(
        rij,
        tuple(Vak(LETTERS[roles[code]], roles[code]) if code in roles else None for code in order),
    )
