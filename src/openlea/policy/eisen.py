"""How far parties are with the programma van eisen: per uitgangspunt, and since last time.

Nothing is weighed: a cell counts the requirements that are met as a whole.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from openlea.core.keuze import Keuze
from openlea.core.partij import PartijSoort
from openlea.core.pve import Eis, EisActor
from openlea.core.zelfbeoordeling import Score
from openlea.policy.rechten import Scope

GEVRAAGD: Mapping[PartijSoort, EisActor] = {
    PartijSoort.SWV: EisActor.SAMENWERKINGSVERBAND,
    PartijSoort.SCHOOLBESTUUR: EisActor.SCHOOLBESTUUR,
}
"""Which kind of party answers for which actor of the programma."""
LADDER = (Score.NIET, Score.DEELS, Score.GEHEEL)
"""From least to most; 'not applicable' stands on no rung."""


class Graad(Keuze):
    """How much of an uitgangspunt is met; one word per cell, so that colour never stands alone."""

    LEEG = "leeg", "Niets ingevuld"
    NVT = "nvt", "Niet van toepassing"
    GEEN = "geen", "Nog niets geheel"
    MINDER = "minder", "Minder dan de helft"
    MEER = "meer", "De helft of meer"
    ALLES = "alles", "Alles geheel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Eisvak:
    """How many requirements of a party have each score; `open` is how many nobody scored."""

    totaal: int
    geheel: int
    deels: int
    niet: int
    nvt: int

    @property
    def open(self) -> int:
        """Return how many nobody scored yet."""
        return self.totaal - self.geheel - self.deels - self.niet - self.nvt

    @property
    def telt(self) -> int:
        """Return how many apply, scored or not."""
        return self.totaal - self.nvt

    @property
    def graad(self) -> Graad:
        """Return how much is met, of all that applies; what nobody scored isn't met."""
        if self.open == self.totaal:
            return Graad.LEEG
        if self.telt == 0:
            return Graad.NVT
        if self.geheel == 0:
            return Graad.GEEN
        if self.geheel == self.telt:
            return Graad.ALLES
        return Graad.MEER if 2 * self.geheel >= self.telt else Graad.MINDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """How many requirements went up and down since an earlier year."""

    sinds: int
    beter: int
    minder: int


def sees_scores(scope: Scope, own: int | None, soort: PartijSoort | None, of: int) -> bool:
    """Return whether a right on the self-assessment reaches the scores of a party.

    `own` and `soort` are the own party and its kind: a samenwerkingsverband sees every board.
    """
    if scope is Scope.ALLES:
        return True
    mine = own is not None and (own == of or soort is PartijSoort.SWV)
    return scope is Scope.EIGEN_PARTIJ and mine


def changes_scores(scope: Scope, own: int | None, of: int) -> bool:
    """Return whether a right to change reaches the scores of a party: only one's own."""
    return scope is Scope.ALLES or (scope is Scope.EIGEN_PARTIJ and own is not None and own == of)


def count_scores(eisen: Collection[Eis], scores: Mapping[str, Score]) -> Eisvak:
    """Return how many of these requirements have each score; `scores` is by id of the row."""
    told = [scores[eis.id] for eis in eisen if eis.id in scores]
    return Eisvak(
        totaal=len(eisen),
        geheel=told.count(Score.GEHEEL),
        deels=told.count(Score.DEELS),
        niet=told.count(Score.NIET),
        nvt=told.count(Score.NVT),
    )


def change_since(
    eisen: Iterable[Eis], now: Mapping[str, Score], before: Mapping[str, Score], sinds: int
) -> Verandering:
    """Return how many requirements went up and down; only what was scored both times counts."""
    steps = [
        LADDER.index(now[eis.id]) - LADDER.index(before[eis.id])
        for eis in eisen
        if now.get(eis.id) in LADDER and before.get(eis.id) in LADDER
    ]
    return Verandering(
        sinds=sinds, beter=sum(step > 0 for step in steps), minder=sum(step < 0 for step in steps)
    )


def year_before(years: Iterable[int], jaar: int) -> int | None:
    """Return the last year before this one in which anything was scored, or None."""
    return max((year for year in years if year < jaar), default=None)
