"""How long children wait between indication and first day, and how long who waits now does."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from statistics import median

from openlea.core.telling import Gebied, Telrij
from openlea.policy import voorschool as maat
from openlea.policy.telscherm import measured, screened
from openlea.policy.voorschool import Peuter, Stand

WEEK = 7
KLASSEN: tuple[tuple[str, int], ...] = (
    ("0-4", 4),
    ("5-8", 8),
    ("9-13", 13),
    ("14-26", 26),
    ("27-", 10_000),
)
"""Weeks from indication to start; the last class has no end."""


def count_waiting(groep: Sequence[Peuter], day: date) -> tuple[Telrij, ...]:
    """Return median and classes in weeks; who has no date, or began before, isn't in them."""
    weeks = [
        (one.start_op - one.indicatie_op).days // WEEK
        for one in groep
        if one.stand_on(day) is Stand.GEPLAATST
        and one.start_op is not None
        and one.indicatie_op is not None
        and one.start_op >= one.indicatie_op
    ]
    now = [
        (day - one.indicatie_op).days // WEEK
        for one in groep
        if one.stand_on(day) is Stand.WACHTLIJST
        and one.indicatie_op is not None
        and one.indicatie_op <= day
    ]
    counts = Counter((class_of(each), maat.WACHT_KLASSE) for each in weeks)
    return (
        measured(maat.WACHT_MEDIAAN, median(weeks) if weeks else None, len(weeks)),
        measured(maat.WACHT_NU, median(now) if now else None, len(now)),
        *screened(
            counts,
            [name for name, _ in KLASSEN],
            (maat.WACHT_KLASSE,),
            gebied=Gebied.KLASSE,
            totaal=maat.WACHT_GETELD,
        ),
    )


def class_of(weeks: int) -> str:
    """Return in which class so many weeks are."""
    return next(name for name, most in KLASSEN if weeks <= most)
