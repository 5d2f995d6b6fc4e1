"""Reads a term as a duty on the shelf writes it down; a way that isn't on the list is refused."""

import re
from collections.abc import Callable
from datetime import date

from openlea.core.catalogue import Entry
from openlea.core.duur import Duur
from openlea.core.plicht import Houder
from openlea.core.termijn import (
    Altijd,
    Bij,
    Binnen,
    Jaarlijks,
    Jaarsoort,
    OmDe,
    Over,
    Periode,
    PerJaar,
    Regel,
    Termijn,
)

KEYS = {
    *("every_year", "yearly", "every", "period", "within", "always", "on_event"),
    *("before", "since", "times", "until", "after", "extend"),
    *("code", "titel", "houder", "over", "telling"),
}
_DAY = re.compile(r"(?P<maand>\d\d)-(?P<dag>\d\d)")
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
"""What a duty or a term may be called: it stands in addresses, and in a column of 40."""
MOST_YEARS = 100
A_SHORT_YEAR = 2025


def read_termijn(part: Entry) -> Termijn:
    """Return a term; CatalogueError names the file and what is allowed.

    every_year = "10-01" (before = true, since = "01-10") · yearly = "schooljaar" (times = 2) ·
    every = "4 jaar" (every_year = "05-01", before = true) · period = 2026-01-01, until = 2029-12-31
    · within = "6 weken", after = "aanmelding" (extend = "4 weken") · always = true ·
    on_event = "wijziging van de statuten".
    """
    part.refuse_unknown(KEYS)
    return Termijn(
        regel=_regel(part),
        code=_code(part),
        titel=part.text("titel", ""),
        houder=str(part.choice("houder", Houder)) if part.values.get("houder") else "",
        over=part.choice("over", Over) if "over" in part.values else Over.NIETS,
        telling=part.flag("telling"),
    )


def _code(part: Entry) -> str:
    code = part.text("code", "1")
    if not NAME.fullmatch(code):
        raise part.fault("'code' is at most 40 letters, digits, '-', '_' or '.'")
    return code


def _regel(part: Entry) -> Regel:
    ways = [way for way in WAYS if way in part.values]
    if ways != ["every_year", "every"] and len(ways) != 1:
        raise part.fault(f"write one of: {', '.join(WAYS)}")
    for word in part.values.keys() & MORE - set().union(*(_ALSO[way] for way in ways)):
        raise part.fault(f"'{word}' says nothing beside '{ways[0]}'; take it out")
    return OmDe(_years(part), _jaarlijks(part)) if len(ways) > 1 else _READ[ways[0]](part)


def _jaarlijks(part: Entry) -> Jaarlijks:
    maand, dag = _day(part, "every_year")
    vanaf = _day(part, "since") if "since" in part.values else None
    return Jaarlijks(maand, dag, part.flag("before"), vanaf)


def _altijd(part: Entry) -> Altijd:
    if not part.flag("always"):
        raise part.fault("'always' is true, or isn't there at all")
    return Altijd()


def _day(part: Entry, key: str) -> tuple[int, int]:
    """Return month and day of '10-01'; 29 February is no day of every year."""
    found = _DAY.fullmatch(part.text(key))
    try:
        if found:
            day = date(A_SHORT_YEAR, int(found["maand"]), int(found["dag"]))
            return day.month, day.day
    except ValueError:
        pass
    raise part.fault(f"'{key}' is a month and a day that every year has; write \"10-01\"")


def _times(part: Entry) -> int:
    times = part.values.get("times", 1)
    if type(times) is not int or times not in {1, 2, 3, 4, 6, 12}:
        raise part.fault("'times' is 1, 2, 3, 4, 6 or 12")
    return times


def _years(part: Entry) -> int:
    duur = _duur(part, "every")
    if duur.eenheid != "jaar" or duur.aantal > MOST_YEARS:
        raise part.fault(f"'every' is at most {MOST_YEARS} years; write \"4 jaar\"")
    return duur.aantal


def _duur(part: Entry, key: str) -> Duur:
    try:
        return Duur.parse(part.text(key))
    except ValueError as error:
        raise part.fault(f"'{key}': {error}") from error


def _periode(part: Entry) -> Periode:
    periode = Periode(part.day("period"), part.day("until"))
    if periode.tot < periode.van:
        raise part.fault(f"ends on {periode.tot}, before it begins on {periode.van}")
    return periode


def _binnen(part: Entry) -> Binnen:
    extend = _duur(part, "extend") if "extend" in part.values else None
    return Binnen(_duur(part, "within"), part.text("after"), extend)


_READ: dict[str, Callable[[Entry], Regel]] = {
    "every_year": _jaarlijks,
    "yearly": lambda part: PerJaar(part.choice("yearly", Jaarsoort), _times(part)),
    "every": lambda part: OmDe(_years(part)),
    "period": _periode,
    "within": _binnen,
    "always": _altijd,
    "on_event": lambda part: Bij(part.text("on_event")),
}
WAYS = tuple(_READ)
_ALSO: dict[str, set[str]] = {
    "every_year": {"before", "since"},
    "yearly": {"times"},
    "every": set(),
    "period": {"until"},
    "within": {"after", "extend"},
    "always": set(),
    "on_event": set(),
}
MORE = frozenset(word for words in _ALSO.values() for word in words)
"""What can be said more of a term; each way has its own words, so that none is passed over."""
