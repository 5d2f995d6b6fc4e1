"""The schoolweging over three years, and whether those years may be compared at all.

The Inspectie van het Onderwijs holds each year between 20 and 40 and takes the plain mean of three.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from openlea.core.errors import BadInput, Fout
from openlea.core.indicator import Breuk
from openlea.policy.normen.uitkomst import decimal

LAAGSTE, HOOGSTE = Decimal(20), Decimal(40)
JAREN = 3
TELDATUM = Breuk(vanaf="2022/23", waarom="De teldatum ging van 1 oktober naar 1 februari.")
HERIJKT = Breuk(
    vanaf="2023/24", waarom="Het CBS heeft het model herijkt: vergelijk ervoor en erna niet."
)
BREUKEN = (TELDATUM, HERIJKT)


@dataclass(frozen=True, slots=True)
class Jaarweging:
    """The schoolweging of one school year, such as '2023/24'."""

    schooljaar: str
    weging: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Driejaarsweging:
    """The mean of three years in two decimals, with the breaks that lie between those years."""

    weging: Decimal
    schooljaren: tuple[str, ...]
    breuken: tuple[Breuk, ...]

    @property
    def zin(self) -> str:
        """Return what must be known beside the mean; empty when the years are of one kind."""
        if not self.breuken:
            return ""
        said = " ".join(f"{one.vanaf}: {one.waarom}" for one in self.breuken)
        return f"Let op: dit gemiddelde gaat over een breuk heen. {said}"


def mean_of_three(jaren: Sequence[Jaarweging]) -> Driejaarsweging:
    """Return the unweighted mean of three school years that follow each other.

    BadInput when there are fewer or more, when one is missing between, or isn't a school year.
    """
    ordered = sorted(jaren, key=lambda one: one.schooljaar)
    starts = [_start(one.schooljaar) for one in ordered]
    if len(starts) != JAREN or starts != list(range(starts[0], starts[0] + JAREN)):
        named = ", ".join(one.schooljaar for one in ordered) or "geen"
        reden = f"het gemiddelde gaat over drie schooljaren die op elkaar volgen, niet {named}."
        raise BadInput([Fout("", "schooljaar", reden)])
    held = [min(max(one.weging, LAAGSTE), HOOGSTE) for one in ordered]
    namen = tuple(one.schooljaar for one in ordered)
    return Driejaarsweging(
        weging=decimal(Fraction(sum(held, Decimal(0))) / JAREN),
        schooljaren=namen,
        breuken=tuple(one for one in BREUKEN if namen[0] < one.vanaf <= namen[-1]),
    )


def _start(schooljaar: str) -> int:
    """Return 2023 of '2023/24'; BadInput when it is written otherwise."""
    first, sign, second = schooljaar.partition("/")
    year = int(first) if first.isascii() and first.isdigit() else 0
    if not sign or f"{year:04}" != first or second != f"{(year + 1) % 100:02}":
        reden = f"'{schooljaar}' is geen schooljaar; schrijf 2023/24."
        raise BadInput([Fout("", "schooljaar", reden)])
    return year
