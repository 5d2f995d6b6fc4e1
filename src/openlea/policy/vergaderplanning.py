"""Whether the agenda fits in the meeting, which item comes when, and what people must be told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from openlea.core.errors import Fout
from openlea.core.overleg import VergaderingStaat, Vergadermoment
from openlea.policy.schrijfwijze import day

VOORBEREIDEN = frozenset({VergaderingStaat.CONCEPT, VergaderingStaat.UITGENODIGD})
"""States in which a meeting still comes: its agenda is prepared and it can be moved."""
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_DAG = date(2000, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agendatijd:
    """How long the items take together, and how long the meeting is; both in minutes."""

    totaal: int
    lengte: int | None

    @property
    def over(self) -> int:
        """Return how many minutes there are too many; 0 when it fits or no end is known."""
        return max(0, self.totaal - self.lengte) if self.lengte is not None else 0

    @property
    def zin(self) -> str:
        """Return in one sentence whether it fits."""
        if self.lengte is None:
            return f"De punten duren samen {span(self.totaal)}."
        if self.over:
            return (
                f"De punten duren samen {span(self.totaal)}. Dat is {span(self.over)} meer dan "
                f"de {span(self.lengte)} die er zijn."
            )
        left = self.lengte - self.totaal
        rest = f" Nog {span(left)} over." if left else ""
        return f"De punten duren samen {span(self.totaal)}, er is {span(self.lengte)}.{rest}"


def agenda_time(minuten: Sequence[int], moment: Vergadermoment) -> Agendatijd:
    """Return how the items of a meeting fit in it."""
    return Agendatijd(totaal=sum(minuten), lengte=length(moment.van, moment.tot))


def length(van: time | None, tot: time | None) -> int | None:
    """Return the minutes between two times of one day, or None when one isn't known."""
    if van is None or tot is None:
        return None
    return int((datetime.combine(_DAG, tot) - datetime.combine(_DAG, van)).total_seconds() // 60)


def later(van: time, minuten: int) -> time:
    """Return the time so many minutes later, at the latest the last minute of that day."""
    end = datetime.combine(_DAG, van) + timedelta(minutes=minuten)
    return end.time() if end.date() == _DAG else time(23, 59)


def starts(van: time | None, minuten: Sequence[int]) -> Iterator[time | None]:
    """Yield when each item begins, if everything before it takes as long as was thought."""
    passed = 0
    for one in minuten:
        yield later(van, passed) if van else None
        passed += one


def span(minuten: int) -> str:
    """Return minutes as '45 minuten', '1 uur' or '1 uur en 15 minuten'."""
    hours, rest = divmod(minuten, 60)
    words = [f"{hours} uur"] if hours else []
    if rest or not hours:
        words.append("1 minuut" if rest == 1 else f"{rest} minuten")
    return " en ".join(words)


def when(moment: Vergadermoment) -> str:
    """Return 'donderdag 26 november 2026, 15.30 - 17.00 uur', or the day alone."""
    text = f"{WEEKDAGEN[moment.op.weekday()]} {day(moment.op)}"
    if moment.van is None:
        return text
    end = f" - {moment.tot:%H.%M}" if moment.tot else ""
    return f"{text}, {moment.van:%H.%M}{end} uur"


def moment_faults(moment: Vergadermoment) -> Iterator[Fout]:
    """Yield per field what can't be in the day and times of a meeting."""
    if moment.tot and not moment.van:
        yield Fout("", "van", "Vul ook in hoe laat het begint.")
    if moment.van and moment.tot and moment.tot <= moment.van:
        yield Fout("", "tot", "Het einde ligt niet na het begin.")
    if moment.link and not moment.link.startswith(("https://", "http://")):
        yield Fout("", "link", "Een link begint met https:// of http://.")


def must_be_told(before: Vergadermoment, after: Vergadermoment) -> bool:
    """Return whether who was invited must hear of a change: another day, time, place or link."""
    return before != after


def moved(order: Sequence[int], one: int, step: int) -> tuple[int, ...]:
    """Return the order with `one` a step earlier (-1) or later (1); at an end nothing changes."""
    found = list(order)
    place = found.index(one)
    target = place + step
    if 0 <= target < len(found):
        found[place], found[target] = found[target], found[place]
    return tuple(found)
