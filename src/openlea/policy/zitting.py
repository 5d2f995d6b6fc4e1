"""Seats in the oversight of public schools: when they end, and whether parents have their third."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from openlea.core.duur import Duur, Tijdseenheid
from openlea.core.keuze import Keuze
from openlea.policy.schrijfwijze import count

WAARSCHUWING = Duur(6, Tijdseenheid.MAAND)
"""How long before its last day a seat asks attention: a profile, a nomination and a decision of the
raad take about half a year."""
DEEL_VAN_OUDERS = 3
"""One in so many members is appointed on the nomination of parents (WPO articles 47 and 48)."""


class Zittingstaat(Keuze):
    """Whether somebody sits on a day."""

    KOMT = "komt", "Begint nog"
    ZIT = "zit", "Zit"
    LOOPT_AF = "loopt_af", "Loopt af"
    VERLOPEN = "verlopen", "Verlopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Zetel:
    """One seat: from when until when (both included), in which term of how many."""

    naam: str
    benoemd_op: date
    tot: date
    voordracht_ouders: bool = False
    termijn: int = 1
    hoogste_termijn: int = 2

    @property
    def herbenoembaar(self) -> bool:
        """Return whether who sits here may be appointed once more."""
        return self.termijn < self.hoogste_termijn


@dataclass(frozen=True, slots=True)
class Samenstelling:
    """How many sit on a day, and how many of them for parents; `fout` says what is against the law.

    `minstens` is how many the law asks for parents. Too few sitting says nothing yet: '' too.
    """

    zetels: int
    ouders: int
    minstens: int
    fout: str


def state_of_seat(zetel: Zetel, today: date) -> Zittingstaat:
    """Return whether a seat is taken on a day."""
    if zetel.tot < today:
        return Zittingstaat.VERLOPEN
    if zetel.benoemd_op > today:
        return Zittingstaat.KOMT
    soon = zetel.tot <= WAARSCHUWING.after(today)
    return Zittingstaat.LOOPT_AF if soon else Zittingstaat.ZIT


def days_left(zetel: Zetel, today: date) -> int:
    """Return how many days the seat is taken after today; below nought when it is over."""
    return (zetel.tot - today).days


def judge_seats(zetels: Sequence[Zetel], today: date) -> Samenstelling:
    """Return whether a third of who sits, and no majority, sits on the nomination of parents."""
    sits = [one for one in zetels if one.benoemd_op <= today <= one.tot]
    total, parents = len(sits), sum(one.voordracht_ouders for one in sits)
    least = -(-total // DEEL_VAN_OUDERS)
    return Samenstelling(total, parents, least, _against(total, parents, least))


def _against(total: int, parents: int, least: int) -> str:
    if parents < least:
        missing = count(least - parents, "zetel", "zetels")
        return f"Er ontbreekt {missing} op voordracht van ouders: ten minste een derde deel."
    if parents * 2 > total:
        return "Meer dan de helft zit op voordracht van ouders. Een meerderheid mag niet."
    return ""
