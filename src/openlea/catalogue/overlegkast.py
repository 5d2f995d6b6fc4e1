"""Kinds of consultation that hold here: ours and a municipality's own.

A wrong file of one's own costs only what is in that folder, and is named with what is wrong.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from openlea.core.catalogue import stamp
from openlea.core.errors import CatalogueError
from openlea.core.overleg import Overlegkaart
from openlea.core.overlegplank import OVERLEGSOORTEN, read_overlegkaarten

Roots = tuple[Path, ...]
Seen = tuple[tuple[Path, int], ...]


def open_overlegkaarten(roots: Sequence[Path]) -> Mapping[str, Overlegkaart]:
    """Return every kind of consultation by id; read again only when a file changed."""
    return _sound(tuple(roots), _seen(roots))[0]


def wrong_overlegkaarten(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with kinds of consultation, by file."""
    return _sound(tuple(roots), _seen(roots))[1]


@lru_cache(maxsize=4)
def _sound(roots: Roots, _files: Seen) -> tuple[Mapping[str, Overlegkaart], Mapping[Path, str]]:
    """Return what can be read, the last folder first in rank; ours must be sound."""
    found, wrong = dict(read_overlegkaarten(roots[:1])), dict[Path, str]()
    for root in roots[1:]:
        try:
            found |= read_overlegkaarten((root,))
        except CatalogueError as error:
            wrong[root / OVERLEGSOORTEN] = str(error)
    return found, wrong


def _seen(roots: Sequence[Path]) -> Seen:
    return tuple(
        (file, stamp(file)) for root in roots for file in sorted(root.glob(OVERLEGSOORTEN))
    )
