"""The figures that can't be computed here, as this installation tells them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.zondercijfer import PATTERN, Zondercijfer, read_zondercijfers


def _by_id(roots: Sequence[Path]) -> Mapping[str, Zondercijfer]:
    return {one.id: one for one in read_zondercijfers(roots)}


_KAST = Kast(PATTERN, _by_id)


def open_zondercijfers(roots: Sequence[Path]) -> tuple[Zondercijfer, ...]:
    """Return every card without a figure."""
    return tuple(_KAST.open(roots).values())
