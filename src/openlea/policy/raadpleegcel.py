"""What may be shown of the answers of one group to one question: coarse on purpose.

Why so coarse, and against whom, is told in `raadpleging_uitkomst`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openlea.core.keuze import Keuze
from openlea.core.raadpleging import DREMPEL

LAAGSTE, MIDDEN, HOOGSTE = 1, 3, 5
GRENZEN = (2, 3, 4)
"""The means at which the next class begins."""
SCHUIVEN = (-1, 0, 1)
"""A count is moved by one of these, drawn in secret, before it is put in a class."""
VEEL = 12
"""Answers from which a third class of choices is told apart."""


class Omvang(Keuze):
    """How many answered, as a class: the exact number helps whoever subtracts."""

    VIJF = "5-9", "5 tot 9"
    TIEN = "10-19", "10 tot 19"
    TWINTIG = "20-49", "20 tot 49"
    VIJFTIG = "50+", "50 of meer"


class Hoogte(Keuze):
    """In which class a mean lies."""

    LAAG = "laag", "Laag"
    VRIJ_LAAG = "vrij_laag", "Vrij laag"
    VRIJ_HOOG = "vrij_hoog", "Vrij hoog"
    HOOG = "hoog", "Hoog"

    @property
    def plaats(self) -> int:
        """Return the place from low to high: 0 to 3."""
        return list(Hoogte).index(self)

    @property
    def midden(self) -> float:
        """Return the middle of the class on the scale from 1 to 5."""
        return LAAGSTE + 0.5 + self.plaats


class Gekozen(Keuze):
    """How often an answer was chosen."""

    WEINIG = "weinig", "Minder dan een derde"
    MEER = "meer", "Een derde of meer"
    MEESTEN = "meesten", "Twee derde of meer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cel:
    """What is shown of a group, or of some groups together, on one question.

    A scale has a `hoogte` and says whether people stand on both sides; a question with choices has
    a class per choice, in the order of the question.
    """

    groepen: tuple[str, ...]
    omvang: Omvang
    hoogte: Hoogte | None = None
    verdeeld: bool = False
    keuzes: tuple[Gekozen, ...] = ()


def size_of(aantal: int) -> Omvang:
    """Return the class of a number of answers, 5 at least."""
    for least, omvang in ((50, Omvang.VIJFTIG), (20, Omvang.TWINTIG), (10, Omvang.TIEN)):
        if aantal >= least:
            return omvang
    return Omvang.VIJF


def limit_of(grens: int, aantal: int) -> int:
    """Return the sum of `aantal` answers from which a mean counts as `grens` or more.

    It is odd when `aantal` is odd and even when it is even. So the step from one round to the next
    can never be explained in one way only: see `raadpleging_uitkomst`.
    """
    limit = grens * aantal
    if (limit - aantal) % 2 == 0:
        return limit
    return limit + 1 if grens < MIDDEN else limit - 1


def height_of(scores: Sequence[int]) -> Hoogte:
    """Return the class of the mean of answers from 1 to 5."""
    total, aantal = sum(scores), len(scores)
    return list(Hoogte)[sum(total >= limit_of(grens, aantal) for grens in GRENZEN)]


def is_divided(scores: Sequence[int], schuif: int) -> bool:
    """Return whether people stand on both sides: a quarter or more on the smaller one.

    Never on one person alone, and never where the mean is near an end. `schuif` is one of SCHUIVEN.
    """
    if height_of(scores) in {Hoogte.LAAG, Hoogte.HOOG}:
        return False
    against = sum(score < MIDDEN for score in scores)
    in_favour = sum(score > MIDDEN for score in scores)
    return min(against, in_favour) + schuif >= max(2, -(-len(scores) // 4))


def chosen_by(gekozen: int, aantal: int, schuif: int) -> Gekozen:
    """Return how often a choice was made by `gekozen` of `aantal`; `schuif` is one of SCHUIVEN."""
    third, two_thirds = -(-aantal // 3), -(-2 * aantal // 3)
    if aantal >= VEEL and gekozen + schuif >= two_thirds:
        return Gekozen.MEESTEN
    return Gekozen.MEER if gekozen + schuif >= third else Gekozen.WEINIG


def is_enough(aantal: int) -> bool:
    """Return whether so many answers may be shown at all."""
    return aantal >= DREMPEL
