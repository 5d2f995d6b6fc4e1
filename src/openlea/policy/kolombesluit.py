"""What happens to the columns and rows of a file about persons, and what was wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openlea.core.errors import Fout
from openlea.core.keuze import Keuze
from openlea.core.registratie import Registratieveld
from openlea.policy.datumvorm import Datumvorm

PSEUDONIEM = "pseudoniem"
"""The head of the column with pseudonyms: the first of every file that was treated."""


class Behandeling(Keuze):
    """What happens to a column."""

    PSEUDONIEM = "pseudoniem", "Vervangen door een pseudoniem"
    GEHOUDEN = "gehouden", "Gehouden"
    VERGROFD = "vergrofd", "Grover gemaakt"
    VERVALLEN = "vervallen", "Weggelaten"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolombesluit:
    """What happens to one column, counted from 1.

    `naam` is the head in the outcome and safe to keep anywhere. `kop` is what the file says: show
    it to the sender alone. Without `veld` a column is kept as it is, or dropped.
    `vertaling` gives for a word of the sender (trimmed, in capitals) the word of the registration,
    `datumvorm` how days are written when that isn't plain.
    """

    nummer: int
    kop: str
    naam: str
    gedaan: Behandeling
    reden: str
    veld: Registratieveld | None = None
    vertaling: Mapping[str, str] = field(default_factory=dict)
    datumvorm: Datumvorm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopbesluit:
    """What happens to every column of a file; `uit` are the heads of the outcome."""

    kolommen: tuple[Kolombesluit, ...]

    @property
    def uit(self) -> tuple[str, ...]:
        """Return the heads of what is left: the pseudonym, then the kept columns in their order."""
        return (PSEUDONIEM, *(one.naam for one in self.bewaard))

    @property
    def bewaard(self) -> tuple[Kolombesluit, ...]:
        """Return the columns of which something is left besides the pseudonym."""
        return tuple(
            one
            for one in self.kolommen
            if one.gedaan in (Behandeling.GEHOUDEN, Behandeling.VERGROFD)
        )

    @property
    def vervallen(self) -> tuple[str, ...]:
        """Return the names of what was dropped, safe to keep."""
        return tuple(one.naam for one in self.kolommen if one.gedaan is Behandeling.VERVALLEN)

    @property
    def persoon(self) -> Kolombesluit:
        """Return the column that says who it is."""
        return next(one for one in self.kolommen if one.gedaan is Behandeling.PSEUDONIEM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One treated row. With `fouten` it is rejected; `leeg` are cells that were made empty.

    Both name line, column and reason, never the value.
    """

    waarden: tuple[str, ...] = ()
    fouten: tuple[Fout, ...] = ()
    leeg: tuple[Fout, ...] = ()
