"""What a forecast means for the norms: when a school is under it, and how sure that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from openlea.policy.normen.voortbestaan import average_needed

HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondernorm:
    """The first year in which a school is likelier under the norm than not; None: in no year.

    `kans` is the chance (0 to 1) to be under it in that year, or in the last when there is none;
    `kans_einde` that of three years in a row under it before the last year has passed.
    """

    jaar: int | None
    kans: float
    kans_einde: float


def least_pupils(norm: int, opslag: Fraction) -> int:
    """Return the fewest pupils whose count, with the surcharge and rounded down, meets the norm."""
    found = ceil(norm / opslag)
    while floor(found * opslag) < norm:
        found += 1
    return found


def first_under(jaren: Sequence[int], kansen: Sequence[float], einde: Sequence[float]) -> Ondernorm:
    """Return when a school is under the norm, from the chance per year."""
    for jaar, kans in zip(jaren, kansen, strict=True):
        if kans >= HALF:
            return Ondernorm(jaar=jaar, kans=kans, kans_einde=einde[-1])
    return Ondernorm(jaar=None, kans=kansen[-1], kans_einde=einde[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemiddelde:
    """The average size of the schools of a bestuur in a gemeente, beside what the law wants."""

    bestuur: str
    scholen: int
    nu: float
    straks: float
    nodig: float


def average_sizes(
    nu: Mapping[str, Sequence[float]],
    straks: Mapping[str, Sequence[float]],
    norm: int,
    verhouding: Fraction,
    genoeg: Fraction,
) -> tuple[Gemiddelde, ...]:
    """Return per bestuur its average now and later, by its name (WPO 143)."""
    needed = float(average_needed(Fraction(norm), verhouding, genoeg))
    return tuple(
        Gemiddelde(
            bestuur=bestuur,
            scholen=len(sizes),
            nu=sum(sizes) / len(sizes),
            straks=sum(straks[bestuur]) / len(straks[bestuur]),
            nodig=needed,
        )
        for bestuur, sizes in sorted(nu.items())
    )
