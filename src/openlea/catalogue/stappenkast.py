"""The four steps of a beginning cooperation that hold here: ours and a municipality's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.vierstappen import VIERSTAPPEN, Beginstap, read_vierstappen

KAST = Kast(VIERSTAPPEN, read_vierstappen)


def open_vierstappen(roots: Sequence[Path]) -> Mapping[str, Beginstap]:
    """Return the steps by id, in their order; read again only when a file changed."""
    return KAST.open(roots)


def wrong_vierstappen(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with the steps, by file."""
    return KAST.wrong(roots)
