"""Beside each other: the achterstandspunten of each school board and those of the gemeente.

Points are what CBS publishes per school and per gemeente. The two rest on other children and
another threshold, so they are never added or set off against each other. What a point is worth in
euros was not read in the law: an amount per point is only an amount that somebody gave, divided.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from openlea.core.onthulling import NUL, Bereik
from openlea.policy.normen.uitkomst import decimal

HONDERD = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Schoolpunten:
    """A school with its score after and before the threshold, and its pupils; None: not known."""

    code: str
    bestuur: str
    met: Decimal | None = None
    zonder: Decimal | None = None
    leerlingen: Bereik | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bestuurspunten:
    """The schools of one board in the gemeente together; `bekend` of the `scholen` have a score.

    `deel` is its share in percent of the points of all boards here; None when there are none.
    Hidden counts make pupils a range; without the pupils of every school there is no sum.
    """

    bestuur: str
    scholen: int
    bekend: int
    met: Decimal | None
    zonder: Decimal | None
    leerlingen: Bereik | None
    deel: Decimal | None
    per_honderd: Bereik | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeentepunten:
    """The score of a gemeente in one publication; `landelijk` adds every gemeente above nought."""

    peildatum: str
    status: str
    met: Decimal
    zonder: Decimal | None = None
    landelijk: Decimal

    @property
    def deel(self) -> Decimal | None:
        """Return its share of the budget in percent: own score over all scores above nought."""
        return _percent(self.met, self.landelijk)


def points_by_board(scholen: Iterable[Schoolpunten]) -> tuple[Bestuurspunten, ...]:
    """Return the boards, most points first; a score that isn't known adds nothing to a sum."""
    by_board: dict[str, list[Schoolpunten]] = {}
    for one in scholen:
        by_board.setdefault(one.bestuur, []).append(one)
    every = _sum(one.met for some in by_board.values() for one in some)
    found = [_board(bestuur, some, every) for bestuur, some in by_board.items()]
    return tuple(sorted(found, key=lambda one: (-(one.met or 0), one.bestuur)))


def amount_per_point(cents: int | None, punten: Decimal | None) -> Decimal | None:
    """Return euros per point, to the cent; None without an amount or without points."""
    if cents is None or not punten:
        return None
    return decimal(Fraction(cents, HONDERD) / Fraction(punten))


def amount_per_pupil(cents: int | None, leerlingen: Bereik | None) -> Bereik | None:
    """Return euros per pupil as a range; None without an amount or without pupils."""
    return None if cents is None else _per(float(cents) / HONDERD, leerlingen)


def contradicting(punten: Sequence[Gemeentepunten]) -> tuple[Gemeentepunten, ...]:
    """Return the publications of one day that do not agree, so that both are shown."""
    scores: dict[str, set[Decimal]] = {}
    for one in punten:
        scores.setdefault(one.peildatum, set()).add(one.met)
    return tuple(one for one in punten if len(scores[one.peildatum]) > 1)


def _board(bestuur: str, scholen: Sequence[Schoolpunten], every: Decimal | None) -> Bestuurspunten:
    met = _sum(one.met for one in scholen)
    pupils = [one.leerlingen for one in scholen if one.leerlingen is not None]
    # Points of one school over pupils of another would say nothing, so a sum needs every school.
    whole = sum(pupils, NUL) if len(pupils) == len(scholen) else None
    bekend = sum(one.met is not None for one in scholen)
    return Bestuurspunten(
        bestuur=bestuur,
        scholen=len(scholen),
        bekend=bekend,
        met=met,
        zonder=_sum(one.zonder for one in scholen),
        leerlingen=whole,
        deel=_percent(met, every),
        per_honderd=_per(float(met) * HONDERD, whole)
        if met is not None and bekend == len(scholen)
        else None,
    )


def _per(amount: float, leerlingen: Bereik | None) -> Bereik | None:
    """Return an amount over a range: most pupils give the lowest."""
    if leerlingen is None or leerlingen.laag <= 0:
        return None
    return Bereik(amount / leerlingen.hoog, amount / leerlingen.laag)


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum of what is known; None when nothing is."""
    known = [one for one in values if one is not None]
    return sum(known, Decimal(0)) if known else None


def _percent(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    if part is None or not whole:
        return None
    return decimal(Fraction(part) * HONDERD / Fraction(whole))
