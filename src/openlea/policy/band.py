"""Where comparable places lie: most of them as a band, never a ranking.

Of a figure that is a range both ends count, so the band is never narrower than what is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from openlea.core.onthulling import Bereik

FEWEST = 5
"""Of fewer than five places there is no middle to speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Where most others lie, their lowest and highest, their median, how many they are.

    Most is all of them, but for the one that reaches lowest and the one that reaches highest.
    """

    midden: Bereik
    uitersten: Bereik
    middelste: float
    aantal: int


def band_of(anderen: Sequence[Bereik]) -> Band | None:
    """Return the band of others; None when too few of them are known."""
    if len(anderen) < FEWEST:
        return None
    laag, hoog = sorted(one.laag for one in anderen), sorted(one.hoog for one in anderen)
    return Band(
        midden=Bereik(laag[1], hoog[-2]),
        uitersten=Bereik(laag[0], hoog[-1]),
        middelste=median((one.laag + one.hoog) / 2 for one in anderen),
        aantal=len(anderen),
    )
