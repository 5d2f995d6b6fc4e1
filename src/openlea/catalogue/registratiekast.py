"""Registrations about persons that hold here: ours and a municipality's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.registratie import Registratie
from openlea.core.registratieplank import REGISTRATIES, read_registraties

KAST = Kast(REGISTRATIES, read_registraties)


def open_registraties(roots: Sequence[Path]) -> Mapping[str, Registratie]:
    """Return every registration by id; read again only when a file changed."""
    return KAST.open(roots)


def wrong_registraties(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with registrations, by file."""
    return KAST.wrong(roots)
