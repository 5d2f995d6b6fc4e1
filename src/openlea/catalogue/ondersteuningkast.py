"""The statements on basisondersteuning and the kinds of extra support that hold here."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.ondersteuning import (
    BASIS,
    EXTRA,
    Basisstelling,
    Ondersteuningssoort,
    read_basis,
    read_soorten,
)

STELLINGEN, SOORTEN = Kast(BASIS, read_basis), Kast(EXTRA, read_soorten)


def open_basis(roots: Sequence[Path]) -> Mapping[str, Basisstelling]:
    """Return the statements by id; read again only when a file changed."""
    return STELLINGEN.open(roots)


def open_soorten(roots: Sequence[Path]) -> Mapping[str, Ondersteuningssoort]:
    """Return the kinds of extra support by id."""
    return SOORTEN.open(roots)
