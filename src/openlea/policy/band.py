"""Where comparable places lie: the middle of them as a band, never a ranking.

Of a figure that is a range both ends count, so the band is never narrower than what is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from openlea.core.onthulling import Bereik

FEWEST = 5
"""Of fewer than five places there is no middle to speak of."""
_TENTHS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The middle of the others (p10 to p90), their lowest and highest, their median, how many."""

    midden: Bereik
    uitersten: Bereik
    middelste: float
    aantal: int


def band_of(anderen: Sequence[Bereik]) -> Band | None:
    """Return the band of others; None when too few of them are known."""
    if len(anderen) < FEWEST:
        return None
    laag, hoog = [one.laag for one in anderen], [one.hoog for one in anderen]
    begin = quantiles(laag, n=_TENTHS, method="inclusive")[0]
    end = quantiles(hoog, n=_TENTHS, method="inclusive")[-1]
    return Band(
        midden=Bereik(min(begin, end), max(begin, end)),
        uitersten=Bereik(min(laag), max(hoog)),
        middelste=median((one.laag + one.hoog) / 2 for one in anderen),
        aantal=len(anderen),
    )
