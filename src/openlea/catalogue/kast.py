"""A cupboard: what one shelf holds here, ours and a municipality's own.

A wrong file of one's own costs only what is in that folder, and is named with what is wrong.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from openlea.core.catalogue import stamp
from openlea.core.errors import CatalogueError

T = TypeVar("T")
Roots = tuple[Path, ...]
Seen = tuple[tuple[Path, int], ...]
Found = tuple[Mapping[str, T], Mapping[Path, str]]
FOLDERS = 4
"""How many sets of folders are remembered; an installation has one, tests have some."""


class Kast(Generic[T]):
    """The things by id of the files that match `pattern`; read again only when a file changed.

    `read` returns the things of some folders and raises CatalogueError. The last folder goes before
    the others; the first is ours and must be sound.
    """

    def __init__(self, pattern: str, read: Callable[[Sequence[Path]], Mapping[str, T]]) -> None:
        """Remember what to read, and nothing yet of what it holds."""
        self._pattern, self._read = pattern, read
        self._sound = lru_cache(maxsize=FOLDERS)(self._read_all)

    def open(self, roots: Sequence[Path]) -> Mapping[str, T]:
        """Return what can be read in these folders, by id."""
        return self._sound(tuple(roots), self._seen(roots))[0]

    def wrong(self, roots: Sequence[Path]) -> Mapping[Path, str]:
        """Return what is wrong in own folders, by file."""
        return self._sound(tuple(roots), self._seen(roots))[1]

    def _read_all(self, roots: Roots, _files: Seen) -> Found[T]:
        found, wrong = dict(self._read(roots[:1])), dict[Path, str]()
        for root in roots[1:]:
            try:
                found |= self._read((root,))
            except CatalogueError as error:
                wrong[root / self._pattern] = str(error)
        return found, wrong

    def _seen(self, roots: Sequence[Path]) -> Seen:
        files = [file for root in roots for file in sorted(root.glob(self._pattern))]
        return tuple((file, stamp(file)) for file in files)
