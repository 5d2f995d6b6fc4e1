"""Counts many outcomes of the same applicants: shares of all and of groups, distance, mixing.

Not loaded with the engine itself, which needs no arrays.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from openlea.engines.segregation import indices

FloatArray = NDArray[np.float64]
FIRST, TOP, SECOND, NONE_AT_ALL = "eerste_keus", "top_3", "tweede_ronde", "niet_geplaatst"
SHARES = (FIRST, TOP, SECOND, NONE_AT_ALL)
TOP_OF = 3
LEAST_KNOWN = 5
LOW, HIGH = 5.0, 95.0
"""Between these percentiles nine in ten lotteries lie."""


class Tally:
    """What many lotteries gave under one set of rules; it holds counts, never an outcome."""

    def __init__(
        self,
        groups: Sequence[Sequence[int]],
        far: Sequence[Sequence[float | None]],
        target: Collection[int],
        places: int,
    ) -> None:
        """Keep who is in which group, the km of each applicant to each place, and the target."""
        self._sizes = np.array([len(own) for own in groups], dtype=np.int64)
        self._group = np.repeat(np.arange(len(groups)), self._sizes)
        self._member = np.array([who for own in groups for who in own], dtype=np.int64)
        self._far = np.array(far, dtype=np.float64).reshape(len(far), places)
        self._other = np.ones(len(far), dtype=np.int64)
        self._other[list(target)] = 0
        self._who = np.arange(len(far))
        self._often = {name: np.zeros(len(far), dtype=np.int64) for name in SHARES}
        self._groups: dict[str, list[NDArray[np.int64]]] = {name: [] for name in SHARES}
        self._shares: dict[str, list[float]] = {name: [] for name in SHARES}
        self._km: list[float] = []
        self._seated: list[NDArray[np.int64]] = []

    def add(self, rank: Sequence[int], place: Sequence[int], second: Collection[int]) -> None:
        """Count one lottery: the wish and the place of each applicant, -1 for none."""
        wish, at = np.array(rank), np.array(place)
        later = np.zeros(len(at), dtype=bool)
        later[list(second)] = True
        found = {
            FIRST: wish == 0,
            TOP: (wish >= 0) & (wish < TOP_OF),
            SECOND: later,
            NONE_AT_ALL: at < 0,
        }
        for name, own in found.items():
            self._often[name] += own
            counted = np.bincount(self._group[own[self._member]], minlength=len(self._sizes))
            self._groups[name].append(counted)
            self._shares[name].append(100 * float(own.mean()))
        seated = at >= 0
        travelled = self._far[self._who[seated], at[seated]]
        known = travelled[~np.isnan(travelled)]
        if len(known) >= LEAST_KNOWN:
            self._km.append(float(known.mean()))
        width = 2 * self._far.shape[1]
        counts = np.bincount(2 * at[seated] + self._other[seated], minlength=width)
        self._seated.append(counts.reshape(-1, 2))

    def shares(self) -> Mapping[str, dict[str, float]]:
        """Return per share its mean and spread over the lotteries, in percent of all."""
        return {name: spread(values) for name, values in self._shares.items()}

    def each(self, name: str) -> Sequence[float]:
        """Return a share per lottery, in percent of all."""
        return self._shares[name]

    def km(self) -> dict[str, float] | None:
        """Return the mean distance in km; None when too few are known."""
        return spread(self._km) if self._km else None

    def mixing(self) -> dict[str, float] | None:
        """Return the dissimilarity of the target group over the places; None where undefined."""
        if self._other.all():
            return None
        area = np.repeat(np.arange(len(self._seated)), self._far.shape[1])
        found = np.asarray(indices(np.concatenate(self._seated), area)["dissimilariteit"])
        known = found[~np.isnan(found)]
        return spread(known, decimals=4) if len(known) else None

    def group_shares(self, name: str) -> FloatArray:
        """Return per lottery and group its share in percent of that group."""
        counts = np.array(self._groups[name], dtype=np.float64).reshape(-1, len(self._sizes))
        return 100 * counts / np.maximum(self._sizes, 1)

    def chances(self, name: str) -> FloatArray:
        """Return per applicant how often it held, in percent of the lotteries."""
        return 100 * self._often[name] / max(len(self._seated), 1)


def spread(values: Sequence[float] | FloatArray, decimals: int = 2) -> dict[str, float]:
    """Return the mean, and the values under which one in twenty lies, and above which."""
    low, high = np.percentile(values, (LOW, HIGH))
    told = {"gemiddeld": float(np.mean(values)), "laag": float(low), "hoog": float(high)}
    return {name: round(value, decimals) for name, value in told.items()}


def paired(one: Tally, other: Tally, name: str) -> dict[str, float]:
    """Return how much more of a share `one` has, lottery by lottery with the same luck."""
    return spread(np.array(one.each(name)) - np.array(other.each(name)))


def changed(one: Tally, other: Tally, name: str, points: float) -> tuple[int, int]:
    """Return how many applicants gain at least so many points of chance in `one`, and lose."""
    moved = one.chances(name) - other.chances(name)
    return int((moved >= points).sum()), int((moved <= -points).sum())
