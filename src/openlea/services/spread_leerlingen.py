"""Find the fewest pupils that must change school for an even spread, or say which limit bites."""

from collections.abc import Sequence
from pathlib import Path

from openlea.core.errors import BadInput, Fout
from openlea.engines.spreading import Point, diagnose, frontier, spread
from openlea.policy.spreiding import Spreidingsvraag
from openlea.services.spreiding.opgave import Opgave, read_opgave
from openlea.services.spreiding.uitkomst import Uitkomst

BANDEN = (5.0, 10.0, 15.0, 20.0, 25.0)
"""Percent points either side, tried for the frontier; 10 and 20 are those of afspiegeling."""
STRETCH = (0.5, 1.0, 1.5)
"""How much shorter and longer the way is tried for the frontier."""


def spread_leerlingen(
    leerlingen: Path,
    scholen: Path,
    vraag: Spreidingsvraag,
    *,
    seconden: float = 60.0,
    grens: bool = False,
) -> Uitkomst:
    """Return the outcome of two files and a question; with `grens` also mix against travel.

    `seconden` is for each question to the solver. BadInput or BadFile says what is wrong with the
    files, or that no placement was found in time.
    """
    opgave = read_opgave(leerlingen, scholen, vraag)
    try:
        found = spread(opgave.problem, seconds=seconden)
    except TimeoutError:
        reden = f"in {seconden:g} seconden is geen verdeling gevonden; geef meer tijd."
        raise BadInput([Fout("", "--seconden", reden)]) from None
    punten = _frontier(opgave, seconden) if grens else ()
    if found is not None:
        return Uitkomst(opgave=opgave, outcome=found, punten=punten)
    why = diagnose(opgave.problem, seconds=seconden)
    return Uitkomst(opgave=opgave, outcome=None, diagnosis=why, punten=punten)


def _frontier(opgave: Opgave, seconden: float) -> Sequence[Point]:
    reis = opgave.vraag.reis
    return frontier(
        opgave.problem,
        tolerances=[band / 100 for band in {*BANDEN, opgave.vraag.band}],
        limits=[] if reis is None else [reis * times for times in STRETCH],
        seconds=seconden,
    )
