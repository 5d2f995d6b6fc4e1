"""By when a duty must be done: a closed list of ways to say it, and the days that follow from each.

A day that the law names by month and day is kept as it is: 'vóór 1 oktober' is late on 1 October,
also when 30 September is a Sunday. Only a term counted from an event moves (see core.duur).
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from openlea.core.duur import Duur
from openlea.core.keuze import Keuze

AUGUSTUS = 8
"""The month in which a schooljaar begins."""


class Jaarsoort(Keuze):
    """Which year a duty counts in; a schooljaar runs from 1 August to 31 July."""

    KALENDERJAAR = "kalenderjaar", "kalenderjaar"
    SCHOOLJAAR = "schooljaar", "schooljaar"


class Over(Keuze):
    """What stretch of time the thing that is handed in is about, seen from its last day."""

    NIETS = "", ""
    KALENDERJAAR = "kalenderjaar", "het kalenderjaar"
    VORIG_KALENDERJAAR = "vorig kalenderjaar", "het vorige kalenderjaar"
    VOLGEND_KALENDERJAAR = "volgend kalenderjaar", "het volgende kalenderjaar"
    SCHOOLJAAR = "schooljaar", "het schooljaar"
    VORIG_SCHOOLJAAR = "vorig schooljaar", "het afgesloten schooljaar"
    VOLGEND_SCHOOLJAAR = "volgend schooljaar", "het volgende schooljaar"


@dataclass(frozen=True, slots=True)
class Jaarlijks:
    """Every year on, or before, a day; `vanaf` is the first day of a window."""

    maand: int
    dag: int
    voor: bool = False
    vanaf: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class PerJaar:
    """So many times in every year, on days that one is free to choose."""

    jaarsoort: Jaarsoort
    keer: int = 1


@dataclass(frozen=True, slots=True)
class OmDe:
    """At least once in a number of years; `jaarlijks` is before which day in the year it is due.

    When it is due depends on when it was last done, so only a register of plans can say the year.
    """

    jaren: int
    jaarlijks: Jaarlijks | None = None


@dataclass(frozen=True, slots=True)
class Periode:
    """Once, for a stretch of time that the law itself names, both days included."""

    van: date
    tot: date


@dataclass(frozen=True, slots=True)
class Binnen:
    """Within a length of time after an event, which may be lengthened once."""

    duur: Duur
    na: str
    verlenging: Duur | None = None


@dataclass(frozen=True, slots=True)
class Altijd:
    """At all times."""


@dataclass(frozen=True, slots=True)
class Bij:
    """Each time that something happens, at once."""

    gebeurtenis: str


Regel = Jaarlijks | PerJaar | OmDe | Periode | Binnen | Altijd | Bij


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """One term of a duty: `code` tells it from the others of that duty, and never changes.

    `houder` names who must meet it when that isn't the holder of the duty. A `telling` is a day on
    which something is counted; nobody hands in anything then.
    """

    regel: Regel
    code: str = "1"
    titel: str = ""
    houder: str = ""
    over: Over = Over.NIETS
    telling: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Moment:
    """A term in one year: `uiterlijk` is the last day that is on time, `vanaf` the first."""

    uiterlijk: date
    vanaf: date | None = None
    nummer: int = 1
    jaar: int = field(default=0)


def moments_in(regel: Regel, jaar: int) -> tuple[Moment, ...]:
    """Return the moments that belong to a calendar year; none for what has no fixed day.

    Nor in a year that has no year before or after it on the calendar, where no term can be told.
    """
    if not date.min.year < jaar < date.max.year:
        return ()
    match regel:
        case Jaarlijks():
            return (_of_year(regel, jaar),)
        case PerJaar():
            return tuple(_spread(regel, jaar))
        case Periode():
            return (Moment(uiterlijk=regel.tot, vanaf=regel.van, jaar=jaar),) * (
                regel.tot.year == jaar
            )
        case _:
            return ()


def _of_year(regel: Jaarlijks, jaar: int) -> Moment:
    """Return the moment of a year; 'vóór 1 januari' is the last day of that year."""
    new_year = regel.voor and (regel.maand, regel.dag) == (1, 1)
    named = date(jaar + new_year, regel.maand, regel.dag)
    uiterlijk = named - timedelta(days=int(regel.voor))
    if regel.vanaf is None:
        return Moment(uiterlijk=uiterlijk, jaar=jaar)
    vanaf = date(jaar, *regel.vanaf)
    begun = vanaf if vanaf <= uiterlijk else date(jaar - 1, *regel.vanaf)
    return Moment(uiterlijk=uiterlijk, vanaf=begun, jaar=jaar)


def _spread(regel: PerJaar, jaar: int) -> list[Moment]:
    """Return the ends of equal parts of the year: twice a year is once in each half.

    A schooljaar lies in two calendar years; its parts are told in the year in which they end.
    """
    if regel.jaarsoort is Jaarsoort.KALENDERJAAR:
        return _parts(date(jaar, 1, 1), regel.keer, jaar)
    began = (date(jaar - 1, AUGUSTUS, 1), date(jaar, AUGUSTUS, 1))
    both = [moment for first in began for moment in _parts(first, regel.keer, jaar)]
    return [moment for moment in both if moment.uiterlijk.year == jaar]


def _parts(first: date, keer: int, jaar: int) -> list[Moment]:
    starts = [_month_on(first, 12 // keer * number) for number in range(keer + 1)]
    return [
        Moment(uiterlijk=end - timedelta(days=1), vanaf=start, nummer=number, jaar=jaar)
        for number, (start, end) in enumerate(pairwise(starts), start=1)
    ]


def _month_on(day: date, months: int) -> date:
    jaar, maand = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(jaar, maand + 1, 1)


def schooljaar_of(day: date) -> int:
    """Return the calendar year in which the schooljaar of a day began."""
    return day.year if day.month >= AUGUSTUS else day.year - 1


def stretch(over: Over, uiterlijk: date) -> str:
    """Return what a duty is about in words, such as 'schooljaar 2025-2026', or '' for nothing."""
    if over is Over.NIETS:
        return ""
    step = {"vorig": -1, "volgend": 1}.get(over.split(" ")[0], 0)
    if over.endswith(Jaarsoort.KALENDERJAAR):
        return f"{uiterlijk.year + step}"
    jaar = schooljaar_of(uiterlijk) + step
    return f"schooljaar {jaar}-{jaar + 1}"
