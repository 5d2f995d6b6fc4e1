"""A computed number with everything that one needs to defend it: place, period, range, versions."""

from dataclasses import dataclass

from openlea.core.onthulling import Bereik, Status
from openlea.core.place import PlaceKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Bronversie:
    """Which version of which table a number was made from.

    `laag` is 'landelijk', or the werkruimte whose own table it is.
    """

    bron: str
    versie: int
    laag: str = "landelijk"

    def __str__(self) -> str:
        """Return it as it's shared: table@version."""
        return f"{self.bron}@{self.versie}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cijfer:
    """One number: an indicator, for a place, in a period.

    `periode` is an ISO day of counting (2024-10-01), a school year (2023/24) or a year (2021), and
    sorts as text. `teller` and `noemer` are counts, kept beside every share; `rijen` is how many
    rows of the tables it stands on. With a mark that isn't a number, `bereik` is None.
    """

    indicator: str
    plaats: PlaceKey
    periode: str
    status: Status
    bereik: Bereik | None = None
    teller: Bereik | None = None
    noemer: Bereik | None = None
    rijen: int = 0
    bronversies: tuple[Bronversie, ...] = ()
    reden: str = ""

    @property
    def waarde(self) -> float | None:
        """Return the number when only one is possible."""
        return None if self.bereik is None else self.bereik.precies
