"""Find the fewest pupils that must change school for an even spread, or say which limit bites."""

from dataclasses import replace
from pathlib import Path

from openlea.core.errors import BadInput, Fout
from openlea.engines.spreading import Diagnosis, diagnose, frontier, spread
from openlea.policy.spreiding import Spreidingsvraag
from openlea.services.spreiding.opgave import WHOLE, read_opgave
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
    why = Diagnosis() if found is not None else diagnose(opgave.problem, seconds=seconden)
    uitkomst = Uitkomst(opgave=opgave, outcome=found, diagnosis=why)
    return _with_frontier(uitkomst, seconden) if grens else uitkomst


def _with_frontier(uitkomst: Uitkomst, seconden: float) -> Uitkomst:
    vraag = uitkomst.opgave.vraag
    banden = sorted({*BANDEN, vraag.band})
    reizen = [] if vraag.reis is None else [vraag.reis * times for times in STRETCH]
    punten = frontier(
        uitkomst.opgave.problem,
        tolerances=[band / WHOLE for band in banden],
        limits=reizen,
        seconds=seconden,
    )
    return replace(uitkomst, punten=punten, banden=banden, reizen=reizen)
