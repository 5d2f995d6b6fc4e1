"""Kinds of plans and processes, and questions that hold here: ours and a municipality's own.

A wrong file of one's own costs only what is in that folder, and is named with what is wrong.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from openlea.core.catalogue import stamp
from openlea.core.errors import CatalogueError
from openlea.core.plankaart import PLANKAARTEN, Plankaart, read_plankaarten
from openlea.core.pve import SHELF as EISEN
from openlea.core.pve import ProgrammaVanEisen, read_programma
from openlea.core.toezichtvraag import VRAGEN, Toezichtvraag, read_toezichtvragen
from openlea.core.traject import TRAJECTEN, Trajectkaart, read_trajecten

T = TypeVar("T")
Roots = tuple[Path, ...]
Seen = tuple[tuple[Path, int], ...]


def open_plankaarten(roots: Sequence[Path]) -> Mapping[str, Plankaart]:
    """Return every kind of plan by id; read again only when a file changed."""
    return _plankaarten(tuple(roots), _seen(roots, PLANKAARTEN))[0]


def open_trajecten(roots: Sequence[Path]) -> Mapping[str, Trajectkaart]:
    """Return every kind of process by id; read again only when a file changed."""
    return _trajecten(tuple(roots), _seen(roots, TRAJECTEN))[0]


def open_toezichtvragen(roots: Sequence[Path]) -> Mapping[str, Toezichtvraag]:
    """Return the questions of the oversight by id; read again only when a file changed."""
    return _vragen(tuple(roots), _seen(roots, VRAGEN))[0]


def open_programma(roots: Sequence[Path]) -> ProgrammaVanEisen:
    """Return the programma van eisen; an own one that can be read goes before ours."""
    return _programma(tuple(roots), _seen(roots, EISEN))[0][EISEN]


def wrong_cards(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with plans, processes, questions or eisen, by file."""
    plannen = _plankaarten(tuple(roots), _seen(roots, PLANKAARTEN))[1]
    vragen = _vragen(tuple(roots), _seen(roots, VRAGEN))[1]
    eisen = _programma(tuple(roots), _seen(roots, EISEN))[1]
    trajecten = _trajecten(tuple(roots), _seen(roots, TRAJECTEN))[1]
    return {**plannen, **trajecten, **vragen, **eisen}


@lru_cache(maxsize=4)
def _plankaarten(roots: Roots, _files: Seen) -> tuple[Mapping[str, Plankaart], dict[Path, str]]:
    return _sound(roots, read_plankaarten, PLANKAARTEN)


@lru_cache(maxsize=4)
def _trajecten(roots: Roots, _files: Seen) -> tuple[Mapping[str, Trajectkaart], dict[Path, str]]:
    return _sound(roots, read_trajecten, TRAJECTEN)


@lru_cache(maxsize=4)
def _vragen(roots: Roots, _files: Seen) -> tuple[Mapping[str, Toezichtvraag], dict[Path, str]]:
    return _sound(roots, read_toezichtvragen, VRAGEN)


@lru_cache(maxsize=4)
def _programma(
    roots: Roots, _files: Seen
) -> tuple[Mapping[str, ProgrammaVanEisen], dict[Path, str]]:
    return _sound(roots, _programma_in, EISEN)


def _programma_in(roots: Sequence[Path]) -> Mapping[str, ProgrammaVanEisen]:
    """Return the one programma that the folders hold, under the name of its file."""
    here = [root for root in roots if any(root.glob(EISEN))]
    return {EISEN: read_programma(here)} if here else {}


def _sound(
    roots: Roots, read: Callable[[Sequence[Path]], Mapping[str, T]], pattern: str
) -> tuple[Mapping[str, T], dict[Path, str]]:
    """Return what can be read, the last folder first in rank; ours must be sound."""
    found, wrong = dict(read(roots[:1])), dict[Path, str]()
    for root in roots[1:]:
        try:
            found |= read((root,))
        except CatalogueError as error:
            wrong[root / pattern] = str(error)
    return found, wrong


def _seen(roots: Sequence[Path], pattern: str) -> Seen:
    return tuple(_stamps(roots, pattern))


def _stamps(roots: Sequence[Path], pattern: str) -> Iterator[tuple[Path, int]]:
    for root in roots:
        for file in sorted(root.glob(pattern)):
            yield file, stamp(file)
