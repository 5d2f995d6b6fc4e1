"""Models of cooperation, the table of steering and tips that hold here: ours and one's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.samenwerkingsplank import (
    MODELLEN,
    TIPS,
    Modelkaart,
    Tipblad,
    read_modelkaarten,
    read_tips,
)
from openlea.core.sturingstabel import STURING, Sturingstabel, read_sturingstabel


def open_modelkaarten(roots: Sequence[Path]) -> Mapping[str, Modelkaart]:
    """Return the card of every model by id; read again only when a file changed."""
    return _MODELLEN.open(roots)


def open_tips(roots: Sequence[Path]) -> Mapping[str, Tipblad]:
    """Return every list of tips by id; read again only when a file changed."""
    return _TIPS.open(roots)


def open_sturingstabel(roots: Sequence[Path]) -> Sturingstabel:
    """Return the table of steering; an own one that can be read goes before ours."""
    return _STURING.open(roots)[STURING]


def wrong_samenwerking(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with models, steering or tips, by file."""
    return {**_MODELLEN.wrong(roots), **_TIPS.wrong(roots), **_STURING.wrong(roots)}


def _one_table(roots: Sequence[Path]) -> Mapping[str, Sturingstabel]:
    """Return the table that a folder holds, under the name of its file; none when it has none."""
    here = [root for root in roots if (root / STURING).is_file()]
    return {STURING: read_sturingstabel(here)} if here else {}


_MODELLEN = Kast(MODELLEN, read_modelkaarten)
_TIPS = Kast(TIPS, read_tips)
_STURING = Kast(STURING, _one_table)
