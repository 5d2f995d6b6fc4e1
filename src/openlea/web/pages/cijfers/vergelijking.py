"""What a place is held to: comparable municipalities, its own municipality, or the country."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openlea.core.cijfer import Cijfer
from openlea.core.onthulling import Bereik
from openlea.core.place import PlaceKey, PlaceKind
from openlea.policy.band import Band, band_of
from openlea.storage.figures.plaats import Plaats

LAND = PlaceKey(PlaceKind.LAND, "NL")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """The others, as a name ('Nederland') and in a sentence ('in heel Nederland').

    With one other it's held to that place itself; with more to the band of their middle.
    """

    naam: str
    in_zin: str
    anderen: tuple[PlaceKey, ...]

    @property
    def is_groep(self) -> bool:
        """Say whether there are more than one."""
        return len(self.anderen) > 1

    def band(self, cijfers: Sequence[Cijfer]) -> Band | None:
        """Return where the others lie, from their figures of one indicator in one period."""
        known = [one.bereik for one in cijfers if one.bereik]
        if self.is_groep:
            return band_of(known)
        return _alone(known[0]) if known else None


def held_to(
    plaats: Plaats, namen: Mapping[PlaceKey, str], groep: Sequence[PlaceKey]
) -> Vergelijking:
    """Return what a place is held to; `groep` are the comparable municipalities of a gemeente."""
    if plaats.key.kind is PlaceKind.GEMEENTE:
        return Vergelijking(
            naam="Meeste vergelijkbare gemeenten",
            in_zin="in de meeste vergelijkbare gemeenten",
            anderen=tuple(groep),
        )
    if plaats.key.kind is PlaceKind.SCHOOL and plaats.gemeente:
        gemeente = PlaceKey(PlaceKind.GEMEENTE, plaats.gemeente)
        naam = namen.get(gemeente, gemeente.code)
        return Vergelijking(naam=f"Heel {naam}", in_zin=f"in heel {naam}", anderen=(gemeente,))
    return Vergelijking(naam="Nederland", in_zin="in heel Nederland", anderen=(LAND,))


def _alone(bereik: Bereik) -> Band:
    middle = (bereik.laag + bereik.hoog) / 2
    return Band(midden=bereik, uitersten=bereik, middelste=middle, aantal=1)
