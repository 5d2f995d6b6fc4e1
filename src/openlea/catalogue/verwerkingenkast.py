"""The register of processing as it holds here: ours and a municipality's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.verwerking import VERWERKINGEN, Verwerking, read_verwerkingen

KAST = Kast(VERWERKINGEN, read_verwerkingen)


def open_verwerkingen(roots: Sequence[Path]) -> Mapping[str, Verwerking]:
    """Return every processing by id; read again only when a file changed."""
    return KAST.open(roots)


def wrong_verwerkingen(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with the register, by file."""
    return KAST.wrong(roots)
