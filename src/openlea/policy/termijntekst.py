"""Says in Dutch when an obligation is due, the way the law says it: 'vóór 1 oktober'."""

from datetime import date

from openlea.core.termijn import Jaarlijks, Jaarsoort, OmDe, Periode, PerJaar, Regel, schooljaar_of
from openlea.policy.schrijfwijze import MAANDEN, day


def say_when(regel: Regel | None, vanaf: date | None, uiterlijk: date, jaar: int) -> str:
    """Return when it is due; `regel` is None for a term that the shelf no longer has.

    'vóór 1 oktober', 'van 10 tot en met 31 januari', 'in 2026, dag vrij te kiezen'. A year is named
    where it isn't `jaar`.
    """
    match regel:
        case Jaarlijks(vanaf=None):
            return _named(regel, uiterlijk, jaar)
        case PerJaar():
            return f"{_part(regel, vanaf, uiterlijk)}, dag vrij te kiezen"
        case OmDe(jaarlijks=Jaarlijks() as named) if _falls_on(named, uiterlijk):
            return _named(named, uiterlijk, jaar)
        case Jaarlijks() | Periode():
            return _stretch(vanaf or uiterlijk, uiterlijk, jaar)
        case _:
            return f"uiterlijk {_day(uiterlijk, jaar)}"


def _named(regel: Jaarlijks, uiterlijk: date, jaar: int) -> str:
    """Return the day that the law itself names."""
    if not regel.voor:
        return f"uiterlijk {_day(uiterlijk, jaar)}"
    new_year = regel.voor and (regel.maand, regel.dag) == (1, 1)
    return f"vóór {_day(date(uiterlijk.year + new_year, regel.maand, regel.dag), jaar)}"


def _falls_on(regel: Jaarlijks, uiterlijk: date) -> bool:
    """Return whether the last day is the one of the law, and not that of the plan itself."""
    named = date(uiterlijk.year, regel.maand, regel.dag)
    return (named - uiterlijk).days == int(regel.voor)


def _part(regel: PerJaar, vanaf: date | None, uiterlijk: date) -> str:
    if regel.keer > 1:
        return _stretch(vanaf or uiterlijk, uiterlijk, 0)
    if regel.jaarsoort is Jaarsoort.SCHOOLJAAR:
        jaar = schooljaar_of(uiterlijk)
        return f"in schooljaar {jaar}-{jaar + 1}"
    return f"in {uiterlijk.year}"


def _stretch(van: date, tot: date, jaar: int) -> str:
    if (van.year, van.month) == (tot.year, tot.month):
        return f"van {van.day} tot en met {_day(tot, jaar)}"
    begin = _day(van, tot.year) if van.year == tot.year else day(van)
    return f"van {begin} tot en met {_day(tot, jaar)}"


def _day(value: date, jaar: int) -> str:
    """Return a day; its year only where it is another one."""
    return f"{value.day} {MAANDEN[value.month - 1]}" if value.year == jaar else day(value)
