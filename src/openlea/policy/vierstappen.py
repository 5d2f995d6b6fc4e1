"""How far a cooperation is that begins along four steps: which one is done, which one is next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from openlea.core.keuze import Keuze


class StapStaat(Keuze):
    """How far a step is."""

    OPEN = "open", "Nog te plannen"
    GEPLAND = "gepland", "Gepland"
    GEHOUDEN = "gehouden", "Gehouden, opbrengst ontbreekt"
    KLAAR = "klaar", "Klaar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapmoment:
    """A meeting on which a step was on the agenda; one that was called off does not count."""

    stap: str
    op: date
    gehouden: bool
    opbrengst: bool = False


def state_of_step(stap: str, momenten: Sequence[Stapmoment]) -> StapStaat:
    """Return how far a step is; done only when it was held and its yield is written down."""
    own = [one for one in momenten if one.stap == stap]
    held = [one for one in own if one.gehouden]
    if any(one.opbrengst for one in held):
        return StapStaat.KLAAR
    if any(not one.gehouden for one in own):
        return StapStaat.GEPLAND
    return StapStaat.GEHOUDEN if held else StapStaat.OPEN


def next_step(stappen: Sequence[str], momenten: Sequence[Stapmoment]) -> str:
    """Return the first step that isn't done, in their order; '' when all are."""
    waiting = (one for one in stappen if state_of_step(one, momenten) is not StapStaat.KLAAR)
    return next(waiting, "")


def days_in_order(dagen: Sequence[date | None]) -> bool:
    """Return whether the days that are given follow each other; two on one day don't."""
    given = [one for one in dagen if one is not None]
    return all(first < second for first, second in pairwise(given))
