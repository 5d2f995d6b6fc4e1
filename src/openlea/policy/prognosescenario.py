"""Scenarios of a forecast: what differs from the expected, by name, with where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

AL_GEBOREN: Final = 4
"""Children who enter in the first four years to come were born already."""
AANNAME: Final = "aanname van Open LEA; pas aan naar de bevolkingsprognose van de gemeente"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prognosescenario:
    """How births and migration differ from the expected, in percent per year.

    `geboorten` compounds from the first children that aren't born yet; `migratie` is what comes
    or goes each year of every age.
    """

    naam: str
    titel: str
    geboorten: float = 0.0
    migratie: float = 0.0
    bron: str = AANNAME

    def births(self, years: int) -> tuple[float, ...]:
        """Return per year to come how many times as many enter as expected."""
        return tuple(
            (1 + self.geboorten / 100) ** max(year + 1 - AL_GEBOREN, 0) for year in range(years)
        )

    def growth(self, years: int) -> tuple[float, ...]:
        """Return per year to come what migration does to every age, as a factor."""
        return (1 + self.migratie / 100,) * years


SCENARIOS: Final = (
    Prognosescenario(
        naam="laag", titel="Minder geboorten, meer vertrek", geboorten=-1.5, migratie=-0.5
    ),
    Prognosescenario(naam="midden", titel="Zoals verwacht"),
    Prognosescenario(
        naam="hoog", titel="Meer geboorten, meer vestiging", geboorten=1.5, migratie=0.5
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Woningbouw:
    """Houses that are ready in a year, and how many children of each age live in one; its source.

    ValueError for fewer than no houses or children, and without a source.
    """

    jaar: int
    woningen: int
    kinderen_per_woning: Mapping[int, float] = field(default_factory=dict)
    bron: str = ""

    def __post_init__(self) -> None:
        """Refuse what can't be built."""
        if self.woningen < 0 or min(self.kinderen_per_woning.values(), default=0) < 0:
            raise ValueError("Woningen en kinderen per woning zijn niet kleiner dan 0.")
        if not self.bron.strip():
            raise ValueError("Zeg bij woningbouw waar het aantal kinderen per woning vandaan komt.")


def children_in_houses(
    bouw: Sequence[Woningbouw], jaren: Sequence[int], leeftijden: Sequence[int]
) -> list[list[float]]:
    """Return per year and age how many children come to school because of new houses.

    Of every age in the year that a house is ready; after that of the first age alone, each year as
    many again, for houses stay lived in and who lived there already grows older. Houses that were
    ready before the first year are in the count it starts from.
    """
    houses = [one for one in bouw if one.jaar >= min(jaren, default=0)]
    return [[_newcomers(houses, jaar, age, leeftijden[0]) for age in leeftijden] for jaar in jaren]


def _newcomers(bouw: Sequence[Woningbouw], jaar: int, leeftijd: int, eerste: int) -> float:
    return sum(
        one.woningen * one.kinderen_per_woning.get(leeftijd, 0.0)
        for one in bouw
        if one.jaar == jaar or (one.jaar < jaar and leeftijd == eerste)
    )
