"""The classes of a map: round limits, a handful, each with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from openlea.core.onthulling import Bereik
from openlea.web.charts.getallen import with_unit, written

MOST = 5
"""More classes can't be told apart by tone."""
NARROWED = "bereik over meer klassen"


@dataclass(frozen=True, slots=True)
class Klasse:
    """From `laag` up to but not including `hoog`; the last class includes its end."""

    naam: str
    laag: float
    hoog: float


def classes_of(whole: Bereik, eenheid: str = "%", decimals: int = 0) -> tuple[Klasse, ...]:
    """Return at most five classes with round limits that hold the whole."""
    step = _step(whole)
    first = floor(whole.laag / step + 1e-9)
    last = max(ceil(whole.hoog / step - 1e-9), first + 1)
    return tuple(
        Klasse(_name(n * step, (n + 1) * step, eenheid, decimals), n * step, (n + 1) * step)
        for n in range(first, last)
    )


def class_of(bereik: Bereik | None, klassen: Sequence[Klasse], woord: str) -> str:
    """Return the class of a number; a range that lies in more classes than one is in none."""
    if bereik is None:
        return woord
    found = {_one(value, klassen) for value in (bereik.laag, bereik.hoog)}
    return found.pop() if len(found) == 1 else NARROWED


def _one(value: float, klassen: Sequence[Klasse]) -> str:
    inside = [klasse.naam for klasse in klassen if klasse.laag <= value < klasse.hoog]
    return inside[0] if inside else klassen[-1].naam


def _step(whole: Bereik) -> float:
    """Return the smallest of 1, 2, 2,5, 5, 10 … that makes no more classes than can be told."""
    wide = (whole.hoog - whole.laag) or abs(whole.hoog) or 1.0
    ten = 10.0 ** floor(log10(wide / MOST))
    for round_ in (1, 2, 2.5, 5, 10, 20):
        step = round_ * ten
        if ceil(whole.hoog / step - 1e-9) - floor(whole.laag / step + 1e-9) <= MOST:
            return step
    return 20 * ten


def _name(laag: float, hoog: float, eenheid: str, decimals: int) -> str:
    fine = max(decimals, 1 if (laag % 1 or hoog % 1) else 0)
    return with_unit(f"{written(laag, fine)} tot {written(hoog, fine)}", eenheid)
