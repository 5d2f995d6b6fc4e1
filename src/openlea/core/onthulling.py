"""How much of a number may be known: hidden counts are intervals, and every figure has its mark.

Publishers replace small counts by '<5' (or -1). Such a count is not a number but a range, here 1 to
4, and stays a range through every sum and share. Nothing here ever narrows a range by a second one.
"""

from dataclasses import dataclass

from openlea.core.keuze import Keuze

VERBORGEN_LAAG = 1
VERBORGEN_HOOG = 4
"""What '<5' stands for in the files of DUO: one, two, three or four."""
KLEINSTE_NOEMER = 10
"""Under so many, a share says more of persons than of a place: it isn't shown."""


class Status(Keuze):
    """What a figure is: a known number, one of the four marks, or a range."""

    BEKEND = "bekend", "Bekend"
    NUL = "nul", "Nul"
    VERBORGEN = "verborgen", "Afgeschermd: alleen een bereik is bekend"
    ONBEKEND = "onbekend", "Niet bekend"
    NIET_VAN_TOEPASSING = "niet_van_toepassing", "Niet van toepassing"


@dataclass(frozen=True, slots=True, order=True)
class Bereik:
    """The lowest and the highest that a number can be; both ends belong to it."""

    laag: float
    hoog: float

    def __post_init__(self) -> None:
        """Refuse a range whose ends are crossed: that would hide a mistake."""
        if not self.laag <= self.hoog:
            raise ValueError(f"a range from {self.laag} to {self.hoog} is empty")

    @property
    def precies(self) -> float | None:
        """Return the number when only one is possible."""
        return self.laag if self.laag == self.hoog else None

    def overlapt(self, other: "Bereik") -> bool:
        """Say whether one number can be in both."""
        return self.laag <= other.hoog and other.laag <= self.hoog

    def __add__(self, other: "Bereik") -> "Bereik":
        """Return the range of a sum."""
        return Bereik(self.laag + other.laag, self.hoog + other.hoog)


NUL = Bereik(0, 0)


def share_of(deel: Bereik, rest: Bereik) -> Bereik | None:
    """Return the range of the share in percent, 0 to 100, of a part beside the rest.

    Part and rest are counted apart, so the lowest share has the fewest in the part and the most in
    the rest. None when nobody is there at all.
    """
    if deel.hoog + rest.hoog == 0:
        return None
    laag = _share(deel.laag, rest.hoog)
    return Bereik(laag, _share(deel.hoog, rest.laag) if deel.hoog else 0.0)


def _share(deel: float, rest: float) -> float:
    return 100.0 * deel / (deel + rest) if deel + rest else 0.0


def status_of(bereik: Bereik | None) -> Status:
    """Return the mark of a range: none is unknown, nought is nought, one number is known."""
    if bereik is None:
        return Status.ONBEKEND
    if bereik.precies is None:
        return Status.VERBORGEN
    return Status.NUL if bereik.precies == 0 else Status.BEKEND
