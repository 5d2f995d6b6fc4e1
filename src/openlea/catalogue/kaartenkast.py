"""Kinds of plans and processes, and questions that hold here: ours and a municipality's own."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from openlea.catalogue.kast import Kast
from openlea.core.plankaart import PLANKAARTEN, Plankaart, read_plankaarten
from openlea.core.pve import SHELF as EISEN
from openlea.core.pve import ProgrammaVanEisen, read_programma
from openlea.core.toezichtvraag import VRAGEN, Toezichtvraag, read_toezichtvragen
from openlea.core.traject import TRAJECTEN, Trajectkaart, read_trajecten


def open_plankaarten(roots: Sequence[Path]) -> Mapping[str, Plankaart]:
    """Return every kind of plan by id; read again only when a file changed."""
    return _PLANNEN.open(roots)


def open_trajecten(roots: Sequence[Path]) -> Mapping[str, Trajectkaart]:
    """Return every kind of process by id; read again only when a file changed."""
    return _TRAJECTEN.open(roots)


def open_toezichtvragen(roots: Sequence[Path]) -> Mapping[str, Toezichtvraag]:
    """Return the questions of the oversight by id; read again only when a file changed."""
    return _VRAGEN.open(roots)


def open_programma(roots: Sequence[Path]) -> ProgrammaVanEisen:
    """Return the programma van eisen; an own one that can be read goes before ours."""
    return _PROGRAMMA.open(roots)[EISEN]


def wrong_cards(roots: Sequence[Path]) -> Mapping[Path, str]:
    """Return what is wrong in own folders with plans, processes, questions or eisen, by file."""
    kasten = (_PLANNEN, _TRAJECTEN, _VRAGEN, _PROGRAMMA)
    return {file: reden for kast in kasten for file, reden in kast.wrong(roots).items()}


def _programma_in(roots: Sequence[Path]) -> Mapping[str, ProgrammaVanEisen]:
    """Return the one programma that the folders hold, under the name of its file."""
    here = [root for root in roots if any(root.glob(EISEN))]
    return {EISEN: read_programma(here)} if here else {}


_PLANNEN = Kast(PLANKAARTEN, read_plankaarten)
_TRAJECTEN = Kast(TRAJECTEN, read_trajecten)
_VRAGEN = Kast(VRAGEN, read_toezichtvragen)
_PROGRAMMA = Kast(EISEN, _programma_in)
