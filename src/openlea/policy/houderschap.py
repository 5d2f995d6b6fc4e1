"""Which holders that the law names a school board can be, as public tables tell of its schools."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openlea.core.plicht import Houder

NARROW = frozenset(
    {
        Houder.CONTACTGEMEENTE,
        Houder.SCHOOLBESTUUR_PO,
        Houder.SCHOOLBESTUUR_VO,
        Houder.BESTUUR_OPENBAAR,
        Houder.SAMENWERKINGSBESTUUR,
    }
)
"""Holders that are some of the partijen of their kind."""

Houderschappen = Mapping[str, frozenset[Houder]]
"""By code of a partij which of the narrow holders it can be; what is left out it certainly isn't.

A partij that isn't in it is unknown, and can be all of them.
"""

_OPENBAAR = "Openbaar"
_MET_OPENBAAR = "Opb."
_ZEGT_NIETS = frozenset({"", "Overige"})
_VO = frozenset({"vo", "vso"})
_BOTH = frozenset({Houder.BESTUUR_OPENBAAR, Houder.SAMENWERKINGSBESTUUR})


@dataclass(frozen=True, slots=True)
class Schoolsoort:
    """What DUO tells of a school of a board: bo, sbo, so, vso or vo, and its denominatie or ''."""

    soort: str
    denominatie: str


def holders_of_board(scholen: Iterable[Schoolsoort]) -> frozenset[Houder] | None:
    """Return which of the narrow holders a board can be; None when no school tells anything.

    In doubt a board can be it: a school without a clear denominatie may be public, and vso counts
    as secondary. A board of a samenwerkingsschool, or with public schools beside others, can be a
    samenwerkingsbestuur (artikel 17 and 17d WPO).
    """
    known = frozenset(scholen)
    if not known:
        return None
    sectors = {_sector(one.soort) for one in known}
    told = frozenset(one.denominatie for one in known)
    return frozenset(sectors) | _public(told)


def _sector(soort: str) -> Houder:
    return Houder.SCHOOLBESTUUR_VO if soort in _VO else Houder.SCHOOLBESTUUR_PO


def _public(told: frozenset[str]) -> frozenset[Houder]:
    if told & _ZEGT_NIETS:
        return _BOTH
    found = set()
    if _OPENBAAR in told:
        found.add(Houder.BESTUUR_OPENBAAR)
    if any(_MET_OPENBAAR in one for one in told) or (_OPENBAAR in told and len(told) > 1):
        found.add(Houder.SAMENWERKINGSBESTUUR)
    return frozenset(found)
