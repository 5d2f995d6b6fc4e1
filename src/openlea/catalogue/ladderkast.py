"""The escalatieladder that holds here, the rights of parents, and whom to reach in this place."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.escalatieladder import (
    CONTACTEN,
    RECHTEN,
    TREDEN,
    Ouderrecht,
    Trede,
    read_contacten,
    read_ouderrechten,
    read_treden,
)

LADDER, REGELS = Kast(TREDEN, read_treden), Kast(RECHTEN, read_ouderrechten)
NUMMERS = Kast(CONTACTEN, read_contacten)


def open_treden(roots: Sequence[Path]) -> Mapping[str, Trede]:
    """Return the rungs by id, from below; read again only when a file changed."""
    return LADDER.open(roots)


def open_ouderrechten(roots: Sequence[Path]) -> Mapping[str, Ouderrecht]:
    """Return the rights by id, in the order to read them."""
    return REGELS.open(roots)


def open_contacten(roots: Sequence[Path], slug: str) -> Mapping[str, str]:
    """Return by rung whom to reach in one werkruimte; empty when nobody wrote that down."""
    return NUMMERS.open(roots).get(slug, {})
