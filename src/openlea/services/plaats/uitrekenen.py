"""Works out a placement in one go: set up, drawn, placed and explained."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from openlea.core.plaatsing import Kind, Plek, Regels
from openlea.services.plaats.opstelling import Opstelling, Ranks, Uitslag, place, set_up
from openlea.services.plaats.uitleg import Plaatsing, explain


@dataclass(frozen=True, slots=True)
class Uitgerekend:
    """One placement: what was set up, what came out, and the reasons per child."""

    setup: Opstelling
    uitslag: Uitslag
    plaatsingen: Sequence[Plaatsing]


def work_out(
    kinderen: Sequence[Kind], plekken: Sequence[Plek], regels: Regels, ranks: Callable[[str], Ranks]
) -> Uitgerekend:
    """Return the placement of one lottery; `ranks` gives the draw of a place."""
    with _uncollected():
        setup = set_up(kinderen, plekken, regels)
        uitslag = place(setup, ranks)
        return Uitgerekend(setup, uitslag, explain(setup, uitslag))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: nothing here makes any, and looking costs a third."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
