"""When meetings that are still to be planned are best held: spread over the year, and in time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from openlea.policy.schrijfwijze import day


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergadervenster:
    """A proposal: from and to which day (both included) a meeting is best held, and why."""

    van: date
    voor: date
    reden: str


def windows(
    jaar: int, gevraagd: int, taken: Iterable[date], today: date, laatste: date | None = None
) -> tuple[Vergadervenster, ...]:
    """Return a window for each meeting that a year still lacks, soonest first; none in the past.

    The year is cut in as many equal parts as meetings are asked; each meeting on a day in `taken`
    fills the part it lies in, or else the nearest one. `laatste` is the last day that the law
    accepts, when it asks the meeting.
    """
    days = sorted(op for op in taken if op.year == jaar)
    if date(jaar, 12, 31) < today or len(days) >= gevraagd:
        return ()
    free = _free(_parts(jaar, gevraagd), days)
    return tuple(sorted((_clip(part, jaar, today, laatste) for part in free), key=_order))


def _parts(jaar: int, aantal: int) -> list[tuple[date, date]]:
    first, length = date(jaar, 1, 1), (date(jaar, 12, 31) - date(jaar, 1, 1)).days + 1
    edges = [first + timedelta(days=length * part // aantal) for part in range(aantal + 1)]
    return [(start, end - timedelta(days=1)) for start, end in pairwise(edges)]


def _free(parts: list[tuple[date, date]], days: list[date]) -> list[tuple[date, date]]:
    left = list(parts)
    for op in days:
        left.remove(min(left, key=lambda part: max(part[0] - op, op - part[1], timedelta())))
    return left


def _clip(part: tuple[date, date], jaar: int, today: date, laatste: date | None) -> Vergadervenster:
    """Return a part as a window that has not passed and ends before the last day of the law."""
    end = date(jaar, 12, 31)
    limit = laatste if laatste is not None and today <= laatste < end else end
    voor = part[1] if today <= part[1] <= limit else limit
    van = min(max(part[0], today), voor)
    return Vergadervenster(van=van, voor=voor, reden=_why(part, today, laatste))


def _why(part: tuple[date, date], today: date, laatste: date | None) -> str:
    if part[1] < today:
        return "Dit deel van het jaar is al voorbij."
    if laatste is not None:
        return f"De wet vraagt dit uiterlijk {day(laatste)}; zo liggen de data verspreid."
    return "Zo liggen de data verspreid over het jaar."


def _order(one: Vergadervenster) -> tuple[date, date]:
    return one.voor, one.van
