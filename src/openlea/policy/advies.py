"""School advice at the end of primary school: reconsidered, raised, and who got less than the test.

Since schooljaar 2023-2024 a school raises its advice when the test says more, unless it motivates
why not (WPO artikel 45b-45d): from there on figures can't be laid beside earlier ones.
"""

from dataclasses import dataclass

from openlea.core.onthulling import Bereik

ADVIEZEN = (
    "pro",
    "vmbo_b",
    "vmbo_b_k",
    "vmbo_k",
    "vmbo_k_gt",
    "vmbo_gt",
    "vmbo_gt_havo",
    "havo",
    "havo_vwo",
    "vwo",
)
"""From practical to academic, as DUO names them; vso is a kind of school, no place in this row."""
BREUK = "2023-2024"
Z95 = 1.959963984540054
"""The quantile of the normal distribution for an interval of 95 percent."""


def is_higher(one: str | None, other: str | None) -> bool | None:
    """Return whether an advice is higher than another; None when either is unknown."""
    if one not in ADVIEZEN or other not in ADVIEZEN:
        return None
    return ADVIEZEN.index(one) > ADVIEZEN.index(other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heroverweging:
    """Counts of pupils: all, those whose test said more, and what the school did with it."""

    leerlingen: int
    hoger: int
    bijgesteld: int
    gemotiveerd: int

    @property
    def heroverwogen(self) -> float | None:
        """Return the percentage of pupils whose test said more than the first advice."""
        return 100 * self.hoger / self.leerlingen if self.leerlingen else None

    @property
    def bijstelling(self) -> float | None:
        """Return the percentage of those whose advice was raised."""
        return 100 * self.bijgesteld / self.hoger if self.hoger else None

    @property
    def zonder_reden(self) -> int:
        """Return how many were neither raised nor motivated: since 2023-2024 that may not be."""
        return max(self.hoger - self.bijgesteld - self.gemotiveerd, 0)


def wilson(deel: int, geheel: int, z: float = Z95) -> Bereik | None:
    """Return between which percentages a share lies that chance alone leaves; None for nobody.

    The score interval of Wilson (1927): it stays within 0 and 100 and holds for small numbers.
    """
    if geheel <= 0:
        return None
    p, n = deel / geheel, geheel
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * ((p * (1 - p) / n + z * z / (4 * n * n)) ** 0.5) / (1 + z * z / n)
    return Bereik(max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half)))
