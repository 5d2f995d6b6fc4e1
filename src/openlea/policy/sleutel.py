"""When a key of the interface holds, how long it may, and as which role it may read."""

from datetime import date, datetime, timedelta

from openlea.policy.rechten import VERTROUWELIJK, LidRol, Scope, Verb, scope_of

HOOGSTENS = timedelta(days=366)
TE_GEVEN = tuple(
    rol
    for rol in LidRol
    if rol is not LidRol.PUBLIEK
    and all(scope_of(rol, noun, Verb.ZIEN) is Scope.NIETS for noun in VERTROUWELIJK)
)
"""A key that only sees what everybody sees is no key, and none opens what only few may see."""


def holds(geldig_tot: date, ingetrokken_op: datetime | None, today: date) -> bool:
    """Return whether a key opens on a day: its last day counts, and taken back is never."""
    return ingetrokken_op is None and today <= geldig_tot


def last_day(today: date) -> date:
    """Return the last day that a key made today can hold: a year is long enough to be forgotten."""
    return today + HOOGSTENS
