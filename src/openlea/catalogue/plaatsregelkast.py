"""Rules for placing children that lie on the shelf, ours and a municipality's own: one per file."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.catalogue import find_roots
from openlea.core.errors import BadInput, CatalogueError
from openlea.core.plaatsing import Regels
from openlea.policy.plaatsregels import read_plaatsregels

PLAATSREGELS = "*/plaatsregels/*.toml"


def _read(roots: Sequence[Path]) -> Mapping[str, Regels]:
    found = {}
    for file in (file for root in roots for file in sorted(root.glob(PLAATSREGELS))):
        try:
            found[file.stem] = read_plaatsregels(file.read_text("utf-8"), file.name)
        except (BadInput, UnicodeDecodeError) as error:
            raise CatalogueError(f"{file}: {error}") from None
    return found


KAST = Kast(PLAATSREGELS, _read)


def open_plaatsregels(roots: Sequence[Path]) -> Mapping[str, Regels]:
    """Return the rules by name; read again only when a file changed."""
    return KAST.open(roots)


def find_rules(naam: str) -> Path | None:
    """Return the file of the rules with a name; an own one goes before ours."""
    roots = find_roots(os.environ.get("OPENLEA_CATALOGUE", ""))
    found = [file for root in roots for file in root.glob(PLAATSREGELS) if file.stem == naam]
    return found[-1] if found else None
