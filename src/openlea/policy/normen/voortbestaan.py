"""Whether a basisschool may stay: three years below the norm, and the exceptions of the law."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from openlea.core.termijn import AUGUSTUS

VIERDE = 4
"""The school year in which a new school is looked at halfway (WPO 139(1))."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nabijheid:
    """How far the next school is, in km, and the least distance and pupils that the law wants."""

    straal: Decimal
    leerlingen: int = 0


def years_below(tellingen: Sequence[int], norm: int, jaren: int) -> int | None:
    """Return the place, from 0, of the last of so many years in a row below the norm; else None.

    `tellingen` are counts after the surcharge of the law, one for each school year, in order.
    """
    row = 0
    for place, counted in enumerate(tellingen):
        row = row + 1 if counted < norm else 0
        if row == jaren:
            return place
    return None


def ends_after(eerste_schooljaar: int, place: int) -> date:
    """Return the 1 August after a school year that is so many places after the first."""
    return date(eerste_schooljaar + place + 1, AUGUSTUS, 1)


def new_school_stays(
    jaar: int, telling: int, stichtingsnorm: int, schooljaren: int, deel_vierde: Fraction
) -> bool:
    """Return whether a school in this year after its start (from 1) keeps its time to grow.

    It has `schooljaren` years to reach its stichtingsnorm, and a part of it in the fourth.
    """
    if telling >= stichtingsnorm:
        return True
    return jaar <= schooljaren and (jaar != VIERDE or telling >= deel_vierde * stichtingsnorm)


def weighted_norm(normen: Sequence[int], scholen: Sequence[int]) -> Fraction:
    """Return the mean norm of a bestuur: each gemeente counts by its number of schools (143(2))."""
    total = sum(norm * aantal for norm, aantal in zip(normen, scholen, strict=True))
    return Fraction(total, sum(scholen))


def average_needed(norm: Fraction, verhouding: Fraction, genoeg: Fraction) -> Fraction:
    """Return the least average size of the schools of a bestuur; `genoeg` always does."""
    return min(norm * verhouding, genoeg)


def is_last_of_its_kind(telling: int, afstand_km: Decimal, grens: Nabijheid) -> bool:
    """Return whether a school is big enough, and no other of its kind lies within the radius.

    A school at exactly the radius lies within it.
    """
    return telling >= grens.leerlingen and afstand_km > grens.straal
