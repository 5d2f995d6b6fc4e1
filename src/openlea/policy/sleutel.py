"""When a key of the interface holds, how long it may, and as which role it may read."""

from datetime import date, datetime, timedelta

from openlea.policy.rechten import LidRol

HOOGSTENS = timedelta(days=366)
TE_GEVEN = tuple(rol for rol in LidRol if rol is not LidRol.PUBLIEK)
"""A key that only sees what everybody sees is no key."""


def holds(geldig_tot: date, ingetrokken_op: datetime | None, today: date) -> bool:
    """Return whether a key opens on a day: its last day counts, and taken back is never."""
    return ingetrokken_op is None and today <= geldig_tot


def last_day(today: date) -> date:
    """Return the last day that a key made today can hold: a year is long enough to be forgotten."""
    return today + HOOGSTENS
