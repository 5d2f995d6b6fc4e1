"""The achterstandsscore of a school and of a gemeente, by the method that is published.

BbWPO 2022 artikel 18: what pupils of the lowest 15 % lack on average, less a threshold that counts
for all pupils. The threshold of a gemeente was not read in the law, and its score says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from openlea.core.errors import BadInput, Fout
from openlea.policy.normen.uitkomst import decimal, written

HONDERD = 100


@dataclass(frozen=True, slots=True)
class Drempel:
    """The part of all pupils that is taken off, where it stands, and whether that was read."""

    deel: Fraction
    bron: str
    nagelezen: bool


DREMPEL_SCHOOL = Drempel(Fraction(12, 100), "BbWPO 2022 artikel 18", nagelezen=True)
DREMPEL_GEMEENTE = Drempel(
    Fraction(5, 100),
    "Besluit specifieke uitkeringen gemeentelijk onderwijsachterstandenbeleid (Stb. 2018, 315)",
    nagelezen=False,
)


@dataclass(frozen=True, slots=True)
class Landelijk:
    """What CBS establishes for all pupils: mean, bound and mean of the lowest 15 %."""

    gemiddelde: Decimal
    grens: Decimal
    gemiddelde_laagste: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Achterstandsscore:
    """A score with how it was made; `nagelezen` says whether the whole method was read."""

    score: Decimal
    tekort: Decimal
    aftrek: Decimal
    drempel: Drempel

    @property
    def nagelezen(self) -> bool:
        """Return whether each part of the method was read in its source."""
        return self.drempel.nagelezen

    @property
    def zin(self) -> str:
        """Return what must be known beside the score; empty when there is nothing."""
        if self.nagelezen:
            return ""
        procent = written(self.drempel.deel * HONDERD)
        return (
            f"De drempel van {procent} % is niet nagelezen ({self.drempel.bron}). "
            "Gebruik deze score niet voor bedragen."
        )


def score_of_vestiging(
    scores: Sequence[Decimal], landelijk: Landelijk, drempel: Drempel = DREMPEL_SCHOOL
) -> Achterstandsscore:
    """Return the score of a vestiging, from the onderwijsscore of each pupil; never under nought.

    A pupil belongs to the lowest 15 % when its score is at most the bound. BadInput when the
    national numbers can't be of one country.
    """
    return _score([(scores, landelijk)], drempel)


def score_of_school(vestigingen: Sequence[Achterstandsscore]) -> Decimal:
    """Return the score of a school: the rounded scores of its vestigingen, none under nought."""
    return sum((one.score for one in vestigingen), Decimal(0))


def score_of_gemeente(
    peuters: Sequence[Decimal],
    landelijk_peuters: Landelijk,
    leerlingen: Sequence[Decimal],
    landelijk_leerlingen: Landelijk,
    drempel: Drempel = DREMPEL_GEMEENTE,
) -> Achterstandsscore:
    """Return the score of a gemeente: its children of 2,5 to 4 who live there, and its pupils.

    Each of the two groups is held to the national numbers of its own; the outcome isn't verified.
    """
    return _score([(peuters, landelijk_peuters), (leerlingen, landelijk_leerlingen)], drempel)


def _score(
    groepen: Sequence[tuple[Sequence[Decimal], Landelijk]], drempel: Drempel
) -> Achterstandsscore:
    tekort, aftrek = Fraction(0), Fraction(0)
    for scores, land in groepen:
        if not land.gemiddelde_laagste <= land.grens <= land.gemiddelde:
            reden = "gemiddelde van de laagste 15 %, grens en gemiddelde moeten oplopen."
            raise BadInput([Fout("", "landelijk", reden)])
        low = [score for score in scores if score <= land.grens]
        tekort += sum((Fraction(land.gemiddelde - score) for score in low), Fraction(0))
        beyond = Fraction(land.gemiddelde - land.gemiddelde_laagste)
        aftrek += len(scores) * drempel.deel * beyond
    return Achterstandsscore(
        score=decimal(max(tekort - aftrek, Fraction(0))),
        tekort=decimal(tekort),
        aftrek=decimal(aftrek),
        drempel=drempel,
    )
