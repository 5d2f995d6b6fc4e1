"""The four steps of a beginning cooperation that hold here: ours and a municipality's own.

A wrong file of one's own costs only what is in that file, and is named with what is wrong.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from openlea.core.catalogue import stamp
from openlea.core.errors import CatalogueError
from openlea.core.vierstappen import VIERSTAPPEN, Beginstap, read_vierstappen

Roots = tuple[Path, ...]
Seen = tuple[tuple[Path, int], ...]


def open_vierstappen(roots: Sequence[Path]) -> Mapping[str, Beginstap]:
    """Return the steps by id, in their order; read again only when a file changed."""
    return _sound(tuple(roots), _seen(roots))[0]


def wrong_vierstappen(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with the steps, by file."""
    return _sound(tuple(roots), _seen(roots))[1]


@lru_cache(maxsize=4)
def _sound(roots: Roots, _files: Seen) -> tuple[Mapping[str, Beginstap], dict[Path, str]]:
    found, wrong = dict(read_vierstappen(roots[:1])), dict[Path, str]()
    for root in roots[1:]:
        try:
            found |= read_vierstappen((root,))
        except CatalogueError as error:
            wrong[root / VIERSTAPPEN] = str(error)
    return found, wrong


def _seen(roots: Sequence[Path]) -> Seen:
    files = [file for root in roots for file in sorted(root.glob(VIERSTAPPEN))]
    return tuple((file, stamp(file)) for file in files)
