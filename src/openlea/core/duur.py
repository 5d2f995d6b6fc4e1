"""How long: '6 weken', '3 maanden', '1 jaar'; and on which day a term of that length ends."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from openlea.core.feestdagen import is_free, next_open_day
from openlea.core.keuze import Keuze

_TEXT = re.compile(r"(?P<aantal>[1-9]\d{0,3}) (?P<eenheid>\w+)")
LANGSTE = {"dag": 90, "week": 12, "maand": 3, "jaar": 0}
"""A longer term is left as it is: Algemene termijnenwet article 4, under a."""
DRIE_DAGEN, TWEE_OPEN = 3, 2
"""A term of three days or more holds at least two days that aren't free (article 2)."""


class Tijdseenheid(Keuze):
    """In what a term is counted."""

    DAG = "dag", "dagen"
    WEEK = "week", "weken"
    MAAND = "maand", "maanden"
    JAAR = "jaar", "jaar"


@dataclass(frozen=True, slots=True)
class Duur:
    """A number of days, weeks, months or years."""

    aantal: int
    eenheid: Tijdseenheid

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the length that a text such as '6 weken' means; ValueError when it means none."""
        found = _TEXT.fullmatch(text.strip())
        if found:
            for eenheid in Tijdseenheid:
                if found["eenheid"] in {eenheid.value, eenheid.label}:
                    return cls(int(found["aantal"]), eenheid)
        raise ValueError(f"'{text}' is no length of time; write '6 weken', '3 maanden' or '4 jaar'")

    def __str__(self) -> str:
        """Return it as people write it: '1 week', '6 weken'."""
        return f"{self.aantal} {self.eenheid.value if self.aantal == 1 else self.eenheid.label}"

    def after(self, day: date) -> date:
        """Return the day this long after a day; the 31st becomes the last of a shorter month."""
        match self.eenheid:
            case Tijdseenheid.DAG:
                return day + timedelta(days=self.aantal)
            case Tijdseenheid.WEEK:
                return day + timedelta(weeks=self.aantal)
            case Tijdseenheid.MAAND:
                return _months_after(day, self.aantal)
            case Tijdseenheid.JAAR:
                return _months_after(day, 12 * self.aantal)

    def ends_on(self, start: date) -> date:
        """Return the last day of a legal term of this length that a day sets off.

        The day that sets it off doesn't count. A term that ends on a Saturday, Sunday or general
        holiday runs on until the next other day (Algemene termijnenwet article 1), and one of three
        days or more until it holds two other days (article 2), unless it is longer than 90 days,
        twelve weeks or three months (article 4).
        """
        end = self.after(start)
        if self.aantal > LANGSTE[self.eenheid]:
            return end
        end = next_open_day(end)
        if (self.after(start) - start).days >= DRIE_DAGEN and _open_days(start, end) < TWEE_OPEN:
            return next_open_day(end + timedelta(days=1))
        return end


def _open_days(start: date, end: date) -> int:
    """Return how many days after the start, up to and including the end, aren't free."""
    days = (start + timedelta(days=at) for at in range(1, (end - start).days + 1))
    return sum(not is_free(day) for day in days)


def _months_after(day: date, months: int) -> date:
    jaar, maand = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(jaar, maand + 1, min(day.day, monthrange(jaar, maand + 1)[1]))
