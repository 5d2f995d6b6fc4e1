"""What was counted over registrations about persons: protected numbers by area, never a row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from openlea.core.keuze import Keuze
from openlea.core.onthulling import Bereik

TOTAAL = ""
"""The code of the whole: the gemeente of the werkruimte, or the samenwerkingsverband."""


class Telsoort(Keuze):
    """About which part of the years from nought to twenty-three is counted."""

    VOORSCHOOL = "voorschool", "Voorschool"
    LEERPLICHT = "leerplicht", "Leerplicht en verzuim"
    PASSEND = "passend", "Passend onderwijs"
    OVERGANGEN = "overgangen", "Overgangen"


class Gebied(Keuze):
    """What kind of place or group a number is about."""

    GEHEEL = "geheel", "Geheel"
    PC4 = "pc4", "Postcodegebied"
    SCHOOL = "school", "School"
    OPVANG = "opvang", "Locatie van kinderopvang"
    GROEP = "groep", "Groep op een locatie"
    KLASSE = "klasse", "Klasse"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telrij:
    """One number: what is counted, of which area, and between which bounds it lies.

    `bereik` has equal ends when it is known, and is None when nothing may be said of it.
    """

    maat: str
    gebied: Gebied = Gebied.GEHEEL
    code: str = TOTAAL
    bereik: Bereik | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telstaat:
    """Everything that was counted of one kind over one period; `methode` is the version of how.

    `definitie` says in words which definition of the group was used, when there is a choice: what
    was counted under another one may not be compared.
    """

    soort: Telsoort
    periode: str
    peildatum: str
    methode: str
    rijen: tuple[Telrij, ...]
    definitie: str = ""
    let_op: tuple[str, ...] = ()

    def bereik(
        self, maat: str, gebied: Gebied = Gebied.GEHEEL, code: str = TOTAAL
    ) -> Bereik | None:
        """Return one number; None when it wasn't counted or nothing may be said of it."""
        return next((one.bereik for one in self.of(maat, gebied) if one.code == code), None)

    def of(self, maat: str, gebied: Gebied) -> tuple[Telrij, ...]:
        """Return the numbers of one kind by area."""
        return tuple(one for one in self.rijen if one.maat == maat and one.gebied == gebied)


def as_plain(rijen: Iterable[Telrij]) -> list[list[Any]]:
    """Return the rows as they are kept: [maat, gebied, code, laag, hoog]."""
    return [
        [
            one.maat,
            str(one.gebied),
            one.code,
            *((one.bereik.laag, one.bereik.hoog) if one.bereik else (None, None)),
        ]
        for one in rijen
    ]


def from_plain(kept: Iterable[Sequence[Any]]) -> tuple[Telrij, ...]:
    """Return rows as they were kept."""
    return tuple(
        Telrij(
            maat=maat,
            gebied=Gebied(gebied),
            code=code,
            bereik=None if laag is None else Bereik(laag, hoog),
        )
        for maat, gebied, code, laag, hoog in kept
    )
