"""The columns of a file that was sent: what each becomes, or that it is left out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from openlea.core.bron import Bestand
from openlea.core.errors import BadInput
from openlea.policy.persoonswaarde import is_recognisable
from openlea.services.plaats.aanmelddeur import Blad, open_blad
from openlea.services.plaats.aanmeldkoppen import (
    KIND,
    PLEK,
    TITELS,
    Koppeling,
    guess_kind,
    guess_plek,
)

WEG = "wordt weggelaten"
LONGEST = 40
Guess = Callable[[Sequence[str]], dict[int, str]]


@dataclass(frozen=True, slots=True)
class Soortblad:
    """A kind of file: how its columns are guessed and what they may become."""

    guess: Guess
    doelen: Sequence[str]


KINDEREN, SCHOLEN = Soortblad(guess_kind, KIND), Soortblad(guess_plek, PLEK)


@dataclass(frozen=True, slots=True)
class Kolomkeuze:
    """One column on the page: its field, how it is called, what it becomes, what it may become."""

    veld: str
    kop: str
    wordt: str
    keuzes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Koppelblad:
    """The columns of a file as a form, with the mark of its heads; `koppeling` is what counts."""

    merk: str
    kolommen: tuple[Kolomkeuze, ...]
    koppeling: Koppeling

    @property
    def weggelaten(self) -> int:
        """Return how many columns are left out."""
        return sum(not one.wordt for one in self.kolommen)


def compose_koppelblad(bestand: Bestand, soort: Soortblad, typed: QueryDict) -> Koppelblad | None:
    """Return the columns with what was chosen, or guessed for other heads; None when unreadable."""
    try:
        blad = open_blad(bestand)
    except BadInput:
        return None
    chosen = _chosen(blad, soort, typed)
    keuzes = (("", WEG), *((one, TITELS[one]) for one in soort.doelen))
    kolommen = tuple(
        Kolomkeuze(f"kolom_{n}", _shown(kop, n), chosen.get(n, ""), keuzes)
        for n, kop in enumerate(blad.koppen)
    )
    return Koppelblad(blad.merk, kolommen, chosen)


def _chosen(blad: Blad, soort: Soortblad, typed: Mapping[str, str]) -> Koppeling:
    if typed.get("merk") != blad.merk:
        return soort.guess(blad.koppen)
    told = {n: typed.get(f"kolom_{n}", "") for n in range(len(blad.koppen))}
    return {n: naam for n, naam in told.items() if naam in soort.doelen}


def _shown(kop: str, n: int) -> str:
    """Return a head as the sender may read it back; of what may be a person only its place."""
    if not kop or len(kop) > LONGEST or is_recognisable(kop):
        return f"kolom {n + 1}"
    return kop
