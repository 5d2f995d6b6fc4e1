"""The terms that hold here: ours and a municipality's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.bewaring import BEWAARTERMIJNEN, Bewaarkaart, read_bewaarkaarten

KAST = Kast(BEWAARTERMIJNEN, read_bewaarkaarten)


def open_bewaarkaarten(roots: Sequence[Path]) -> Mapping[str, Bewaarkaart]:
    """Return every kind of record with its term; read again only when a file changed."""
    return KAST.open(roots)


def wrong_bewaarkaarten(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with terms, by file."""
    return KAST.wrong(roots)
