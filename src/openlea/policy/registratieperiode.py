"""What period a delivery is about, on which day it ends, and how long its rows may be kept."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from openlea.core.duur import Duur, Tijdseenheid
from openlea.core.errors import BadInput, Fout
from openlea.core.registratie import Periodesoort, Registratie

_JAAR = r"(20\d{2})"


def _schooljaar(van: str, tot: str) -> date:
    if int(tot) != int(van) + 1:
        raise ValueError
    return date(int(tot), 7, 31)


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


_ENDS: dict[Periodesoort, tuple[re.Pattern[str], Callable[..., date]]] = {
    Periodesoort.SCHOOLJAAR: (re.compile(rf"{_JAAR}-{_JAAR}"), _schooljaar),
    Periodesoort.KALENDERJAAR: (re.compile(_JAAR), lambda year: date(int(year), 12, 31)),
    Periodesoort.KWARTAAL: (
        re.compile(rf"{_JAAR}-K([1-4])"),
        lambda year, quarter: _end_of_month(int(year), 3 * int(quarter)),
    ),
    Periodesoort.MAAND: (
        re.compile(rf"{_JAAR}-(\d\d)"),
        lambda year, month: _end_of_month(int(year), int(month)),
    ),
    Periodesoort.PEILDATUM: (
        re.compile(rf"{_JAAR}-(\d\d)-(\d\d)"),
        lambda year, month, day: date(int(year), int(month), int(day)),
    ),
}


def last_day(soort: Periodesoort, periode: str) -> date:
    """Return the last day of a period as its kind writes it; BadInput says how that is."""
    pattern, end = _ENDS[soort]
    found = pattern.fullmatch(periode)
    try:
        if found:
            return end(*found.groups())
    except ValueError:
        pass  # a month or day that no calendar has
    reden = f"Schrijf de periode als {soort.label[:1].lower()}{soort.label[1:]}."
    raise BadInput([Fout("", "periode", reden)])


def kept_until(registratie: Registratie, periode: str, today: date, *, ahead: int = 1) -> date:
    """Return the last day on which rows about a period may be kept.

    The term runs from the end of the period, not from the delivery: bringing old rows again makes
    them no younger. BadInput when that day has passed, or when the period ends more than `ahead`
    years from now: of what has yet to begin there are no rows, but for children who apply.
    """
    end = last_day(registratie.periode, periode)
    if end.year > today.year + ahead:
        raise BadInput([Fout("", "periode", "Deze periode ligt te ver in de toekomst.")])
    until = Duur(registratie.bewaartermijn, Tijdseenheid.MAAND).after(end)
    if until < today:
        reden = (
            f"Over deze periode mocht iets bewaard worden tot en met {until:%d-%m-%Y}: "
            f"{registratie.bewaartermijn} maanden na het eind ervan."
        )
        raise BadInput([Fout("", "periode", reden)])
    return until


def newest_period(soort: Periodesoort, today: date) -> str:
    """Return the period that most likely is delivered today: the last that has begun."""
    van = today.year if today.month > 7 else today.year - 1  # noqa: PLR2004 - a school year
    return {
        Periodesoort.SCHOOLJAAR: f"{van}-{van + 1}",
        Periodesoort.KALENDERJAAR: f"{today.year}",
        Periodesoort.KWARTAAL: f"{today.year}-K{(today.month + 2) // 3}",
        Periodesoort.MAAND: f"{today:%Y-%m}",
        Periodesoort.PEILDATUM: f"{today:%Y-%m-%d}",
    }[soort]
