"""When meetings that are still to be planned are best held: spread over the year, and in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergadervenster:
    """A proposal: from and to which day (both included) a meeting is best held, and why."""

    van: date
    voor: date
    reden: str


def windows(
    jaar: int,
    gevraagd: int,
    taken: Iterable[date],
    today: date,
    laatste: date | None = None,
    reden: str = "",
) -> tuple[Vergadervenster, ...]:
    """Return a window for each meeting that a year still lacks, soonest first; none in the past.

    The year is cut in as many equal parts as meetings are asked; each meeting on a day in `taken`
    fills the part it lies in, or else the nearest one. `laatste` is the last day that the law
    accepts, when it asks the meeting. `reden` says in Dutch why the meeting is asked.
    """
    days = sorted(op for op in taken if op.year == jaar)
    if date(jaar, 12, 31) < today or len(days) >= gevraagd:
        return ()
    free = _free(_parts(jaar, gevraagd), days)
    found = (_clip(part, jaar, today, laatste, reden) for part in free)
    return tuple(sorted(found, key=_order))


def _parts(jaar: int, aantal: int) -> list[tuple[date, date]]:
    """Return equal parts of a year: whole months, or days when there are more than twelve."""
    if aantal <= MONTHS:
        edges = [_month(jaar, MONTHS * part // aantal) for part in range(aantal + 1)]
    else:
        first, length = date(jaar, 1, 1), date(jaar, 12, 31).timetuple().tm_yday
        edges = [first + timedelta(days=length * part // aantal) for part in range(aantal + 1)]
    return [(start, end - timedelta(days=1)) for start, end in pairwise(edges)]


def _month(jaar: int, passed: int) -> date:
    return date(jaar + passed // MONTHS, passed % MONTHS + 1, 1)


def _free(parts: list[tuple[date, date]], days: list[date]) -> list[tuple[date, date]]:
    left = list(parts)
    for op in days:
        left.remove(min(left, key=lambda part: max(part[0] - op, op - part[1], timedelta())))
    return left


def _clip(
    part: tuple[date, date], jaar: int, today: date, laatste: date | None, reden: str
) -> Vergadervenster:
    """Return a part as a window that has not passed and ends before the last day of the law."""
    end = date(jaar, 12, 31)
    limit = laatste if laatste is not None and today <= laatste < end else end
    voor = part[1] if today <= part[1] <= limit else limit
    return Vergadervenster(van=min(max(part[0], today), voor), voor=voor, reden=reden)


def _order(one: Vergadervenster) -> tuple[date, date]:
    return one.voor, one.van
