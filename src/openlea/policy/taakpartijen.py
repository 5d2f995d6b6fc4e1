"""Which parties of a werkruimte the calendar of the law is made for."""

from collections.abc import Iterable

from openlea.core.partij import Partij, PartijSoort

EIGEN = "gemeente"
"""The code of the partij of who keeps the agenda of a gemeente."""


def parties_asked(partijen: Iterable[Partij], plaats: str, *, is_regio: bool) -> tuple[Partij, ...]:
    """Return who is asked: everybody, but of the gemeenten only the own one, unless it's a region.

    `plaats` is the place of the werkruimte. A neighbour that a start found keeps its own calendar.
    """
    found = tuple(partijen)
    if is_regio:
        return found
    return tuple(one for one in found if one.soort is not PartijSoort.GEMEENTE or owns(one, plaats))


def owns(partij: Partij, plaats: str) -> bool:
    """Return whether a partij is the gemeente of the werkruimte itself."""
    if partij.soort is not PartijSoort.GEMEENTE:
        return False
    return partij.plaats == plaats if plaats and partij.plaats else partij.code == EIGEN
