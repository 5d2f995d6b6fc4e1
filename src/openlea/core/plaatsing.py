"""What placing children needs: the child as a number, the places, and the rules as declared."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from openlea.core.keuze import Keuze

HIGHEST_LOT = 2**32
"""A class of precedence times this, plus the lot, is how a child stands."""
LOT_STEP = 16
"""A lot is a place in the lottery times this, so linked children fit beside each other on one."""


class Criterium(Keuze):
    """What can give a child precedence at a place."""

    BROER_ZUS = "broer_zus", "een broer of zus op deze school"
    VOORSCHOOL = "voorschool_zelfde_locatie", "de voorschool op dezelfde locatie"
    NABIJHEID = "nabijheid", "wonen in de buurt van deze school"
    INDICATIE = "indicatie", "een indicatie (taal of ondersteuning)"
    DOELGROEP = "doelgroep", "de doelgroep van het beleid"
    LEERKRACHTKIND = "leerkrachtkind", "een ouder die op deze school werkt"


class Buurtvorm(Keuze):
    """When a child lives near a place."""

    STRAAL = "straal", "binnen een afstand"
    DICHTSTBIJ = "dichtstbij", "een van de dichtstbijzijnde scholen"
    GEBIED = "gebied", "in het gebied van de school"


class Wijze(Keuze):
    """How places are found."""

    DA = "da", "uitgestelde toelating (deferred acceptance)"
    BOSTON = "boston", "in ronden, per voorkeur (Boston)"
    SERIE = "serie", "een voor een, in de volgorde van het lot"


class Lotvorm(Keuze):
    """Whether a child has one lot for all places, or one per place."""

    ENKEL = "enkel", "één lot per kind voor alle scholen"
    MEERVOUDIG = "meervoudig", "een eigen lot per kind per school"


class Kind(NamedTuple):
    """A child under its number; a NamedTuple because a hundred thousand are made at once.

    `scholen` has per criterion the places at which it holds. `regel` is the line of the file.
    """

    nummer: str
    wensen: tuple[str, ...]
    pc4: str = ""
    scholen: Mapping[Criterium, tuple[str, ...]] = {}
    indicatie: bool = False
    doelgroep: bool = False
    gekoppeld: tuple[str, ...] = ()
    zeker: str = ""
    advies: str = ""
    regel: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """A school or group that takes children: seats, where it is, whose area it serves.

    `adviezen` are the advices it takes; none means all.
    """

    id: str
    naam: str
    capaciteit: int
    pc4: str = ""
    gebied: tuple[str, ...] = ()
    adviezen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorrang:
    """One criterion in its rank; for nearness also its form, and how many km or schools."""

    criterium: Criterium
    alleen_eerste_keus: bool = False
    vorm: Buurtvorm = Buurtvorm.GEBIED
    km: float = 0.0
    aantal: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotum:
    """A share of the seats of every place for a group; soft when others may take what is left."""

    groep: Criterium
    procent: float
    hard: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Regels:
    """A dated profile of rules with its source; `nagelezen` says that somebody read the source.

    With `stapelen` a child with two criteria goes before a child with one; without it the first
    criterion that holds decides. With `gekoppeld_samen` linked children go together or each alone;
    without it they only share a lot. `tweede_ronde` offers who is left the nearest place with room.
    """

    naam: str
    bron: str
    bronadres: str
    van: date
    tot: date | None
    nagelezen: bool
    wijze: Wijze = Wijze.DA
    loting: Lotvorm = Lotvorm.ENKEL
    voorrang: tuple[Voorrang, ...] = ()
    quota: tuple[Quotum, ...] = ()
    stapelen: bool = False
    tweede_ronde: bool = False
    gekoppeld_samen: bool = False
    wensen_min: int = 1
    wensen_max: int = 0
    wensen_per_advies: Mapping[str, int] = field(default_factory=dict)
    toelichting: str = ""
    niet_uitgedrukt: tuple[str, ...] = ()
