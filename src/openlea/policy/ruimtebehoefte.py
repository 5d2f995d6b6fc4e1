"""How much floor area a school needs by the ordinance: a fixed part and so much per pupil.

Areas are gross floor area in m2, rounded to whole m2 as the ordinance does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from openlea.core.onthulling import Bereik

READ = ("V", "O")
"""Marks of what somebody read in the law or in an official source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruimtenorm:
    """The norm of one kind of school, in m2; under `drempel` a shortage gives no right to build.

    `controle` says per key how it was checked.
    """

    soort: str
    vaste_voet: Decimal
    per_leerling: Decimal
    drempel: Decimal
    controle: Mapping[str, str]

    def unverified(self) -> tuple[str, ...]:
        """Return the keys that nobody read again."""
        keys = ("vaste_voet", "per_leerling", "drempel")
        return tuple(one for one in keys if self.controle.get(one, "") not in READ)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gymnorm:
    """How many hours of 60 minutes a group has gym a week, and how many one hall offers."""

    klokuren_per_groep: Decimal
    leerlingen_per_groep: int
    klokuren_per_zaal: Decimal
    controle: Mapping[str, str]

    def unverified(self) -> tuple[str, ...]:
        """Return the keys that nobody read again."""
        keys = ("klokuren_per_groep", "leerlingen_per_groep", "klokuren_per_zaal")
        return tuple(one for one in keys if self.controle.get(one, "") not in READ)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruimtebehoefte:
    """What a school needs in a year in m2: the middle, and what holds 80 in 100 cases."""

    jaar: int
    laag: Decimal
    midden: Decimal
    hoog: Decimal

    def shortage(self, m2: Decimal) -> tuple[Decimal, Decimal, Decimal]:
        """Return what lacks at least, most likely and at most; below zero it's left over."""
        return self.laag - m2, self.midden - m2, self.hoog - m2


def need_of(norm: Ruimtenorm, leerlingen: float) -> Decimal:
    """Return the m2 that so many pupils need; nothing without pupils, ValueError below zero."""
    if leerlingen < 0:
        raise ValueError(f"{leerlingen} pupils can't be")
    if leerlingen == 0:
        return Decimal(0)
    whole = norm.vaste_voet + norm.per_leerling * Decimal(str(leerlingen))
    return whole.quantize(Decimal(1), ROUND_HALF_UP)


def need_in_year(norm: Ruimtenorm, jaar: int, bereik: Bereik, midden: float) -> Ruimtebehoefte:
    """Return the need of a year of which the number of pupils is known as a range."""
    return Ruimtebehoefte(
        jaar=jaar,
        laag=need_of(norm, bereik.laag),
        midden=need_of(norm, midden),
        hoog=need_of(norm, bereik.hoog),
    )


def reaches_threshold(norm: Ruimtenorm, tekort: Decimal) -> bool:
    """Return whether a shortage is big enough to ask for an extension."""
    return tekort > 0 and tekort >= norm.drempel


def gym_hours(norm: Gymnorm, leerlingen: float) -> Decimal:
    """Return the hours of gym a week for pupils of six and older; begun groups count whole."""
    groups = Decimal(str(leerlingen)) / norm.leerlingen_per_groep
    return groups.quantize(Decimal(1), ROUND_CEILING) * norm.klokuren_per_groep
