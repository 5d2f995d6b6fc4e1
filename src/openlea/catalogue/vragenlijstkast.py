"""Every list of questions that can be asked here: ours, and those in a municipality's own folder.

A wrong file of its own costs itself alone, and is named with what is wrong.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from openlea.core.catalogue import stamp
from openlea.core.errors import CatalogueError
from openlea.core.raadpleging import Vragenlijst
from openlea.core.vragenlijstplank import (
    VRAGENLIJSTEN,
    read_vragenlijsten,
    read_vragenlijsten_in,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vragenlijstkast:
    """Every list by id; `fouten` says of each own file that was left out what is wrong."""

    lijsten: Mapping[str, Vragenlijst]
    fouten: Mapping[Path, str] = field(default_factory=dict)


def open_vragenlijsten(roots: Sequence[Path]) -> Vragenlijstkast:
    """Return the lists of the shelves; the files are read again only when one changed.

    `roots` is what core.catalogue.find_roots gives: ours first. A wrong file of ours is a
    CatalogueError.
    """
    return _opened(tuple(roots), tuple(_seen(roots)))


def _seen(roots: Sequence[Path]) -> Iterator[tuple[Path, int]]:
    for root in roots:
        for file in sorted(root.glob(VRAGENLIJSTEN)):
            yield file, stamp(file)


@lru_cache(maxsize=4)
def _opened(roots: tuple[Path, ...], _files: tuple[tuple[Path, int], ...]) -> Vragenlijstkast:
    lijsten, fouten = dict(read_vragenlijsten(roots[:1])), dict[Path, str]()
    for root in roots[1:]:
        for file in sorted(root.glob(VRAGENLIJSTEN)):
            try:
                lijsten |= read_vragenlijsten_in(file)
            except CatalogueError as error:
                fouten[file] = str(error)
    return Vragenlijstkast(lijsten=lijsten, fouten=fouten)
