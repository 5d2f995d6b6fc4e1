"""Kinds of consultation that hold here: ours and a municipality's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.overleg import Overlegkaart
from openlea.core.overlegplank import OVERLEGSOORTEN, read_overlegkaarten

KAST = Kast(OVERLEGSOORTEN, read_overlegkaarten)


def open_overlegkaarten(roots: Sequence[Path]) -> Mapping[str, Overlegkaart]:
    """Return every kind of consultation by id; read again only when a file changed."""
    return KAST.open(roots)


def wrong_overlegkaarten(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with kinds of consultation, by file."""
    return KAST.wrong(roots)
