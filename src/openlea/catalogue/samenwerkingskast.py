"""Models of cooperation, the table of steering and tips that hold here: ours and one's own.

A wrong file of one's own costs only what is in that file, and is named with what is wrong.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from openlea.core.catalogue import stamp
from openlea.core.errors import CatalogueError
from openlea.core.samenwerkingsplank import (
    MODELLEN,
    TIPS,
    Modelkaart,
    Tipblad,
    read_modelkaarten,
    read_tips,
)
from openlea.core.sturingstabel import STURING, Sturingstabel, read_sturingstabel

T = TypeVar("T")
Roots = tuple[Path, ...]
Seen = tuple[tuple[Path, int], ...]


def open_modelkaarten(roots: Sequence[Path]) -> Mapping[str, Modelkaart]:
    """Return the card of every model by id; read again only when a file changed."""
    return _modellen(tuple(roots), _seen(roots, MODELLEN))[0]


def open_tips(roots: Sequence[Path]) -> Mapping[str, Tipblad]:
    """Return every list of tips by id; read again only when a file changed."""
    return _tips(tuple(roots), _seen(roots, TIPS))[0]


def open_sturingstabel(roots: Sequence[Path]) -> Sturingstabel:
    """Return the table of steering; an own one that can be read goes before ours."""
    return _sturing(tuple(roots), _seen(roots, STURING))[0][STURING]


def wrong_samenwerking(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with models, steering or tips, by file."""
    modellen = _modellen(tuple(roots), _seen(roots, MODELLEN))[1]
    tips = _tips(tuple(roots), _seen(roots, TIPS))[1]
    return {**modellen, **tips, **_sturing(tuple(roots), _seen(roots, STURING))[1]}


@lru_cache(maxsize=4)
def _modellen(roots: Roots, _files: Seen) -> tuple[Mapping[str, Modelkaart], dict[Path, str]]:
    return _sound(roots, read_modelkaarten, MODELLEN)


@lru_cache(maxsize=4)
def _tips(roots: Roots, _files: Seen) -> tuple[Mapping[str, Tipblad], dict[Path, str]]:
    return _sound(roots, read_tips, TIPS)


@lru_cache(maxsize=4)
def _sturing(roots: Roots, _files: Seen) -> tuple[Mapping[str, Sturingstabel], dict[Path, str]]:
    return _sound(roots, _one_table, STURING)


def _one_table(roots: Sequence[Path]) -> Mapping[str, Sturingstabel]:
    """Return the table that a folder holds, under the name of its file; none when it has none."""
    here = [root for root in roots if (root / STURING).is_file()]
    return {STURING: read_sturingstabel(here)} if here else {}


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
    return tuple((file, stamp(file)) for root in roots for file in sorted(root.glob(pattern)))
