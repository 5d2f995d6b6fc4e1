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
    fills the part it lies in, or else the nearest one. When a part has passed, what is lacking is
    spread over the days that are left. `laatste` is the last day that the law accepts, when it asks
    the meeting. `reden` says in Dutch why the meeting is asked.
    """
    end, days = date(jaar, 12, 31), sorted(op for op in taken if op.year == jaar)
    if end < today or len(days) >= gevraagd:
        return ()
    limit = laatste if laatste is not None and today <= laatste < end else end
    free = _free(_parts(jaar, gevraagd), days)
    if any(part[1] < today or part[1] > limit for part in free):
        free = _cut(max(today, date(jaar, 1, 1)), limit, len(free))
    return tuple(
        Vergadervenster(van=max(van, today), voor=voor, reden=reden) for van, voor in sorted(free)
    )


def _parts(jaar: int, aantal: int) -> list[tuple[date, date]]:
    """Return equal parts of a year: whole months, or days when there are more than twelve."""
    if aantal > MONTHS:
        return _cut(date(jaar, 1, 1), date(jaar, 12, 31), aantal)
    edges = [_month(jaar, MONTHS * part // aantal) for part in range(aantal + 1)]
    return [(start, end - timedelta(days=1)) for start, end in pairwise(edges)]


def _month(jaar: int, passed: int) -> date:
    return date(jaar + passed // MONTHS, passed % MONTHS + 1, 1)


def _free(parts: list[tuple[date, date]], days: list[date]) -> list[tuple[date, date]]:
    left = list(parts)
    for op in days:
        left.remove(min(left, key=lambda part: max(part[0] - op, op - part[1], timedelta())))
    return left


def _cut(first: date, last: date, aantal: int) -> list[tuple[date, date]]:
    """Return the days from first to last in so many parts, which share a day when there are few."""
    length = (last - first).days + 1
    return [
        (
            first + timedelta(days=length * part // aantal),
            first + timedelta(days=max(length * (part + 1) // aantal - 1, length * part // aantal)),
        )
        for part in range(aantal)
    ]
