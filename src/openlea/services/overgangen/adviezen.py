"""Counts school advice: whether it fits the test, what was raised, and that by group."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from openlea.core.telling import Gebied, Telrij
from openlea.policy import overgang as maat
from openlea.policy.advies import is_higher
from openlea.policy.afscherming import SMALLEST
from openlea.policy.telscherm import screened

KENMERKEN: Mapping[str, tuple[str, ...]] = {
    "vve": ("ja", "nee", "onbekend"),
    "opleiding_ouders": ("laag", "midden", "hoog", "onbekend"),
}
_OUTCOME = dict(zip(maat.UITKOMSTEN, maat.ADVIES_SOORTEN, strict=True))
Rij = Mapping[str, Any]


def advised(row: Rij) -> str:
    """Return 'ja' when the final advice is no lower than the test, 'onbekend' when one lacks."""
    lower = is_higher(row["toetsadvies"], row["definitief_advies"])
    if lower is None:
        return maat.ONBEKEND
    return maat.NEE if lower else maat.JA


def count_adviezen(rows: Sequence[Rij], *, shown: bool) -> tuple[Telrij, ...]:
    """Return who got which advice by group, and what became of those whose test said more.

    `shown` says whether the numbers of all pupils are told exactly: only then their groups are.
    """
    if not rows:
        return ()
    groups = [one for kenmerk in KENMERKEN for one in _by_group(rows, kenmerk)] if shown else []
    return (*groups, *(_reconsidered(rows) if _is_apart(rows) else ()))


def _by_group(rows: Sequence[Rij], kenmerk: str) -> tuple[Telrij, ...]:
    codes = [f"{kenmerk}: {one}" for one in KENMERKEN[kenmerk]]
    told = Counter(
        (f"{kenmerk}: {row[kenmerk] or maat.ONBEKEND}", _OUTCOME[advised(row)]) for row in rows
    )
    found = screened(
        told, codes, maat.ADVIES_SOORTEN, gebied=Gebied.KLASSE, totaal=maat.ADVIES_TOTAAL
    )
    # The totals are told with the transition itself: what needs them hidden isn't told at all.
    totals = [one.bereik for one in found if one.gebied is Gebied.GEHEEL]
    if not all(one is not None and one.precies is not None for one in totals):
        return ()
    return tuple(one for one in found if one.gebied is Gebied.KLASSE)


def _reconsidered(rows: Sequence[Rij]) -> tuple[Telrij, ...]:
    """Return those whose test said more than the first advice, by what the school did."""
    higher = [row for row in rows if is_higher(row["toetsadvies"], row["voorlopig_advies"])]
    kinds = (maat.BIJGESTELD, maat.GEMOTIVEERD, maat.ZONDER_REDEN)
    told = Counter(("", _done(row)) for row in higher)
    found = screened(told, ("",), kinds, gebied=Gebied.GROEP, totaal=maat.HOGER)
    return tuple(one for one in found if one.gebied is Gebied.GEHEEL)


def _is_apart(rows: Sequence[Rij]) -> bool:
    """Return whether nobody is betrayed by laying this beside who got less than the test.

    Both are told, and most who weren't raised are in both. Who is in one of them alone is the
    difference of two numbers, so that must be nobody or at least five.
    """
    lower = {n for n, row in enumerate(rows) if advised(row) == maat.NEE}
    left = {
        n
        for n, row in enumerate(rows)
        if is_higher(row["toetsadvies"], row["voorlopig_advies"]) and _done(row) != maat.BIJGESTELD
    }
    return not any(0 < len(one) < SMALLEST for one in (lower - left, left - lower))


def _done(row: Rij) -> str:
    """Return what the school did with a test that said more."""
    if is_higher(row["definitief_advies"], row["voorlopig_advies"]):
        return maat.BIJGESTELD
    return maat.GEMOTIVEERD if row["gemotiveerd"] == maat.JA else maat.ZONDER_REDEN
