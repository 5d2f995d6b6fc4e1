"""The declared rights as tables that a person can read: one per noun, a row per role."""

from dataclasses import dataclass

from openlea.policy.rechten import RECHTEN, LidRol, Noun, Scope, Verb


@dataclass(frozen=True, slots=True)
class Cel:
    """How far one right reaches; `kop` is the verb it belongs to."""

    kop: str
    bereik: Scope


@dataclass(frozen=True, slots=True)
class Rij:
    """The rights of one role."""

    rol: LidRol
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """Everything about one noun."""

    noun: Noun
    rijen: tuple[Rij, ...]

    @property
    def titel(self) -> str:
        """Return the noun as a heading."""
        return self.noun.label[0].upper() + self.noun.label[1:]


def tables() -> tuple[Tabel, ...]:
    """Return the whole of RECHTEN, grouped by noun, in the order of declaration."""
    return tuple(Tabel(noun, tuple(Rij(rol, _cells(rol, noun)) for rol in LidRol)) for noun in Noun)


def _cells(rol: LidRol, noun: Noun) -> tuple[Cel, ...]:
    return tuple(Cel(verb.label.capitalize(), RECHTEN[rol][(noun, verb)]) for verb in Verb)
