"""What the law and the plans ask attention for today: late, due within a month, or running out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from openlea.policy.schrijfwijze import count, day
from openlea.policy.taak import Taak
from openlea.policy.vandaag import APART, Punt, PuntSoort

SOON = timedelta(days=30)
"""A month ahead a task is no longer something for later."""
TE_LAAT, BINNENKORT = "te_laat", "binnenkort"
"""What `waar` says of a point about more tasks than stand apart."""


def of_taken(taken: Iterable[Taak], today: date) -> Iterator[Punt]:
    """Yield the waiting tasks that are late, and those due within a month; many are one point."""
    waiting = sorted((one for one in taken if one.wacht), key=lambda one: one.uiterlijk)
    late = [one for one in waiting if one.is_te_laat]
    soon = [one for one in waiting if not one.is_te_laat and one.uiterlijk <= today + SOON]
    verb = "is" if len(late) == 1 else "zijn"
    yield from _points(late, f"{verb} te laat of nog niet bewezen", TE_LAAT)
    yield from _points(
        soon, f"{'moet' if len(soon) == 1 else 'moeten'} binnen een maand", BINNENKORT
    )


def _points(taken: Sequence[Taak], what: str, waar: str) -> Iterator[Punt]:
    if len(taken) > APART:
        yield Punt(
            soort=PuntSoort.TAAK,
            tekst=f"{count(len(taken), 'wettelijke taak', 'wettelijke taken')} {what}",
            knop="Bekijk de taken",
            op=taken[0].uiterlijk,
            aantal=len(taken),
            waar=waar,
        )
        return
    for one in taken:
        yield Punt(
            soort=PuntSoort.TAAK,
            tekst=f"{sentence_of(one)} ({one.wanneer})",
            knop="Voeg bewijs toe" if one.mag_wijzigen else "Bekijk de taak",
            op=one.uiterlijk,
            waar=str(one.nummer),
        )


def sentence_of(taak: Taak) -> str:
    """Return what a task is, with what it is about."""
    return f"{taak.titel} over {taak.over}" if taak.over else taak.titel


def of_plannen(plannen: Iterable[tuple[str, date]], today: date) -> Iterator[Punt]:
    """Yield a point for each plan (its title and last day) that needs a successor."""
    for titel, tot in plannen:
        verb = "liep af" if tot < today else "loopt af"
        yield Punt(
            soort=PuntSoort.PLAN,
            tekst=f"{titel} {verb} op {day(tot)} en heeft geen opvolger",
            knop="Bekijk het plan",
            op=tot,
        )
